package cadence

import (
	"time"

	"github.com/rickar/cal/v2"
	"github.com/rickar/cal/v2/aa"
	"github.com/rickar/cal/v2/at"
	"github.com/rickar/cal/v2/au"
	"github.com/rickar/cal/v2/be"
	"github.com/rickar/cal/v2/br"
	"github.com/rickar/cal/v2/ca"
	"github.com/rickar/cal/v2/ch"
	"github.com/rickar/cal/v2/cz"
	"github.com/rickar/cal/v2/de"
	"github.com/rickar/cal/v2/dk"
	"github.com/rickar/cal/v2/es"
	"github.com/rickar/cal/v2/fr"
	"github.com/rickar/cal/v2/gb"
	"github.com/rickar/cal/v2/ie"
	"github.com/rickar/cal/v2/it"
	"github.com/rickar/cal/v2/nl"
	"github.com/rickar/cal/v2/no"
	"github.com/rickar/cal/v2/pl"
	"github.com/rickar/cal/v2/se"
	"github.com/rickar/cal/v2/us"
)

// byCountry holds the nationwide holidays of the countries that are known, states and cantons left out.
var byCountry = map[string][]*cal.Holiday{
	"AT": at.Holidays,
	"AU": {au.NewYear, au.AustraliaDay, au.GoodFriday, au.EasterMonday, au.AnzacDay, au.ChristmasDay, au.BoxingDay},
	"BE": be.Holidays,
	"BR": br.Holidays,
	"CA": ca.Holidays,
	"CH": {ch.Neujahr, ch.Karfreitag, ch.Ostermontag, ch.Auffahrt, ch.Pfingstmontag, ch.Bundesfeiertag, ch.Weihnachtstag, ch.ZweiterWeihnachtsfeiertag},
	"CZ": cz.Holidays,
	"DE": de.Holidays,
	"DK": dk.Holidays,
	"ES": es.Holidays,
	"FI": finland,
	"FR": fr.Holidays,
	"GB": gb.Holidays,
	"IE": ie.Holidays,
	"IT": it.Holidays,
	"NL": nl.Holidays,
	"NO": no.Holidays,
	"PL": pl.Holidays,
	"PT": portugal,
	"SE": se.Holidays,
	"US": us.Holidays,
}

// portugal lists the national holidays of Portugal (Código do Trabalho, article 234); Carnival Tuesday is optional and
// kept by most.
var portugal = []*cal.Holiday{
	aa.NewYear, aa.GoodFriday,
	{Name: "Carnaval", Offset: -47, Func: cal.CalcEasterOffset},
	{Name: "Dia da Liberdade", Month: time.April, Day: 25, Func: cal.CalcDayOfMonth},
	aa.WorkersDay, aa.CorpusChristi,
	{Name: "Dia de Portugal", Month: time.June, Day: 10, Func: cal.CalcDayOfMonth},
	aa.AssumptionOfMary,
	{Name: "Implantação da República", Month: time.October, Day: 5, Func: cal.CalcDayOfMonth},
	aa.AllSaintsDay,
	{Name: "Restauração da Independência", Month: time.December, Day: 1, Func: cal.CalcDayOfMonth},
	aa.ImmaculateConception, aa.ChristmasDay,
}

// finland lists the public holidays of Finland that can fall on a working day, with the eves that are kept as such.
var finland = []*cal.Holiday{
	aa.NewYear, aa.Epiphany, aa.GoodFriday, aa.EasterMonday, aa.WorkersDay, aa.AscensionDay,
	{Name: "Juhannusaatto", Month: time.June, Day: 19, Weekday: time.Friday, Offset: 1, Func: cal.CalcWeekdayFrom},
	{Name: "Itsenäisyyspäivä", Month: time.December, Day: 6, Func: cal.CalcDayOfMonth},
	{Name: "Jouluaatto", Month: time.December, Day: 24, Func: cal.CalcDayOfMonth},
	aa.ChristmasDay,
	{Name: "Tapaninpäivä", Month: time.December, Day: 26, Func: cal.CalcDayOfMonth},
}

// holidays returns a country's holidays, and a note where none are known.
func holidays(country string) (list []*cal.Holiday, note string) {
	if country == "" {
		return nil, "the employer's country is not known: weekends are observed, holidays are not"
	}
	list, ok := byCountry[country]
	if !ok {
		return nil, "the holidays of " + country + " are not known: its weekends are observed, its holidays are not"
	}
	return list, ""
}

// weekends names the free days of the week where they are not Saturday and Sunday.
var weekends = map[string][]time.Weekday{
	"AF": {time.Thursday, time.Friday},
	"BD": {time.Friday, time.Saturday},
	"BH": {time.Friday, time.Saturday},
	"BN": {time.Friday, time.Sunday},
	"DZ": {time.Friday, time.Saturday},
	"EG": {time.Friday, time.Saturday},
	"IL": {time.Friday, time.Saturday},
	"IQ": {time.Friday, time.Saturday},
	"IR": {time.Thursday, time.Friday},
	"JO": {time.Friday, time.Saturday},
	"KW": {time.Friday, time.Saturday},
	"LY": {time.Friday, time.Saturday},
	"MV": {time.Friday, time.Saturday},
	"NP": {time.Saturday},
	"OM": {time.Friday, time.Saturday},
	"QA": {time.Friday, time.Saturday},
	"SA": {time.Friday, time.Saturday},
	"SD": {time.Friday, time.Saturday},
	"SY": {time.Friday, time.Saturday},
	"YE": {time.Friday, time.Saturday},
}

// weekend returns the free days of the week of a country.
func weekend(country string) (free [7]bool) {
	days, ok := weekends[country]
	if !ok {
		days = []time.Weekday{time.Saturday, time.Sunday}
	}
	for _, d := range days {
		free[d] = true
	}
	return free
}
