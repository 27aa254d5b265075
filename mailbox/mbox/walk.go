// Package mbox reads mail from files: mbox, Maildir, single messages (.eml, .emlx), folders of them, and each of
// these compressed with gzip. It reads and never writes.
//
// Reading is a stream: memory does not grow with the size of a file, and a message longer than 2 MiB is cut. The order
// is the same each time: paths as given, the entries of a folder by name.
package mbox

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// MaxRaw is how much of one message is handed over, one byte more than mailbox.Parse reads: so it sees the cut.
const MaxRaw = 2<<20 + 1

// Flags are what file and folder say of a message.
type Flags uint8

const (
	Seen Flags = 1 << iota
	Answered
	Flagged
	Draft
	Trashed
	Spam
)

// Item is one message of a file. Raw belongs to the reader: it is valid until visit returns.
type Item struct {
	Path      string
	Offset    int64 // of the message's first byte in its file, behind the "From " line; in decompressed bytes
	Raw       []byte
	Truncated bool // longer than MaxRaw
	Sent      bool // lies in a folder or under a label for sent mail
	Flags     Flags
}

// Error says what is wrong with the input, and where.
type Error struct {
	Path   string
	Offset int64
	Err    error
}

func (e *Error) Error() string {
	if e.Offset == 0 {
		return fmt.Sprintf("%s: %v", e.Path, e.Err)
	}
	return fmt.Sprintf("%s at byte %d: %v", e.Path, e.Offset, e.Err)
}

func (e *Error) Unwrap() error { return e.Err }

// Options of a walk. The zero value is ready for use.
type Options struct {
	// Progress is called now and then with the bytes read so far and the bytes of all files, both as they lie on disk.
	Progress func(done, total int64)
}

// maxErrors is how many errors a walk remembers; of the rest it gives the number.
const maxErrors = 20

// Walk visits every message below paths. What cannot be read is passed over; all such cases come back together as
// *Error values (errors.As) after the walk. An error of visit or a cancelled ctx ends the walk and is returned.
func Walk(ctx context.Context, paths []string, visit func(Item) error) error {
	return Options{}.Walk(ctx, paths, visit)
}

// Walk is [Walk] with options.
func (o Options) Walk(ctx context.Context, paths []string, visit func(Item) error) error {
	w := walk{ctx: ctx, visit: visit, progress: o.Progress}
	if o.Progress != nil {
		count := files{ctx: ctx, each: func(f file) error {
			w.total += f.size
			return nil
		}, problem: func(string, error) {}}
		if err := count.all(paths); err != nil {
			return err
		}
	}
	reading := files{ctx: ctx, each: w.file, problem: func(path string, err error) { w.problem(path, 0, err) }}
	if err := reading.all(paths); err != nil {
		return err
	}
	w.report(true)
	if w.more > 0 {
		w.errs = append(w.errs, fmt.Errorf("and %d more", w.more))
	}
	return errors.Join(w.errs...)
}

// walk is the state of one Walk.
type walk struct {
	ctx         context.Context
	visit       func(Item) error
	progress    func(done, total int64)
	done, total int64
	told        int64
	errs        []error
	more        int
	buf         []byte // of the message that is read
}

// problem notes what could not be read, to be returned after the walk.
func (w *walk) problem(path string, offset int64, err error) {
	if len(w.errs) >= maxErrors {
		w.more++
		return
	}
	w.errs = append(w.errs, &Error{Path: path, Offset: offset, Err: err})
}

// report tells the progress, at most once for each MiB unless last.
func (w *walk) report(last bool) {
	if w.progress != nil && (last || w.done-w.told >= 1<<20) {
		w.told = w.done
		w.progress(w.done, max(w.total, w.done))
	}
}

// file is one regular file that may hold mail.
type file struct {
	path   string
	size   int64
	single bool // one message, whatever it starts with: it lies in a Maildir
	named  bool // the user named it, or its extension says that it is mail
}

// files finds the files below paths, in order, without keeping a list of them all.
type files struct {
	ctx     context.Context
	each    func(file) error
	problem func(path string, err error)
}

// all visits the paths in the order given.
func (f *files) all(paths []string) error {
	for _, path := range paths {
		info, err := os.Stat(path)
		switch {
		case err != nil:
			f.problem(path, plainError(err))
		case info.IsDir():
			if err := f.folder(filepath.Clean(path), 0); err != nil {
				return err
			}
		case !info.Mode().IsRegular():
			f.problem(path, errors.New("neither a file nor a folder"))
		default:
			if err := f.each(file{path: path, size: info.Size(), named: true}); err != nil {
				return err
			}
		}
	}
	return nil
}

// plainError drops the path from a file system error: Error names it already.
func plainError(err error) error {
	var p *fs.PathError
	if errors.As(err, &p) {
		return p.Err
	}
	return err
}

const maxFolders = 64 // nested

// folder visits a folder: first the messages of a Maildir, then files and subfolders by name.
func (f *files) folder(dir string, depth int) error {
	if err := f.ctx.Err(); err != nil {
		return err
	}
	if depth > maxFolders {
		f.problem(dir, errors.New("folders nested too deeply"))
		return nil
	}
	names, err := readNames(dir)
	if err != nil {
		f.problem(dir, plainError(err))
		return nil
	}
	maildir := isMaildir(dir, names)
	if maildir {
		if err := f.maildir(dir); err != nil {
			return err
		}
	}
	for _, name := range names {
		path := filepath.Join(dir, name)
		link, err := os.Lstat(path)
		if err != nil {
			f.problem(path, plainError(err))
			continue
		}
		info := link
		if link.Mode()&fs.ModeSymlink != 0 {
			if info, err = os.Stat(path); err != nil || info.IsDir() {
				continue // a broken link, or one that may lead in a circle
			}
		}
		switch {
		case info.IsDir():
			if maildir && (name == "cur" || name == "new" || name == "tmp") {
				continue
			}
			err = f.folder(path, depth+1)
		case !info.Mode().IsRegular() || maildir || strings.HasPrefix(name, "."):
			continue
		default:
			err = f.each(file{path: path, size: info.Size(), named: hasMailExtension(name)})
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// readNames returns the names in a folder, sorted.
func readNames(dir string) ([]string, error) {
	d, err := os.Open(dir)
	if err != nil {
		return nil, err
	}
	defer d.Close()
	names, err := d.Readdirnames(-1)
	slices.Sort(names)
	return names, err
}

// isMaildir says whether dir has the folders of a Maildir. Many programs leave out tmp or an empty new.
func isMaildir(dir string, names []string) bool {
	for _, sub := range [...]string{"cur", "new"} {
		if _, found := slices.BinarySearch(names, sub); found {
			if info, err := os.Stat(filepath.Join(dir, sub)); err == nil && info.IsDir() {
				return true
			}
		}
	}
	return false
}

// maildir visits the messages of cur and new together in the order of their names, which start with the time of
// delivery.
func (f *files) maildir(dir string) error {
	var names []string
	for _, sub := range [...]string{"cur", "new"} {
		list, err := readNames(filepath.Join(dir, sub))
		if err != nil && !errors.Is(err, fs.ErrNotExist) {
			f.problem(filepath.Join(dir, sub), plainError(err))
		}
		for _, name := range list {
			if !strings.HasPrefix(name, ".") {
				names = append(names, sub+"/"+name)
			}
		}
	}
	slices.SortFunc(names, func(a, b string) int {
		if c := strings.Compare(a[4:], b[4:]); c != 0 {
			return c
		}
		return strings.Compare(a, b)
	})
	for _, name := range names {
		path := filepath.Join(dir, filepath.FromSlash(name))
		info, err := os.Stat(path)
		if err != nil {
			f.problem(path, plainError(err))
			continue
		}
		if !info.Mode().IsRegular() {
			continue
		}
		if err := f.each(file{path: path, size: info.Size(), single: true, named: true}); err != nil {
			return err
		}
	}
	return nil
}

// hasMailExtension says whether the name claims to hold mail.
func hasMailExtension(name string) bool {
	name = strings.TrimSuffix(strings.ToLower(name), ".gz")
	for _, ext := range [...]string{".eml", ".emlx", ".mbox", ".mbx"} {
		if strings.HasSuffix(name, ext) {
			return true
		}
	}
	return false
}
