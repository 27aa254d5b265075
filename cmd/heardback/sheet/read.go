// Package sheet reads and writes the CSV files of spreadsheets in which people keep their applications.
package sheet

import (
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"time"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
)

// Row is one application of a spreadsheet.
type Row struct {
	Line        int // of the file, 1 for the header
	Employer    string
	Role        string
	Requisition string
	Location    string
	Notes       string
	Applied     time.Time // midnight of the day
	Status      string    // as written
	Verb        string    // what the status says as a verb of heardback log, "" for a mere application
	StatusDate  time.Time // zero if not told
}

// Skip is a line that is left out, and why.
type Skip struct {
	Line int
	Why  string
}

// Sheet is what was understood of a file.
type Sheet struct {
	Columns map[Column]string // the header of each column that was recognised
	Unused  []string          // headers that say nothing to heardback
	Order   DateOrder
	Rows    []Row
	Skipped []Skip
}

// maxSize is how much of a file is read, octets.
const maxSize = 32 << 20

// Read reads a spreadsheet. It takes commas, semicolons and tabs, UTF-8, UTF-16 with a mark, and Windows-1252. Dates are days in zone;
// where the numbers leave open which is the day and which the month, prefer decides. All errors of a file are told together, each with
// its line.
func Read(r io.Reader, zone *time.Location, prefer DateOrder) (*Sheet, error) {
	data, err := io.ReadAll(io.LimitReader(r, maxSize+1))
	if err != nil {
		return nil, err
	}
	if len(data) > maxSize {
		return nil, fmt.Errorf("it is longer than %d MB: a spreadsheet of applications is shorter", maxSize>>20)
	}
	if data, err = plain(data); err != nil {
		return nil, err
	}
	in := csv.NewReader(bytes.NewReader(data))
	in.Comma, in.FieldsPerRecord = separator(data), -1
	in.TrimLeadingSpace = in.Comma != '\t' // an empty cell is not the space in front of the next one
	s, at, err := header(in)
	if err != nil {
		return nil, err
	}
	lines, err := records(in, at)
	if err != nil {
		return nil, err
	}
	return s, s.fill(lines, zone, prefer)
}

// header reads up to the line that names the columns: a title, or Excel's "sep=;", may stand above it.
func header(in *csv.Reader) (*Sheet, map[Column]int, error) {
	const above = 10 // lines
	var wrong error
	for range above {
		names, err := in.Read()
		if err != nil {
			break
		}
		s := &Sheet{Columns: map[Column]string{}}
		at := s.columns(names)
		_, employer := at[Employer]
		_, applied := at[Applied]
		line, _ := in.FieldPos(0)
		all := strings.Trim(strings.Join(names, ", "), ", ")
		switch {
		case employer && applied:
			return s, at, nil
		case wrong != nil && !employer:
		case !employer:
			wrong = fmt.Errorf("line %d: no column is called Employer or Company (there are: %s): rename one", line, all)
		default:
			wrong = fmt.Errorf("line %d: no column is called Applied or Date (there are: %s): rename one", line, all)
		}
	}
	if wrong == nil {
		wrong = errors.New("it has no header line: the first line must name the columns")
	}
	return nil, nil, wrong
}

// columns finds the columns. Of two with one meaning the first counts.
func (s *Sheet) columns(names []string) map[Column]int {
	at := map[Column]int{}
	for i, n := range names {
		n = strings.TrimSpace(n)
		c, ok := columnOf(n)
		if _, taken := at[c]; !ok || taken {
			if n != "" {
				s.Unused = append(s.Unused, n)
			}
			continue
		}
		at[c], s.Columns[c] = i, n
	}
	return at
}

// record is one line of the file by columns.
type record struct {
	line  int
	cells map[Column]string
}

func records(in *csv.Reader, at map[Column]int) ([]record, error) {
	var out []record
	for {
		fields, err := in.Read()
		if err == io.EOF {
			return out, nil
		}
		var bad *csv.ParseError
		if errors.As(err, &bad) {
			return nil, fmt.Errorf("line %d: %w: check the quotation marks", bad.Line, bad.Err)
		}
		if err != nil {
			return nil, err
		}
		line, _ := in.FieldPos(0)
		r := record{line: line, cells: map[Column]string{}}
		for c, i := range at {
			if i < len(fields) {
				r.cells[c] = strings.TrimSpace(original(fields[i]))
			}
		}
		if strings.TrimSpace(strings.Join(fields, "")) != "" {
			out = append(out, r)
		}
	}
}

// fill turns the lines into rows.
func (s *Sheet) fill(lines []record, zone *time.Location, prefer DateOrder) error {
	var dates []string
	for _, l := range lines {
		dates = append(dates, l.cells[Applied], l.cells[StatusDate])
	}
	if !slices.Contains(headers[Employer][:english], fold(s.Columns[Employer])) {
		prefer = DayFirst // only English is written in a country where the month comes first
	}
	s.Order = order(dates, prefer)
	var wrong []error
	for _, l := range lines {
		row := Row{Line: l.line, Employer: l.cells[Employer], Role: l.cells[Role], Requisition: l.cells[Requisition], Location: l.cells[Location],
			Notes: l.cells[Notes], Status: l.cells[Status]}
		verb, known := meaning(row.Status)
		row.Verb = verb
		switch {
		case row.Employer == "":
			wrong = append(wrong, fmt.Errorf("line %d: the employer is missing", l.line))
			continue
		case verb == "-":
			s.Skipped = append(s.Skipped, Skip{l.line, fmt.Sprintf("%s: %q is no application yet", row.Employer, row.Status)})
			continue
		case l.cells[Applied] == "":
			s.Skipped = append(s.Skipped, Skip{l.line, row.Employer + ": there is no date of application"})
			continue
		}
		var err error
		if row.Applied, err = date(l.cells[Applied], s.Order, zone); err != nil {
			wrong = append(wrong, fmt.Errorf("line %d: %w", l.line, err))
		}
		if v := l.cells[StatusDate]; v != "" {
			if row.StatusDate, err = date(v, s.Order, zone); err != nil {
				wrong = append(wrong, fmt.Errorf("line %d: %w", l.line, err))
			}
		}
		if !known { // nothing is guessed: the word is kept as a note
			row.Notes = strings.TrimSpace(row.Status + "\n" + row.Notes)
		}
		s.Rows = append(s.Rows, row)
	}
	if more := len(wrong) - maxErrors; more > 0 {
		wrong = append(wrong[:maxErrors], fmt.Errorf("and %d more", more))
	}
	return errors.Join(wrong...)
}

// maxErrors is how many lines are named that cannot be read.
const maxErrors = 10

// plain returns the text of a file in UTF-8 without a mark.
func plain(data []byte) ([]byte, error) {
	switch {
	case bytes.HasPrefix(data, []byte("\xff\xfe")), bytes.HasPrefix(data, []byte("\xfe\xff")):
		return unicode.UTF16(unicode.LittleEndian, unicode.ExpectBOM).NewDecoder().Bytes(data)
	case bytes.HasPrefix(data, []byte("PK\x03\x04")), bytes.HasPrefix(data, []byte("\xd0\xcf\x11\xe0")):
		return nil, errors.New("it is a workbook: save the sheet as CSV first")
	}
	data = bytes.TrimPrefix(data, []byte("\xef\xbb\xbf"))
	if bytes.IndexByte(data, 0) >= 0 {
		return nil, errors.New("it is no text: save the sheet as CSV first")
	}
	if !utf8.Valid(data) {
		return charmap.Windows1252.NewDecoder().Bytes(data)
	}
	return data, nil
}

// separator is what stands between the columns: what the file declares in Excel's way, else what its first lines hold most of.
func separator(data []byte) rune {
	if rest, ok := bytes.CutPrefix(data, []byte("sep=")); ok && len(rest) > 0 && strings.ContainsRune(",;\t", rune(rest[0])) {
		return rune(rest[0])
	}
	lines := bytes.SplitN(data, []byte("\n"), 11)
	head := bytes.Join(lines[:min(len(lines), 10)], []byte("\n"))
	best, most := ',', 0
	for _, c := range []rune{',', ';', '\t'} {
		n := 0
		for _, line := range bytes.Split(head, []byte("\n")) {
			n = max(n, bytes.Count(line, []byte(string(c))))
		}
		if n > most {
			best, most = c, n
		}
	}
	return best
}
