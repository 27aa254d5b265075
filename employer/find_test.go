package employer

import (
	"errors"
	"slices"
	"testing"
)

func TestFind(t *testing.T) {
	var s story
	s.mail("3-01 09:00", KindConfirmation, "Northwind Traders GmbH", "Data Engineer", "ats")
	s.mail("3-01 10:00", KindConfirmation, "Northwind Traders GmbH", "Product Manager", "ats")
	s.mail("3-02 09:00", KindConfirmation, "Nordlicht Verlag", "Editor", "ats")
	s.mail("3-03 09:00", KindConfirmation, "Fabrikam Inc.", "Designer", "jobs@fabrikam.example")
	s.mail("3-03 09:00", KindConfirmation, "Société Générique", "Designer", "ats")
	b := s.at(t, "3-04 09:00")
	for query, want := range map[string]int{
		"Northwind Traders": 2, "northwind": 2, "NORTHW": 2, "traders": 2, "Nordlicht": 1, "fabrikam.example": 1, "fabirkam": 1, "northwidn": 2, "tradres": 2, "norlicht": 1, "societe generique": 1,
		"Contoso": 0, "": 0,
	} {
		apps, err := Find(b, query)
		if err != nil || len(apps) != want {
			t.Errorf("Find(%q): got %d, %v, want %d", query, len(apps), err, want)
		}
	}
	_, err := Find(b, "nor")
	var ambiguous *AmbiguousError
	if !errors.As(err, &ambiguous) || !slices.Equal(ambiguous.Candidates, []string{"Nordlicht Verlag", "Northwind Traders GmbH"}) {
		t.Errorf("Find(nor): got %v", err)
	}
	s.mail("3-04 08:00", KindConfirmation, "Pell Packaging", "Clerk", "ats")
	s.mail("3-04 08:10", KindContact, "Pell", "", "ats")
	also := s.at(t, "3-04 09:00")
	also.Applications = slices.Clone(also.Applications)
	also.Applications[0].Names = append(slices.Clone(also.Applications[0].Names), "Pell Packaging")
	if apps, err := Find(also, "pell"); err != nil || len(apps) != 1 || apps[0].Employer != "Pell Packaging" {
		t.Errorf("Find(pell): an employer called so goes before one that a mail called so: got %d, %v", len(apps), err)
	}
	if apps, err := Find(b, b.Applications[0].ID); err != nil || len(apps) != 1 {
		t.Errorf("Find by ID: got %d, %v", len(apps), err)
	}
}
