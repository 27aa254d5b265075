package classifier

import "slices"

// names chooses who decides about the application and the title of the job. What may be either of them is taken for what leaves the other the better
// name too: "Bewerbung als IT-Forensiker" names no house. The votes of h are heard before.
func (h *hearing) names(r *rankers) (Employer, string) {
	if h.m.Bounce != nil { // a mail system wrote it
		role, _ := h.jobTitle(&r.role, "")
		return Employer{}, role
	}
	options := h.employerOptions()
	worth := make([]float64, len(options))
	for i := range options {
		worth[i] = r.employer.score(options[i].seen)
	}
	first := best(worth, func(int) bool { return true })
	title := first >= 0 && (options[first].seen[efInRole] != 0 || options[first].seen[efRoleWord] != 0)
	house, heard := h.house(options, first), slices.Clone(h.roles)
	role, sum := h.jobTitle(&r.role, house.Name)
	if !title {
		return house, role
	}
	sum += worth[first]
	second := best(worth, func(i int) bool {
		return i != first && !within(options[i].folded, options[first].folded) && !within(options[first].folded, options[i].folded)
	})
	other := h.house(options, second)
	h.roles = heard
	otherRole, otherSum := h.jobTitle(&r.role, other.Name)
	if second >= 0 {
		otherSum += worth[second]
	}
	if otherSum > sum {
		return other, otherRole
	}
	return house, role
}

// best returns the option that is worth most, -1 if none of those asked for is worth more than saying nothing.
func best(worth []float64, of func(i int) bool) int {
	found, top := -1, 0.0
	for i, x := range worth {
		if x > top && of(i) {
			found, top = i, x
		}
	}
	return found
}
