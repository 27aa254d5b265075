// Package dovecot starts a private Dovecot for tests: on loopback, in a folder of its own, with TLS and STARTTLS and the
// special-use folders, and stops it again by the id of the process.
package dovecot

import (
	"bytes"
	"errors"
	"fmt"
	"net"
	"os"
	"os/exec"
	"os/user"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"text/template"
	"time"

	"heardback/mailbox/imap/cert"
)

// Server is a running Dovecot with one user, whose folders are INBOX, Drafts, Sent and Trash.
type Server struct {
	Host          string // localhost, which the certificate names
	Port, TLSPort int    // plain text with STARTTLS, and implicit TLS
	CAFile        string
	Cert          []byte // DER, for a pin
	User          string
	Password      string
	Maildir       string // of the user; a folder beneath is .Name

	dir, log  string
	cmd       *exec.Cmd
	delivered int
}

// Option changes the configuration.
type Option func(*settings)

type settings struct {
	Dir, Owner, Group string
	UID, GID          uint32
	Port, TLSPort     int
	NoSpecialUse      bool
	Separator         string
	Prefix            string
	Capability        string
	Names             map[string]string
	Introspection     string
	Compress          bool
}

// Compress offers COMPRESS=DEFLATE (RFC 4978).
func Compress(s *settings) { s.Compress = true }

// NoSpecialUse leaves the folders their names only.
func NoSpecialUse(s *settings) { s.NoSpecialUse = true }

// Names renames the Drafts, Sent and Trash folders.
func Names(drafts, sent, trash string) Option {
	return func(s *settings) { s.Names = map[string]string{"Drafts": drafts, "Sent": sent, "Trash": trash} }
}

// Namespace sets the hierarchy separator and the prefix of all folders but INBOX.
func Namespace(separator, prefix string) Option {
	return func(s *settings) { s.Separator, s.Prefix = separator, prefix }
}

// Capability replaces the capabilities that are announced after login.
func Capability(list string) Option {
	return func(s *settings) { s.Capability = list }
}

// OAuth lets tokens in, by XOAUTH2 and OAUTHBEARER, and no password any more: an authorization server says at this address whether a
// token is good and whose it is (RFC 7662).
func OAuth(introspection string) Option {
	return func(s *settings) { s.Introspection = introspection }
}

// Start starts a server that stops with the test. Without Dovecot on this machine the test is skipped, or fails if
// HEARDBACK_REQUIRE=1 says that it must run.
func Start(t testing.TB, options ...Option) *Server {
	t.Helper()
	path, err := find()
	if err != nil {
		if os.Getenv("HEARDBACK_REQUIRE") == "1" {
			t.Fatalf("Dovecot is required and not installed: %v", err)
		}
		t.Skipf("SKIPPED, NOT TESTED: Dovecot is not installed (%v); on Debian: apt-get install dovecot-imapd", err)
	}
	s, err := start(path, options)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if t.Failed() {
			log, _ := os.ReadFile(s.log)
			t.Logf("Dovecot's log:\n%s", tail(log, 4000))
		}
		s.stop()
	})
	return s
}

// find looks where Debian and others put the server, which is seldom in a user's PATH.
func find() (string, error) {
	for _, p := range []string{"dovecot", "/usr/sbin/dovecot", "/usr/local/sbin/dovecot"} {
		if path, err := exec.LookPath(p); err == nil {
			return path, nil
		}
	}
	return "", exec.ErrNotFound
}

// start runs the server on ports that nobody else takes in the moment between their choice and its start.
func start(path string, options []Option) (s *Server, err error) {
	for range 5 {
		s, err = try(path, options)
		if err == nil || !strings.Contains(err.Error(), "Address already in use") {
			break
		}
	}
	return s, err
}

// try makes the folder and runs the server in it; on failure both are gone again.
func try(path string, options []Option) (*Server, error) {
	// Paths of sockets are limited to about 100 octets, so the folder's name is short.
	dir, err := os.MkdirTemp("/tmp", "hb")
	if err != nil {
		return nil, fmt.Errorf("making a folder: %w", err)
	}
	s := &Server{
		Host: "localhost", User: "robin", Password: "secret", dir: dir,
		CAFile: filepath.Join(dir, "ca.pem"), Maildir: filepath.Join(dir, "mail", "robin"), log: filepath.Join(dir, "log"),
	}
	if err := s.run(path, options); err != nil {
		s.stop()
		log, _ := os.ReadFile(s.log)
		return nil, fmt.Errorf("starting Dovecot: %w\n%s", err, tail(log, 2000))
	}
	return s, nil
}

// run writes configuration and certificate and starts the process.
func (s *Server) run(path string, options []Option) error {
	set := settings{Dir: s.dir, Separator: "/", Names: map[string]string{"Drafts": "Drafts", "Sent": "Sent", "Trash": "Trash"}}
	for _, o := range options {
		o(&set)
	}
	var err error
	if set.Port, err = freePort(); err != nil {
		return err
	}
	if set.TLSPort, err = freePort(); err != nil {
		return err
	}
	owner, credential, err := unprivileged()
	if err != nil {
		return err
	}
	set.Owner, set.UID, set.GID = owner.Username, credential.Uid, credential.Gid
	group, err := user.LookupGroupId(owner.Gid)
	if err != nil {
		return err
	}
	set.Group = group.Name
	s.Port, s.TLSPort = set.Port, set.TLSPort

	pair, err := cert.New(time.Now().Add(-time.Hour), time.Now().Add(24*time.Hour))
	if err != nil {
		return err
	}
	s.Cert = pair.DER
	var conf bytes.Buffer
	if err := config.Execute(&conf, set); err != nil {
		return err
	}
	for name, content := range map[string][]byte{"ca.pem": pair.Cert, "key.pem": pair.Key, "d.conf": conf.Bytes(), "oauth2.conf": oauth2Conf(set.Introspection)} {
		if err := os.WriteFile(filepath.Join(s.dir, name), content, 0o600); err != nil {
			return err
		}
	}
	for _, sub := range []string{"mail", "home", "run", "state"} {
		if err := os.Mkdir(filepath.Join(s.dir, sub), 0o700); err != nil {
			return err
		}
	}
	s.cmd = exec.Command(path, "-F", "-c", filepath.Join(s.dir, "d.conf"))
	if os.Getuid() == 0 {
		if err := chown(s.dir, int(credential.Uid), int(credential.Gid)); err != nil {
			return err
		}
		s.cmd.SysProcAttr = &syscall.SysProcAttr{Credential: credential}
		if err := os.Chmod(s.dir, 0o755); err != nil { // the test itself reads the CA file and writes mail
			return err
		}
	}
	var stderr bytes.Buffer
	s.cmd.Stderr = &stderr
	if err := s.cmd.Start(); err != nil {
		return err
	}
	if err := s.ready(); err != nil {
		return fmt.Errorf("%w: %s", err, stderr.String())
	}
	return nil
}

// unprivileged is who Dovecot runs as: login must not be root.
func unprivileged() (*user.User, *syscall.Credential, error) {
	u, err := user.Current()
	if err != nil {
		return nil, nil, err
	}
	if os.Getuid() == 0 {
		if u, err = user.Lookup("nobody"); err != nil {
			return nil, nil, err
		}
	}
	uid, err := strconv.ParseUint(u.Uid, 10, 32)
	if err != nil {
		return nil, nil, err
	}
	gid, err := strconv.ParseUint(u.Gid, 10, 32)
	if err != nil {
		return nil, nil, err
	}
	return u, &syscall.Credential{Uid: uint32(uid), Gid: uint32(gid), NoSetGroups: true}, nil
}

// chown gives a folder and what is in it to somebody else.
func chown(dir string, uid, gid int) error {
	return filepath.WalkDir(dir, func(path string, _ os.DirEntry, err error) error {
		if err != nil {
			return err
		}
		return os.Chown(path, uid, gid)
	})
}

// freePort finds a port that was free a moment ago; Dovecot cannot be asked to pick one itself.
func freePort() (int, error) {
	ln, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return 0, err
	}
	defer ln.Close()
	return ln.Addr().(*net.TCPAddr).Port, nil
}

// ready waits for the greeting.
func (s *Server) ready() error {
	var err error
	for range 200 {
		if err = s.greeting(); err == nil {
			return nil
		}
		time.Sleep(10 * time.Millisecond)
	}
	return err
}

// greeting fails until the server accepts connections and speaks.
func (s *Server) greeting() error {
	c, err := net.DialTimeout("tcp", net.JoinHostPort("127.0.0.1", strconv.Itoa(s.Port)), time.Second)
	if err != nil {
		return err
	}
	defer c.Close()
	if err := c.SetDeadline(time.Now().Add(5 * time.Second)); err != nil {
		return err
	}
	b := make([]byte, 64)
	n, err := c.Read(b)
	if err != nil {
		return err
	}
	if !strings.HasPrefix(string(b[:n]), "* OK") {
		return fmt.Errorf("it greets with %q", b[:n])
	}
	return nil
}

// stop ends the process and removes the folder.
func (s *Server) stop() {
	if s.cmd != nil && s.cmd.Process != nil {
		if err := s.cmd.Process.Signal(syscall.SIGQUIT); err != nil && !errors.Is(err, os.ErrProcessDone) {
			_ = s.cmd.Process.Kill()
		}
		_ = s.cmd.Wait() // it was told to go: any exit code will do
	}
	_ = os.RemoveAll(s.dir)
}

func tail(b []byte, n int) []byte {
	return b[max(0, len(b)-n):]
}

// Deliver drops messages with lone LFs into a folder, as a delivery agent does; their INTERNALDATE is at.
func (s *Server) Deliver(folder string, at time.Time, raw ...[]byte) error {
	owner, err := os.Stat(s.dir)
	if err != nil {
		return fmt.Errorf("delivering: %w", err)
	}
	id := owner.Sys().(*syscall.Stat_t)
	for _, sub := range []string{"", "cur", "new", "tmp"} { // before the first login they are not there
		dir := filepath.Join(s.Folder(folder), sub)
		err := os.Mkdir(dir, 0o700)
		if err == nil {
			err = os.Chown(dir, int(id.Uid), int(id.Gid))
		}
		if err != nil && !errors.Is(err, os.ErrExist) {
			return fmt.Errorf("delivering: %w", err)
		}
	}
	for _, m := range raw {
		s.delivered++
		name := fmt.Sprintf("%d.M%dP%d.localhost", at.Unix(), s.delivered, os.Getpid())
		tmp := filepath.Join(s.Folder(folder), "tmp", name)
		if err := os.WriteFile(tmp, m, 0o600); err != nil {
			return fmt.Errorf("delivering: %w", err)
		}
		if err := errors.Join(os.Chtimes(tmp, at, at), os.Chown(tmp, int(id.Uid), int(id.Gid)),
			os.Rename(tmp, filepath.Join(s.Folder(folder), "new", name))); err != nil {
			return fmt.Errorf("delivering: %w", err)
		}
	}
	return nil
}

// Folder is where a folder lies on disk.
func (s *Server) Folder(name string) string {
	if strings.EqualFold(name, "INBOX") {
		return s.Maildir
	}
	return filepath.Join(s.Maildir, "."+name)
}

// oauth2Conf is the file that the passdb of tokens reads.
func oauth2Conf(introspection string) []byte {
	return []byte("introspection_mode = post\nintrospection_url = " + introspection + "\nactive_attribute = active\nactive_value = true\nusername_attribute = email\n")
}

var config = template.Must(template.New("dovecot").Parse(`
base_dir = {{.Dir}}/run
state_dir = {{.Dir}}/state
log_path = {{.Dir}}/log
protocols = imap
listen = 127.0.0.1
default_login_user = {{.Owner}}
default_internal_user = {{.Owner}}
default_internal_group = {{.Group}}
mail_uid = {{.UID}}
mail_gid = {{.GID}}
first_valid_uid = 0
first_valid_gid = 0
disable_plaintext_auth = no
auth_mechanisms = {{if .Introspection}}xoauth2 oauthbearer{{else}}plain login{{end}}
ssl = yes
ssl_cert = <{{.Dir}}/ca.pem
ssl_key = <{{.Dir}}/key.pem
mail_location = maildir:{{.Dir}}/mail/%u
mail_max_userip_connections = 100
{{if .Compress}}protocol imap {
  mail_plugins = imap_zlib
}
{{end}}
{{if .Capability}}imap_capability = {{.Capability}}{{end}}
passdb {
{{if .Introspection}}  driver = oauth2
  mechanisms = xoauth2 oauthbearer
  args = {{.Dir}}/oauth2.conf
{{else}}  driver = static
  args = password=secret
{{end}}}
userdb {
  driver = static
  args = home={{.Dir}}/home/%u
}
namespace inbox {
  inbox = yes
  separator = {{.Separator}}
  prefix = {{.Prefix}}
{{$plain := .NoSpecialUse}}{{range $role, $name := .Names}}
  mailbox "{{$name}}" {
    auto = create
{{if not $plain}}    special_use = \{{$role}}{{end}}
  }
{{end}}
}
service anvil {
  chroot =
}
service stats {
  chroot =
}
service imap-login {
  service_count = 0
  process_min_avail = 1
  chroot =
  inet_listener imap {
    port = {{.Port}}
  }
  inet_listener imaps {
    port = {{.TLSPort}}
    ssl = yes
  }
}
`))
