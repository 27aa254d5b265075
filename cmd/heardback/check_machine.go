package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"time"

	"heardback/cmd/heardback/config"
	"heardback/employer/sqlite"
	"heardback/mailbox/imap"
)

const (
	// enoughDisk is how much must be free, octets: the book of a long search is a tenth of it.
	enoughDisk = 100 << 20
	// clockSlack is how far a mail server's clock may be ahead of this machine's.
	clockSlack = 10 * time.Minute
)

// checkMachine looks at what is not a mailbox.
func (p *Program) checkMachine(ctx context.Context, c *config.Config, boxes []imap.Report, found *checks) {
	now := p.Now()
	found.say("clock", "", clock(now, boxes), "%s", now.Format(time.RFC1123Z))
	zone, err := time.LoadLocation(c.Seeker.Zone)
	if err != nil {
		err = fmt.Errorf("the rules of %s are not known: correct zone in [seeker] (%w)", c.Seeker.Zone, err)
		zone = time.UTC
	}
	found.say("zone data", "", err, "in %s it is %s", c.Seeker.Zone, now.In(zone).Format("Mon 2 Jan 2006 15:04 -07:00"))
	free, err := disk(c.StateDir)
	found.say("disk", "", err, "%d MB free, and %s can be written", free>>20, c.StateDir)
	text, err := database(ctx, filepath.Join(c.StateDir, databaseName))
	found.say("database", "", err, "%s", text)
	pid, err := service(c.StateDir)
	found.say("service", "", err, "heardback works on this state folder (process %s)", pid)
}

// clock compares this machine's clock with that of the mail servers: no mail can come from the future.
func clock(now time.Time, boxes []imap.Report) error {
	for _, b := range boxes {
		if ahead := b.Newest.Sub(now); ahead > clockSlack {
			return fmt.Errorf("this computer says %s, and %s took mail at %s: set the clock, on Linux with timedatectl set-ntp true",
				now.Format(time.RFC1123Z), b.Server, b.Newest.In(now.Location()).Format(time.RFC1123Z))
		}
	}
	return nil
}

// permissions returns an error when others can change the configuration, whose password_command is run, or reach what is private.
func permissions(c *config.Config) error {
	if runtime.GOOS == "windows" {
		return nil // there the folders of a user are private by themselves
	}
	for _, f := range []struct {
		path string
		bad  fs.FileMode
		fix  string
	}{
		{c.Path, 0o022, "go-w"}, {filepath.Dir(c.Path), 0o022, "go-w"},
		{c.StateDir, 0o077, "700"}, {filepath.Join(c.StateDir, databaseName), 0o077, "600"},
	} {
		fi, err := os.Stat(f.path)
		if errors.Is(err, fs.ErrNotExist) {
			continue
		}
		if err != nil {
			return fmt.Errorf("%s cannot be looked at: give it to the user that runs heardback (%w)", f.path, err)
		}
		if fi.Mode().Perm()&f.bad != 0 && fi.Mode()&fs.ModeSticky == 0 {
			return fmt.Errorf("%s is open to others (mode %04o): run chmod %s %s", f.path, fi.Mode().Perm(), f.fix, f.path)
		}
	}
	for _, a := range c.Accounts {
		if err := a.CheckSecret(); err != nil {
			return err
		}
	}
	return nil
}

// disk returns how much is free where the state folder lies, or will lie, and whether something can be written there.
func disk(dir string) (free uint64, err error) {
	for {
		_, err := os.Stat(dir)
		if err == nil || !errors.Is(err, fs.ErrNotExist) || filepath.Dir(dir) == dir {
			break
		}
		dir = filepath.Dir(dir)
	}
	f, err := os.CreateTemp(dir, ".check-*")
	if err != nil {
		return 0, fmt.Errorf("%s cannot be written: correct its owner, or choose another folder with state_dir (%w)", dir, err)
	}
	f.Close()
	if err := os.Remove(f.Name()); err != nil {
		return 0, err
	}
	if free, err = freeSpace(dir); err != nil {
		return 0, fmt.Errorf("the disk of %s does not say what is free (%w)", dir, err)
	}
	if free < enoughDisk {
		return free, fmt.Errorf("only %d MB are free on the disk of %s: make room, %d MB are enough", free>>20, dir, enoughDisk>>20)
	}
	return free, nil
}

// database opens the book, which checks its integrity. One that is not there yet is as it should be.
func database(ctx context.Context, path string) (string, error) {
	if _, err := os.Stat(path); errors.Is(err, fs.ErrNotExist) {
		return path + " is not there yet, the first round makes it", nil
	}
	store, err := sqlite.Open(ctx, path)
	if err != nil {
		return "", err
	}
	defer store.Close()
	events, err := store.Events(ctx)
	if err != nil {
		return "", err
	}
	return fmt.Sprintf("%s is whole, with %d events", path, len(events)), nil
}

// service returns the process that works on the state folder.
func service(dir string) (pid string, err error) {
	pid, held, err := sqlite.Holder(dir)
	if err == nil && !held {
		err = errors.New("no heardback runs: start it with heardback run, or systemctl --user enable --now heardback")
	}
	return pid, err
}
