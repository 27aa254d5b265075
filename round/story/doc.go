// Package story reads journeys through a mailbox, written as text: which mail arrives when, what the user does, and what
// must then stand in Drafts. The planner's acceptance tests and the demo's sample mailbox are such texts. The package is
// pure; who runs a story against a server, and by which clock, is the business of the tests.
//
// # A story file
//
// Lines that start with # are comments, empty lines separate. A header of "key: value" lines comes first:
//
//	story: Stated date            what the story shows
//	zone: America/New_York        the user's zone; every time in the file is in it
//	country: US                   the user's country, and the employer's where nothing says otherwise
//	me: Jamie Fox <jamie@example.com>
//	from: 2027-01-25              the first day that is simulated
//	until: 2027-03-10             the last one, inclusive
//	option: phone                 calls are opted in; may be repeated: offline, observe, …
//
// Then come entries, in any order; Parse sorts them by time and keeps the file's order where times are equal.
//
//	mail DATE TIME FOLDER [plain|html|htmlonly|raw] [qp|base64] [zone IANA] [means KIND]
//	…header lines, an empty line, text…
//	.
//
// A mail before the first day lies in the mailbox when the simulation begins. A mail ends at a line that holds only a dot; a line of text that starts with a dot has it doubled. FOLDER is inbox or
// sent; a mail in sent is one that the user wrote by hand. Compose says what is added to the written text.
//
//	user DATE TIME sends-draft KIND [to ADDRESS]      sends the draft as it stands
//	user DATE TIME edits-draft KIND [to ADDRESS]      changes its words and leaves it in Drafts
//	user DATE TIME deletes-draft KIND [to ADDRESS]
//	user DATE TIME run COMMAND…                       "log …" or "correct …", as on the command line; "quotes" group words
//	user DATE TIME restart | reindex                  the daemon is restarted; UIDVALIDITY of all folders changes
//
//	expect DATE [TIME] ACTION …      must happen at that minute, or without TIME at any time of that day
//	expect DATE DATE ACTION …        must happen once, on one of these days
//	allow DATE [DATE] ACTION …       may happen on these days
//	forbid DATE [DATE] ACTION …      must not happen on these days
//
// ACTION is one of
//
//	place KIND, withdraw KIND, keep KIND     a draft is placed; taken back; edited, has lost its reason, kept and reported
//	ask, notice, call                        a question, a line of a same-day notice, a call sheet
//	quiet, revive, close                     an application changes its stage by time, or comes back
//
// followed by any of: to ADDRESS, employer NAME, role NAME, lang CODE, about WORD (the kind of a question or notice).
// Names are compared without case and legal form. KIND is a name of
// POLICY.md section 4, several with | between them where either will do (a merged draft), or * in allow and forbid.
//
// place, withdraw, keep and call are exhaustive: what is neither expected nor allowed is a failure. Of the other actions only
// those that a line names are looked at, since every invitation and every deadline may have its notice.
//
//	variant NAME: what is different
//
// begins a branch. Entries before the first variant belong to all of them; see [Story.Runs].
package story
