package mailbox

import "strings"

// conferenceHosts are the hosts on which interviews by video take place. A host counts with its subdomains.
var conferenceHosts = []string{"meet.google.com", "zoom.us", "zoom.com", "zoomgov.com", "teams.microsoft.com", "teams.live.com", "teams.cloud.microsoft", "webex.com", "gotomeeting.com", "gotomeet.me",
	"meet.goto.com", "whereby.com", "bluejeans.com", "chime.aws", "meet.jit.si", "8x8.vc", "skype.com", "around.co", "hirevue.com", "sparkhire.com", "willo.video", "livestorm.co", "join.me", "ringcentral.com",
	"coderpad.io", "hackerrank.com", "codesignal.com", "meet.lync.com", "starleaf.com", "bigbluebutton.org", "dialpad.com", "vidyard.com", "demodesk.com", "teamviewer.com", "tixeo.com", "meet.proton.me", "wherby.com"}

// conference returns the link by which one joins: the fields made for it first, then a known host in the place and the
// description, then URL.
func conference(props []property, location, text string) string {
	var url string
	for i := range props {
		p := &props[i]
		switch p.name {
		case "X-GOOGLE-CONFERENCE", "X-MICROSOFT-SKYPETEAMSMEETINGURL", "X-MICROSOFT-ONLINEMEETINGCONFLINK", "CONFERENCE", "X-CONFERENCE-URL", "X-ZOOM-MEETING-URL":
			if l := addLink(nil, "", unescape(strings.TrimSpace(p.value))); len(l) > 0 {
				return l[0].URL
			}
		case "URL":
			if l := addLink(nil, "", unescape(strings.TrimSpace(p.value))); len(l) > 0 {
				url = l[0].URL
			}
		}
	}
	for _, l := range append(append([]Link{{URL: url}}, textLinks(location)...), textLinks(text)...) {
		if isConference(l.URL) {
			return l.URL
		}
	}
	if url == "" {
		if l := textLinks(location); len(l) > 0 {
			return l[0].URL
		}
	}
	return url
}

// isConference says whether url leads to a host of video calls.
func isConference(url string) bool {
	_, rest, ok := strings.Cut(strings.ToLower(url), "://")
	if !ok {
		return false
	}
	host, _, _ := strings.Cut(rest, "/")
	host, _, _ = strings.Cut(host, "?")
	host, _, _ = strings.Cut(host, ":")
	for _, h := range conferenceHosts {
		if host == h || strings.HasSuffix(host, "."+h) {
			return true
		}
	}
	return false
}
