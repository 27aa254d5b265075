//go:build linux

package main

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"
)

// Thunderbird is a client like those of TestRealClients, on an X server without a screen: make test-thunderbird.
var thunderbird = client{
	name: "thunderbird",
	setup: func(d *desk) {
		d.file("profile/user.js", 0o600, fmt.Sprintf(thunderbirdPrefs, d.server.Port, d.server.User, d.sink.port))
	},
	edit: func(d *desk) {
		m := d.thunderbird()
		m.script(composing+`
			const w = await compose(args[0]);
			const editor = w.GetCurrentEditor();
			editor.beginningOfDocument();
			editor.endOfDocument();
			editor.insertText("It will be a pleasure.");
			w.goDoCommand("cmd_saveAsDraft");
			await until(() => !w.gSaveOperationInProgress && !w.gSomethingChanged && !w.gMsgCompose.bodyModified);
			w.close();`, nil, "petra.lindqvist@")
		d.holds("Drafts", 2, 4) // the edited one has taken the place of the one before
		d.quit(m)
	},
	send: func(d *desk) {
		m := d.thunderbird()
		m.script(composing+`
			const w = await compose(args[0]);
			w.goDoCommand("cmd_sendNow");
			await until(() => w.closed);`, nil, "petra.lindqvist@")
		d.holds("Sent", 1, 2)
		d.holds("Drafts", 1, 4)
		d.quit(m)
	},
	remove: func(d *desk) {
		m := d.thunderbird()
		m.script(composing+`
			const pane = await select("Drafts", args[0]);
			pane.goDoCommand("cmd_delete");`, nil, "gil.santoro@")
		d.holds("Trash", 1, 2)
		d.holds("Drafts", 0, 4)
		d.quit(m)
	},
	fields: []string{"User-Agent", "Content-Language"},
}

// thunderbirdPrefs is the user's account on loopback: the ports of IMAP and SMTP, and the user. All that Thunderbird asks or
// fetches on a first start is switched off, and no proxy leads out.
const thunderbirdPrefs = `user_pref("marionette.port", 0);
user_pref("network.proxy.type", 1);
user_pref("network.proxy.http", "127.0.0.1");
user_pref("network.proxy.http_port", 9);
user_pref("network.proxy.ssl", "127.0.0.1");
user_pref("network.proxy.ssl_port", 9);
user_pref("mail.accountmanager.accounts", "account1");
user_pref("mail.accountmanager.defaultaccount", "account1");
user_pref("mail.account.account1.server", "server1");
user_pref("mail.account.account1.identities", "id1");
user_pref("mail.server.server1.type", "imap");
user_pref("mail.server.server1.hostname", "localhost");
user_pref("mail.server.server1.port", %[1]d);
user_pref("mail.server.server1.userName", "%[2]s");
user_pref("mail.server.server1.name", "robin");
user_pref("mail.server.server1.socketType", 0);
user_pref("mail.server.server1.authMethod", 3);
user_pref("mail.server.server1.login_at_startup", false);
user_pref("mail.server.server1.using_subscription", false);
user_pref("mail.identity.id1.fullName", "Robin Hale");
user_pref("mail.identity.id1.useremail", "robin@example.com");
user_pref("mail.identity.id1.smtpServer", "smtp1");
user_pref("mail.identity.id1.compose_html", false);
user_pref("mail.identity.id1.draft_folder", "imap://%[2]s@localhost/Drafts");
user_pref("mail.identity.id1.fcc_folder", "imap://%[2]s@localhost/Sent");
user_pref("mail.smtpservers", "smtp1");
user_pref("mail.smtp.defaultserver", "smtp1");
user_pref("mail.smtpserver.smtp1.hostname", "localhost");
user_pref("mail.smtpserver.smtp1.port", %[3]d);
user_pref("mail.smtpserver.smtp1.authMethod", 1);
user_pref("mail.smtpserver.smtp1.try_ssl", 0);
user_pref("mail.provider.suppress_dialog_on_startup", true);
user_pref("mail.compose.attachment_reminder", false);
user_pref("mail.collect_email_address_outgoing", false);
user_pref("mail.shell.checkDefaultClient", false);
user_pref("mail.rights.version", 1);
user_pref("mail.inappnotifications.enabled", false);
user_pref("mailnews.start_page.enabled", false);
user_pref("datareporting.policy.dataSubmissionEnabled", false);
user_pref("toolkit.telemetry.enabled", false);
user_pref("app.update.auto", false);
user_pref("app.donation.eoy.version.viewed", 999);
user_pref("extensions.update.enabled", false);
user_pref("browser.safebrowsing.malware.enabled", false);
user_pref("browser.safebrowsing.phishing.enabled", false);
`

// composing are what the scripts share: main is Thunderbird's window, select shows a message, compose opens a draft as the
// command "Edit draft" does. A message is named by what its recipients or its subject hold.
const composing = `
	const { setTimeout } = ChromeUtils.importESModule("resource://gre/modules/Timer.sys.mjs");
	const until = async is => {
		for (let i = 0; i < 500; i++) {
			const v = is();
			if (v) return v;
			await new Promise(r => setTimeout(r, 100));
		}
		throw new Error("it never comes to this: " + is);
	};
	const main = await until(() => Services.wm.getMostRecentWindow("mail:3pane"));
	const { MailServices } = ChromeUtils.importESModule("resource:///modules/MailServices.sys.mjs");
	const server = MailServices.accounts.accounts[0].incomingServer;
	const message = async (name, text) => {
		server.rootFolder.subFolders[0].updateFolder(main.msgWindow); // the INBOX; the first time the others are found with it
		const folder = await until(() => server.rootFolder.subFolders.find(f => f.name.toLowerCase() == name.toLowerCase()));
		folder.updateFolder(main.msgWindow);
		const found = () => [...folder.messages].find(h => (h.mime2DecodedRecipients + " " + h.recipients + " " + h.mime2DecodedSubject).includes(text));
		return { folder, header: await until(found) };
	};
	const select = async (name, text) => {
		const { folder, header } = await message(name, text);
		const pane = await until(() => main.document.getElementById("tabmail")?.currentAbout3Pane);
		pane.displayFolder(folder.URI);
		const view = await until(() => pane.gDBView && pane.gDBView.viewFolder == folder && pane.gDBView);
		const row = await until(() => { const i = view.findIndexOfMsgHdr(header, true); return i < view.rowCount && i >= 0 && { i }; });
		pane.threadTree.selectedIndex = row.i;
		await until(() => pane.gDBView.hdrForFirstSelectedMessage?.messageKey == header.messageKey);
		return pane;
	};
	const compose = async text => {
		const { folder, header } = await message("Drafts", text);
		main.ComposeMessage(Ci.nsIMsgCompType.Draft, Ci.nsIMsgCompFormat.Default, folder, [folder.getUriForMsg(header)]);
		return until(() => { const w = Services.wm.getMostRecentWindow("msgcompose"); return w && w.composeEditorReady && w; });
	};
`

// thunderbird starts it and stores the password, as the user once did.
func (d *desk) thunderbird() *marionette {
	d.t.Helper()
	if d.screen == "" {
		d.screen = display(d.t)
	}
	profile := filepath.Join(d.home, "profile")
	os.Remove(filepath.Join(profile, "MarionetteActivePort"))
	cmd := exec.Command("thunderbird", "--marionette", "--remote-allow-system-access", "--no-remote", "--profile", profile)
	cmd.Env = append(os.Environ(), "HOME="+d.home, "XDG_CONFIG_HOME="+filepath.Join(d.home, ".config"), "XDG_CACHE_HOME="+d.home, "XDG_RUNTIME_DIR="+d.home, "TMPDIR="+d.home,
		"DISPLAY="+d.screen, "MOZ_CRASHREPORTER_DISABLE=1", "LC_ALL=C.UTF-8")
	if err := cmd.Start(); err != nil {
		d.t.Fatal(err)
	}
	ended := make(chan struct{})
	go func() { cmd.Wait(); close(ended) }()
	d.t.Cleanup(func() { cmd.Process.Kill(); <-ended })
	d.ended = ended
	m := dial(d.t, profile)
	m.script(`
		if ((await Services.logins.searchLoginsAsync({ origin: "imap://localhost" })).length) return;
		const login = Cc["@mozilla.org/login-manager/loginInfo;1"].createInstance(Ci.nsILoginInfo);
		login.init("imap://localhost", null, "imap://localhost", args[0], args[1], "", "");
		await Services.logins.addLoginAsync(login);`, nil, d.server.User, d.server.Password)
	return m
}

// quit ends Thunderbird as its menu does and waits for it.
func (d *desk) quit(m *marionette) {
	d.t.Helper()
	m.do("Marionette:Quit", map[string]any{"flags": []string{"eAttemptQuit"}})
	select {
	case <-d.ended:
	case <-time.After(time.Minute):
		d.t.Fatal("Thunderbird does not end")
	}
}

func needsThunderbird(t *testing.T) {
	t.Helper()
	if os.Getenv("HEARDBACK_THUNDERBIRD") == "" {
		t.Skip("Thunderbird runs in make test-thunderbird")
	}
	for _, name := range []string{"thunderbird", "Xvfb"} {
		if _, err := exec.LookPath(name); err != nil {
			t.Fatalf("%s is not installed; on Debian: apt-get install thunderbird xvfb", name)
		}
	}
}

func TestThunderbird(t *testing.T) {
	needsThunderbird(t)
	d := &desk{hosted: newHosted(t), home: t.TempDir(), sink: newSink(t)}
	thunderbird.setup(d)
	d.goesThrough(thunderbird)
}

// shown is what Thunderbird shows of a letter.
type shown struct {
	Title, First string
	Top          float64 // of the title
	Width, Room  int
	Pictures     []int    // their widths, 0 for one that does not show
	Bars         []string // above the letter, such as that something was blocked
	Attached     []string
}

// TestDigestInThunderbird opens a digest, in light and dark. HEARDBACK_PICTURES names a folder for pictures, to be looked at.
func TestDigestInThunderbird(t *testing.T) {
	needsThunderbird(t)
	d := &desk{hosted: newHosted(t), home: t.TempDir(), sink: newSink(t)}
	thunderbird.setup(d)
	d.searching()
	d.deliver(delivery{"INBOX", "2021-01-25T10:00:00-05:00", strings.NewReplacer("1@us", "11@us", "Larkfield Analytics", "Harbor Optics", "Research Associate", "Planner").Replace(search[0].text)})
	for _, args := range [][]string{{"once"}, {"digest", "--now"}} { // on the eve of the talk at Larkfield Analytics
		if out, code := d.run("2021-02-03T18:00:00-05:00", args...); code != 0 {
			t.Fatalf("%s: code %d\n%s", args, code, out)
		}
	}
	m := d.thunderbird()
	for _, dark := range []int{0, 1} {
		var got shown
		m.script(composing+`
			Services.prefs.setIntPref("ui.systemUsesDarkTheme", args[1]);
			const pane = await select("INBOX", args[0]);
			const w = pane.messageBrowser.contentWindow;
			const page = await until(() => { const p = w.getMessagePaneBrowser().contentDocument; return p.querySelector("h1") && p.readyState == "complete" && [...p.images].every(i => i.complete) && p; });
			await until(() => w.currentAttachments.length); // they are listed after the page is shown
			return {
				title: page.querySelector("h1").textContent, first: page.body.innerText.trim().split("\n")[0], top: page.querySelector("h1").getBoundingClientRect().top,
				width: page.documentElement.scrollWidth, room: page.documentElement.clientWidth, pictures: [...page.images].map(i => i.naturalWidth),
				bars: [...w.document.querySelectorAll("notification-message")].map(n => n.getAttribute("value")), attached: w.currentAttachments.map(a => a.name),
			};`, &got, "Your job search", dark)
		if got.First != got.Title || got.Top < 0 || got.Top > 100 {
			t.Errorf("the letter does not begin with its title: %+v", got)
		}
		if got.Width > got.Room {
			t.Errorf("the letter scrolls sideways: %+v", got)
		}
		if len(got.Pictures) != 1 || got.Pictures[0] == 0 || len(got.Bars) != 0 || !slices.Equal(got.Attached, []string{"interviews.ics"}) {
			t.Errorf("want one picture, no bar, the interviews attached: %+v", got)
		}
		if folder := os.Getenv("HEARDBACK_PICTURES"); folder != "" {
			m.picture(filepath.Join(folder, fmt.Sprintf("thunderbird-dark=%d.png", dark)))
		}
	}
	d.quit(m)
}
