package cadence

import (
	"reflect"
	"strings"
	"testing"

	"github.com/BurntSushi/toml"

	"heardback/employer"
)

func TestDefaultIsTheAdvice(t *testing.T) {
	if got := Default().Validate(false); len(got) > 0 {
		t.Errorf("the default breaks the advice: %v", got)
	}
}

func TestValidate(t *testing.T) {
	for _, tt := range []struct {
		name    string
		change  func(*Policy)
		iKnow   bool
		key     string
		warning bool
	}{
		{"a gap under a week", func(p *Policy) { p.GapDays = 3 }, false, "gap_days", false},
		{"and the user knows", func(p *Policy) { p.GapDays = 3 }, true, "gap_days", true},
		{"and the policy says so", func(p *Policy) { p.GapDays, p.IKnow = 3, true }, false, "gap_days", true},
		{"four nudges", func(p *Policy) { p.MaxNudges = 4 }, false, "max_unanswered_nudges", false},
		{"a wait that is none", func(p *Policy) { p.StatusAfterBusinessDays = 0 }, true, "status_after_business_days", false},
		{"a mode that is none", func(p *Policy) { p.Mode = "loud" }, true, "mode", false},
		{"no time of day", func(p *Policy) { p.PlaceAt = "dawn" }, true, "place_at", false},
		{"no day of the year", func(p *Policy) { p.PauseFrom = "Christmas" }, true, "year_end_from", false},
		{"no weekday", func(p *Policy) { p.LastWeekday = "someday" }, true, "first_weekday", false},
		{"no span", func(p *Policy) { p.CallWindows = []string{"early"} }, true, "call_windows", false},
	} {
		p := Default()
		tt.change(&p)
		got := p.Validate(tt.iKnow)
		if len(got) != 1 || got[0].Key != tt.key || got[0].Warning != tt.warning {
			t.Errorf("%s: got %v, want one about %s, warning = %v", tt.name, got, tt.key, tt.warning)
		}
	}
}

// TestPolicyKeys reads every field under its own name, with its unit where it is a number.
func TestPolicyKeys(t *testing.T) {
	units := []string{"_days", "_hours", "_people", "nudges", "per_stage", "per_day", "per_week", "drafts", "tries", "voicemails"}
	typ := reflect.TypeFor[Policy]()
	for i := range typ.NumField() {
		f := typ.Field(i)
		key := f.Tag.Get("toml")
		if key == "" || key != strings.ToLower(key) {
			t.Errorf("%s has the key %q", f.Name, key)
		}
		unit := f.Type.Kind() != reflect.Int
		for _, u := range units {
			unit = unit || strings.HasSuffix(key, u)
		}
		if !unit {
			t.Errorf("%s names no unit", key)
		}
	}
	p := Default()
	if _, err := toml.Decode("gap_days = 9\nslow_countries = [\"DE\"]\nplace_at = \"08:00\"", &p); err != nil {
		t.Fatal(err)
	}
	if p.GapDays != 9 || len(p.SlowCountries) != 1 || p.PlaceAt != "08:00" || p.MaxNudges != 3 {
		t.Errorf("got %+v", p)
	}
}

// TestNothingToOneself: what the user forwarded from one account to another makes a contact of them, and no letter.
func TestNothingToOneself(t *testing.T) {
	seeker := Seeker{Addresses: []string{"alex@example.com", "alex@work.example"}, CurrentEmployerDomains: []string{"current.example"}}
	f := file{pl: &planner{s: &seeker}}
	for address, free := range map[string]bool{
		"Alex@work.example": false, "alex@example.com": false, "boss@current.example": false, "boss@eu.current.example": false,
		"kim@notcurrent.example": true, "kim@work.example": true,
	} {
		if why := f.forbidden(&employer.Contact{Address: address, KnownBecause: "you wrote there"}); (why == "") != free {
			t.Errorf("%s: %q", address, why)
		}
	}
}
