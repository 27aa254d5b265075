package cadence

// Policy holds every number of POLICY.md, as `[policy]` of the configuration names them. Default is the advice.
type Policy struct {
	Mode  string `toml:"mode"`   // "draft", or "observe": nothing is placed (rule 16)
	IKnow bool   `toml:"i_know"` // accept values that break the advice

	// Waits, section 1.
	ApplicationAfterBusinessDays  int `toml:"application_followup_after_business_days"`
	ClosingAfterBusinessDays      int `toml:"closing_date_after_business_days"`
	ContactAfterBusinessDays      int `toml:"contact_status_after_business_days"`
	ThankYouAfterHours            int `toml:"thank_you_after_hours"`
	ThankYouExpiresBusinessDays   int `toml:"thank_you_expires_business_days"`
	PanelOver                     int `toml:"panel_over_people"`
	StatusAfterBusinessDays       int `toml:"status_after_business_days"`
	SlowStatusAfterBusinessDays   int `toml:"slow_status_after_business_days"` // slow_countries and the public sector
	SecondStatusAfterBusinessDays int `toml:"second_status_after_business_days"`
	DecisionAfterBusinessDays     int `toml:"decision_date_after_business_days"`
	AssessmentAfterBusinessDays   int `toml:"assessment_status_after_business_days"`
	InfoAfterBusinessDays         int `toml:"info_status_after_business_days"`
	ReferencesAfterBusinessDays   int `toml:"references_status_after_business_days"`
	FeedbackAfterBusinessDays     int `toml:"feedback_after_business_days"`
	FeedbackAfterHours            int `toml:"feedback_after_hours"`
	FeedbackExpiresBusinessDays   int `toml:"feedback_expires_business_days"`
	CheckInAfterBusinessDays      int `toml:"check_in_after_business_days"`
	SecondCheckInAfterBusiness    int `toml:"second_check_in_after_business_days"`
	ChecksAfterAcceptBusinessDays int `toml:"accepted_quiet_business_days"`

	// Silence, section 1.
	QuietAfterDays              int `toml:"quiet_after_days"`
	QuietAfterNudgeBusinessDays int `toml:"quiet_after_nudge_business_days"`
	QuietAfterInterviewBusiness int `toml:"quiet_after_interview_business_days"`

	// Rule 1.
	GapDays                   int `toml:"gap_days"`
	MaxNudges                 int `toml:"max_unanswered_nudges"`
	MaxNudgesEver             int `toml:"max_nudges"`
	StatusPerStage            int `toml:"status_per_stage"`
	TwoRepliesBusinessDays    int `toml:"after_two_replies_business_days"`
	MissedDateBusinessDays    int `toml:"after_second_missed_date_business_days"`
	NoEnquiriesBusinessDays   int `toml:"no_enquiries_after_date_business_days"`
	ReturnBusinessDays        int `toml:"after_return_business_days"`   // rule 3, out of office
	HandoverBusinessDays      int `toml:"after_handover_business_days"` // rule 3
	UnsentBusinessDays        int `toml:"unsent_nudge_business_days"`   // rule 6
	LateBusinessDays          int `toml:"late_business_days"`           // rule 13
	LateReactiveBusinessDays  int `toml:"late_reactive_business_days"`
	StaleDays                 int `toml:"stale_days"`
	NudgesPerDay              int `toml:"nudges_per_day"` // rule 14
	NudgesPerEmployerWeek     int `toml:"nudges_per_employer_per_week"`
	BrakeDrafts               int `toml:"brake_drafts"`
	DeadlineNoticeBusiness    int `toml:"deadline_notice_business_days"` // rule 15
	ComingWeeksBusinessDays   int `toml:"coming_weeks_business_days"`    // section 5
	AugustBusinessDays        int `toml:"august_business_days"`
	AskedWhetherHeldAfterDays int `toml:"took_place_question_days"`

	// Rule 10.
	PlaceAt        string   `toml:"place_at"`          // "07:00", user-local
	SendFrom       string   `toml:"send_from"`         // "09:30", recipient-local
	SendUntil      string   `toml:"send_until"`        // "11:30"
	FirstWeekday   string   `toml:"first_weekday"`     // of nudges: "tue"
	LastWeekday    string   `toml:"last_weekday"`      // "thu"
	PauseFrom      string   `toml:"year_end_from"`     // "12-20": the first day that does not count
	PauseUntil     string   `toml:"year_end_until"`    // "01-02": the last
	SlowCountries  []string `toml:"slow_countries"`    // ISO 3166: status after slow_status_after_business_days
	AugustIn       []string `toml:"august_countries"`  // where August adds business days
	PhoneRoles     []string `toml:"phone_role_words"`  // words of roles whose work is on the telephone (A56)
	HourlyRoles    []string `toml:"hourly_role_words"` // words of local hourly roles (A3)
	WeakWriting    bool     `toml:"weak_writing"`      // the user writes less well than they speak (A56)
	ReferralAgreed bool     `toml:"referral_agreed"`   // the referrer allows calls to name them

	// Calls, sections 3 and 4.
	CallAfterHourlyBusinessDays    int      `toml:"call_hourly_after_business_days"`
	CallAfterInterviewBusinessDays int      `toml:"call_interview_after_business_days"`
	CallAfterUnansweredDays        int      `toml:"call_unanswered_after_days"`
	CallWindows                    []string `toml:"call_windows"` // "08:00-09:15", recipient-local
	SilentTries                    int      `toml:"silent_tries"`
	MaxVoicemails                  int      `toml:"max_voicemails"`
	VoicemailGapDays               int      `toml:"voicemail_gap_days"`
}

// Default returns the advice of POLICY.md.
func Default() Policy {
	return Policy{
		Mode: "draft",

		ApplicationAfterBusinessDays:  10,
		ClosingAfterBusinessDays:      5,
		ContactAfterBusinessDays:      5,
		ThankYouAfterHours:            1,
		ThankYouExpiresBusinessDays:   3,
		PanelOver:                     3,
		StatusAfterBusinessDays:       7,
		SlowStatusAfterBusinessDays:   10,
		SecondStatusAfterBusinessDays: 10,
		DecisionAfterBusinessDays:     2,
		AssessmentAfterBusinessDays:   7,
		InfoAfterBusinessDays:         7,
		ReferencesAfterBusinessDays:   10,
		FeedbackAfterBusinessDays:     2,
		FeedbackAfterHours:            24,
		FeedbackExpiresBusinessDays:   7,
		CheckInAfterBusinessDays:      15,
		SecondCheckInAfterBusiness:    20,
		ChecksAfterAcceptBusinessDays: 15,

		QuietAfterDays:              30,
		QuietAfterNudgeBusinessDays: 10,
		QuietAfterInterviewBusiness: 20,

		GapDays:                   7,
		MaxNudges:                 3,
		MaxNudgesEver:             5,
		StatusPerStage:            2,
		TwoRepliesBusinessDays:    15,
		MissedDateBusinessDays:    5,
		NoEnquiriesBusinessDays:   5,
		ReturnBusinessDays:        2,
		HandoverBusinessDays:      5,
		UnsentBusinessDays:        10,
		LateBusinessDays:          5,
		LateReactiveBusinessDays:  3,
		StaleDays:                 60,
		NudgesPerDay:              8,
		NudgesPerEmployerWeek:     2,
		BrakeDrafts:               20,
		DeadlineNoticeBusiness:    3,
		ComingWeeksBusinessDays:   15,
		AugustBusinessDays:        5,
		AskedWhetherHeldAfterDays: 3,

		PlaceAt:       "07:00",
		SendFrom:      "09:30",
		SendUntil:     "11:30",
		FirstWeekday:  "tue",
		LastWeekday:   "thu",
		PauseFrom:     "12-20",
		PauseUntil:    "01-02",
		SlowCountries: []string{"DE", "FR", "IT", "ES", "BR"},
		AugustIn:      []string{"FR", "IT", "ES"},
		PhoneRoles: []string{"sales", "telesales", "account executive", "call center", "call centre", "contact center", "customer service",
			"customer support", "receptionist", "telemarketing", "vertrieb", "kundendienst", "vente", "commercial", "ventas", "verkoop", "klantenservice",
			"vendite", "vendas", "televendas"},

		CallAfterHourlyBusinessDays:    3,
		CallAfterInterviewBusinessDays: 3,
		CallAfterUnansweredDays:        7,
		CallWindows:                    []string{"08:00-09:15", "16:00-17:30"},
		SilentTries:                    2,
		MaxVoicemails:                  2,
		VoicemailGapDays:               2,
	}
}
