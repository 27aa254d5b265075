package imap

import (
	"bytes"
	"context"
	"crypto/sha256"
	"crypto/subtle"
	"crypto/tls"
	"crypto/x509"
	"encoding/hex"
	"errors"
	"fmt"
	"net"
	"os"
	"strings"
	"time"
)

const (
	implicitTLS = "implicit"
	startTLS    = "starttls"
	noTLS       = "none"
)

// loopback reports whether a host is this machine by its name or address alone.
func loopback(host string) bool {
	if strings.EqualFold(host, "localhost") {
		return true
	}
	ip := net.ParseIP(host)
	return ip != nil && ip.IsLoopback()
}

// tlsConfig: TLS 1.2 at least, and always a verified certificate: by the system's authorities, the CA file, or the pin.
func (a *Account) tlsConfig() (*tls.Config, error) {
	t := &tls.Config{ServerName: a.Host, MinVersion: tls.VersionTLS12}
	if a.CAFile != "" {
		pem, err := os.ReadFile(a.CAFile)
		if err != nil {
			return nil, a.err(BadConfig, err, "the CA file cannot be read (%v): correct ca_file", err)
		}
		t.RootCAs = x509.NewCertPool()
		if !t.RootCAs.AppendCertsFromPEM(pem) {
			return nil, a.err(BadConfig, nil, "the CA file %s holds no certificate in PEM form: correct ca_file", a.CAFile)
		}
	}
	if a.Pin == "" {
		return t, nil
	}
	pin, err := hex.DecodeString(strings.ReplaceAll(strings.TrimPrefix(strings.ToLower(a.Pin), "sha256:"), ":", ""))
	if err != nil || len(pin) != sha256.Size {
		return nil, a.err(BadConfig, err, "the pin is not a SHA-256 in hexadecimal digits: correct pin_sha256")
	}
	// The pin names this one certificate, which is stronger than any chain; a self-signed one has no chain to verify.
	t.InsecureSkipVerify = true
	t.VerifyConnection = func(cs tls.ConnectionState) error {
		got := sha256.Sum256(cs.PeerCertificates[0].Raw)
		if subtle.ConstantTimeCompare(got[:], pin) != 1 {
			return fmt.Errorf("%w: it is %x", errPin, got)
		}
		return nil
	}
	return t, nil
}

var errPin = errors.New("the certificate is not the pinned one")

// dial connects and, unless TLS is "none", returns only once the connection is encrypted and the certificate verified.
func (a *Account) dial(ctx context.Context) (*conn, error) {
	ctx, cancel := context.WithTimeout(ctx, a.Timeout)
	defer cancel()
	dial := a.Dial
	if dial == nil {
		dial = (&net.Dialer{}).DialContext
	}
	raw, err := dial(ctx, "tcp", a.addr())
	if err != nil {
		return nil, a.unreachable(err)
	}
	secured, pre, err := a.secure(ctx, raw)
	if err != nil {
		_ = raw.Close()
		return nil, err
	}
	return &conn{Conn: newCompressible(secured), timeout: a.Timeout, pre: pre, tap: a.tapped()}, nil
}

// secure turns a raw connection into one that may carry a password, and says what go-imap is to read before anything else.
func (a *Account) secure(ctx context.Context, raw net.Conn) (net.Conn, []byte, error) {
	if a.TLS == noTLS {
		if tcp, ok := raw.RemoteAddr().(*net.TCPAddr); ok && a.Dial == nil && !tcp.IP.IsLoopback() {
			return nil, nil, a.err(BadConfig, nil, `tls = "none" is for a server on this machine only, and %s is at %s`, a.Host, tcp.IP)
		}
		return raw, nil, nil
	}
	var pre []byte
	if a.TLS == startTLS {
		if err := upgrade(ctx, raw, a.Timeout); err != nil {
			return nil, nil, a.err(BadCertificate, err, `%s does not switch to TLS (%v): use tls = "implicit", usually with port 993`, a.addr(), err)
		}
		pre = []byte("* OK the greeting was read before STARTTLS\r\n")
	}
	config, err := a.tlsConfig()
	if err != nil {
		return nil, nil, err
	}
	t := tls.Client(raw, config)
	if err := t.HandshakeContext(ctx); err != nil {
		return nil, nil, a.handshake(err)
	}
	return t, pre, nil
}

// upgrade speaks the few lines before TLS itself, octet by octet, so that nothing sent in the clear after the server's OK
// can pass for an answer given under TLS (STARTTLS injection): it would be read as part of the handshake, which then fails.
func upgrade(ctx context.Context, raw net.Conn, timeout time.Duration) error {
	stop := context.AfterFunc(ctx, func() { _ = raw.SetDeadline(time.Unix(1, 0)) })
	defer stop()
	if err := raw.SetDeadline(time.Now().Add(timeout)); err != nil {
		return err
	}
	line, err := clearLine(raw)
	if err != nil {
		return err
	}
	if !bytes.HasPrefix(line, []byte("* OK")) {
		return fmt.Errorf("it greets with %q", clip(string(line)))
	}
	if _, err := raw.Write([]byte("s STARTTLS\r\n")); err != nil {
		return err
	}
	for range 20 {
		if line, err = clearLine(raw); err != nil {
			return err
		}
		if rest, ok := bytes.CutPrefix(line, []byte("s ")); ok {
			if !bytes.HasPrefix(rest, []byte("OK")) {
				return fmt.Errorf("it answers %q", clip(string(rest)))
			}
			return raw.SetDeadline(time.Time{})
		}
	}
	return errors.New("it does not answer STARTTLS")
}

// clearLine reads one line, and not an octet more, of at most 4 KiB.
func clearLine(r net.Conn) ([]byte, error) {
	var line []byte
	one := make([]byte, 1)
	for len(line) < 4096 {
		n, err := r.Read(one)
		if n == 1 {
			line = append(line, one[0])
			if one[0] == '\n' {
				return bytes.TrimRight(line, "\r\n"), nil
			}
		}
		if err != nil {
			return nil, err
		}
	}
	return nil, errors.New("an endless line")
}

// unreachable words why no connection came about.
func (a *Account) unreachable(err error) error {
	var dns *net.DNSError
	switch {
	case errors.As(err, &dns):
		return a.err(Unreachable, err, "the host name %s is not known: correct host, or check the network", a.Host)
	case errors.Is(err, context.DeadlineExceeded), errors.Is(err, os.ErrDeadlineExceeded):
		return a.err(Unreachable, err, "%s does not answer within %s: check host, port and network", a.addr(), a.Timeout)
	}
	return a.err(Unreachable, err, "%s cannot be reached (%v): check host, port and network", a.addr(), err)
}

// handshake words what can go wrong with certificates.
func (a *Account) handshake(err error) error {
	var (
		invalid x509.CertificateInvalidError
		name    x509.HostnameError
		signer  x509.UnknownAuthorityError
		record  tls.RecordHeaderError
	)
	switch {
	case errors.Is(err, errPin):
		return a.err(BadCertificate, err, "%s shows another certificate than the pinned one (%v): if the server was renewed on purpose, correct pin_sha256", a.Host, err)
	case errors.As(err, &invalid) && invalid.Reason == x509.Expired:
		return a.err(BadCertificate, err, "the certificate of %s has expired or is not valid yet: check this computer's clock, or ask the provider; nothing was sent", a.Host)
	case errors.As(err, &name):
		return a.err(BadCertificate, err, "the certificate of the server is not for %s: correct host", a.Host)
	case errors.As(err, &signer):
		return a.err(BadCertificate, err, "the certificate of %s is signed by an unknown authority: set ca_file or pin_sha256 if the server is your own", a.Host)
	case errors.As(err, &record):
		return a.err(BadCertificate, err, `%s does not speak TLS: correct port, or use tls = "starttls"`, a.addr())
	case errors.Is(err, context.DeadlineExceeded), errors.Is(err, os.ErrDeadlineExceeded):
		return a.err(Unreachable, err, "%s does not begin TLS within %s: correct port or tls", a.addr(), a.Timeout)
	}
	return a.err(BadCertificate, err, "no secure connection to %s comes about (%v): correct host, port or tls", a.addr(), err)
}
