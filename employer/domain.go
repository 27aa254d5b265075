package employer

import (
	"net/netip"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/idna"
	"golang.org/x/net/publicsuffix"
)

// RegistrableDomain returns the registrable domain (public suffix plus one label) of a host, an address or a domain, in
// lower case and ASCII form: "jobs.acme.co.uk" gives "acme.co.uk". It returns "" for anything that has none.
func RegistrableDomain(s string) string {
	host := s
	if i := strings.LastIndexByte(host, '@'); i >= 0 {
		host = host[i+1:]
	}
	host = strings.ToLower(strings.Trim(strings.TrimSpace(host), ".<>"))
	if host == "" {
		return ""
	}
	if _, err := netip.ParseAddr(strings.Trim(host, "[]")); err == nil {
		return ""
	}
	if !plain(host) {
		if ascii, err := idna.Lookup.ToASCII(host); err == nil {
			host = ascii
		}
	}
	d, err := publicsuffix.EffectiveTLDPlusOne(host)
	if err != nil {
		return ""
	}
	return d
}

// domainLabel returns the first label of a registrable domain in Unicode form: what a brand would be called there.
func domainLabel(domain string) string {
	label, _, _ := strings.Cut(domain, ".")
	if !plain(label) {
		if u, err := idna.Lookup.ToUnicode(label); err == nil {
			label = u
		}
	}
	return label
}

// plain reports whether a name in lower case is the same in Unicode and in ASCII.
func plain(name string) bool {
	return !strings.Contains(name, "xn--") && strings.IndexFunc(name, func(r rune) bool { return r >= utf8.RuneSelf }) < 0
}

// FreeMail reports whether a domain gives mailboxes to anybody, so that it says nothing about who employs the writer.
func FreeMail(domain string) bool {
	d := RegistrableDomain(domain)
	if freeMail[d] {
		return true
	}
	label := domainLabel(d)
	return freeBrands[label]
}

// freeBrands offer mail under many country domains.
var freeBrands = set("yahoo", "hotmail", "outlook", "live", "gmx", "ymail", "rocketmail", "protonmail", "tutanota")

var freeMail = set("gmail.com", "googlemail.com", "msn.com", "icloud.com", "me.com", "mac.com", "aol.com", "aim.com",
	"proton.me", "pm.me", "tuta.io", "tuta.com", "fastmail.com", "fastmail.fm", "hey.com", "mail.com", "email.com", "zoho.com",
	"web.de", "t-online.de", "freenet.de", "arcor.de", "posteo.de", "posteo.net", "mailbox.org", "1und1.de", "online.de", "bluewin.ch",
	"hispeed.ch", "sunrise.ch", "aon.at", "chello.at", "orange.fr", "wanadoo.fr", "free.fr", "laposte.net", "sfr.fr", "neuf.fr", "bbox.fr",
	"libero.it", "virgilio.it", "tiscali.it", "alice.it", "tin.it", "terra.es", "telefonica.net", "sapo.pt", "uol.com.br", "bol.com.br",
	"terra.com.br", "ig.com.br", "ziggo.nl", "kpnmail.nl", "planet.nl", "xs4all.nl", "home.nl", "hetnet.nl", "telenet.be", "skynet.be", "btinternet.com",
	"sky.com", "virginmedia.com", "ntlworld.com", "comcast.net", "verizon.net", "att.net", "sbcglobal.net", "bellsouth.net", "cox.net",
	"charter.net", "earthlink.net", "rogers.com", "shaw.ca", "bigpond.com", "optusnet.com.au", "qq.com", "163.com", "126.com", "sina.com",
	"naver.com", "daum.net", "yandex.ru", "yandex.com", "mail.ru", "rambler.ru", "wp.pl", "o2.pl", "onet.pl", "interia.pl", "seznam.cz",
	"rediffmail.com", "duck.com", "hushmail.com", "disroot.org", "riseup.net")

func set(words ...string) map[string]bool {
	m := make(map[string]bool, len(words))
	for _, w := range words {
		m[w] = true
	}
	return m
}

// countryOf reads the employer's country off its domain; "" for generic domains and for country domains sold as generic ones.
func countryOf(domain string) string {
	i := strings.LastIndexByte(domain, '.')
	if i < 0 {
		return ""
	}
	tld := domain[i+1:]
	if len(tld) != 2 || vanityTLD[tld] {
		return ""
	}
	if tld == "uk" {
		return "GB"
	}
	return strings.ToUpper(tld)
}

var vanityTLD = set("io", "ai", "co", "me", "tv", "eu", "cc", "ly", "fm", "gg", "sh", "so", "to", "ws", "vc", "im", "is", "la", "li", "bz", "ac", "st", "nu", "tk", "su")
