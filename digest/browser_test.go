package digest

import (
	"context"
	"encoding/json"
	"fmt"
	"html"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"
)

// The HTML parts as a browser shows them. HEARDBACK_FULL asks for it, HEARDBACK_REQUIRE forbids to skip it, and
// HEARDBACK_PICTURES names a folder for the pictures, to be looked at.

// measure is put into a copy of the page: it measures what a reader would see and leaves it in the frame around it.
const measure = `<script>addEventListener("load", () => {
  const rgb = s => (s.match(/[\d.]+/g) || []).map(Number);
  const light = c => { const f = x => (x /= 255) <= 0.03928 ? x / 12.92 : ((x + 0.055) / 1.055) ** 2.4; return 0.2126 * f(c[0]) + 0.7152 * f(c[1]) + 0.0722 * f(c[2]); };
  const paper = e => { for (; e; e = e.parentElement) { const c = rgb(getComputedStyle(e).backgroundColor); if (c.length == 3 || c[3] > 0) return c; } return [255, 255, 255]; };
  let worst = 99, where = "", texts = 0;
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let n; n = walk.nextNode();) {
    if (!n.textContent.trim() || n.parentElement.tagName == "SCRIPT") continue;
    texts++;
    const a = light(rgb(getComputedStyle(n.parentElement).color)), b = light(paper(n.parentElement));
    const r = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    if (r < worst) { worst = r; where = n.textContent.trim().slice(0, 60); }
  }
  const d = document.documentElement;
  parent.postMessage(JSON.stringify({
    name: window.name, width: innerWidth, scroll: d.scrollWidth, height: d.scrollHeight, worst, where, texts,
    dark: matchMedia("(prefers-color-scheme: dark)").matches, page: light(paper(document.body)),
    images: [...document.images].map(i => i.naturalWidth), alts: [...document.images].every(i => i.alt.length > 40),
    loads: performance.getEntriesByType("resource").map(r => r.name).filter(n => !n.startsWith("data:")),
  }), "*");
});</script>`

// frame shows a page at a width of its own: the browser's window is never narrower than 500 pixels.
const frame = `<iframe name=%q src="file://%s" style="border:0;width:%spx;height:%dpx"></iframe>`

// collect writes down what the frames measured.
const collect = `<script>addEventListener("message", e => { const p = document.createElement("pre"); p.textContent = e.data; document.body.append(p); });</script>`

type measured struct {
	Name                         string
	Width, Scroll, Height, Texts int
	Worst, Page                  float64
	Where                        string
	Dark, Alts                   bool
	Images                       []int
	Loads                        []string

	file string
}

var measuredPage = regexp.MustCompile(`<pre>(\{.*?\})</pre>`)

func browser(t *testing.T) string {
	t.Helper()
	if os.Getenv("HEARDBACK_FULL") == "" {
		t.Skip("SKIPPED: the letters in a browser are part of make test-full")
	}
	for _, name := range []string{"chromium", "chromium-browser", "google-chrome"} {
		if path, err := exec.LookPath(name); err == nil {
			return path
		}
	}
	if os.Getenv("HEARDBACK_REQUIRE") != "" {
		t.Fatal("there is no Chromium: contrib/test-tools full installs it")
	}
	t.Skip("SKIPPED: the letters are not looked at in a browser, because there is no Chromium")
	return ""
}

// chromium runs the browser once, with a profile of its own and without a network.
func chromium(t *testing.T, path string, dark bool, args ...string) string {
	t.Helper()
	scheme := "1"
	if dark {
		scheme = "0"
	}
	ctx, cancel := context.WithTimeout(t.Context(), 2*time.Minute)
	defer cancel()
	cmd := exec.CommandContext(ctx, path, append([]string{"--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
		"--disable-component-update", "--disable-sync", "--hide-scrollbars", "--proxy-server=127.0.0.1:9", "--user-data-dir=" + t.TempDir(), "--blink-settings=preferredColorScheme=" + scheme}, args...)...)
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("running %s: %v", path, err)
	}
	return string(out)
}

func TestLettersInABrowser(t *testing.T) {
	path := browser(t)
	pages := map[string]string{}
	for _, s := range states {
		pages[s.name] = mustPage(t, s.build())
	}
	german := busy()
	german.Language = "de"
	pages["busy-de"] = mustPage(t, german)
	pages["hostile"] = mustPage(t, hostileInput(strings.Repeat("Donaudampfschifffahrt", 20)))
	in := busy()
	sheet, err := CallSheet(in, in.Plan.Calls[0], in.To.Name, in.Phone)
	if err != nil {
		t.Fatal(err)
	}
	if pages["call-sheet"], err = sheet.HTML(); err != nil {
		t.Fatal(err)
	}
	for _, dark := range []bool{false, true} {
		for what, m := range look(t, path, pages, dark) {
			m.check(t, fmt.Sprintf("%s dark=%v", what, dark))
			if pictures := os.Getenv("HEARDBACK_PICTURES"); pictures != "" {
				name, width, _ := strings.Cut(what, " ")
				file := filepath.Join(t.TempDir(), "frame.html")
				write(t, file, fmt.Sprintf(frame, what, m.file, width, m.Height))
				chromium(t, path, dark, fmt.Sprintf("--window-size=%d,%d", max(500, m.Width), m.Height), fmt.Sprintf("--screenshot=%s/%s-%s-dark=%v.png", pictures, name, width, dark), "file://"+file)
			}
		}
	}
}

func mustPage(t *testing.T, in Input) string {
	t.Helper()
	page, err := HTML(in)
	if err != nil {
		t.Fatal(err)
	}
	return page
}

// look opens all pages at once, each in two frames of 360 and 1000 pixels, and returns what was measured in each.
func look(t *testing.T, path string, pages map[string]string, dark bool) map[string]measured {
	t.Helper()
	dir := t.TempDir()
	outer := "<!DOCTYPE html><body>" + collect
	found := map[string]measured{}
	for name, page := range pages {
		inner := filepath.Join(dir, name+".html")
		write(t, inner, strings.Replace(page, "</body>", measure+"</body>", 1))
		for _, width := range []string{"360", "1000"} {
			outer += fmt.Sprintf(frame, name+" "+width, inner, width, 800)
			found[name+" "+width] = measured{file: inner}
		}
	}
	write(t, filepath.Join(dir, "frames.html"), outer)
	dom := chromium(t, path, dark, "--window-size=1100,900", "--virtual-time-budget=20000", "--dump-dom", "file://"+filepath.Join(dir, "frames.html"))
	for _, x := range measuredPage.FindAllStringSubmatch(dom, -1) {
		var m measured
		if err := json.Unmarshal([]byte(html.UnescapeString(x[1])), &m); err != nil {
			t.Fatal(err)
		}
		m.file = found[m.Name].file
		found[m.Name] = m
	}
	for what, m := range found {
		if m.Dark != dark {
			t.Errorf("%s: shown dark %v, want %v", what, m.Dark, dark)
		}
	}
	return found
}

// check holds what was measured against what a reader needs.
func (m measured) check(t *testing.T, what string) {
	t.Helper()
	_, width, _ := strings.Cut(m.Name, " ")
	if fmt.Sprint(m.Width) != width || m.Texts < 8 {
		t.Errorf("%s: was not shown as asked: %+v", what, m)
	}
	if m.Scroll > m.Width {
		t.Errorf("%s: scrolls sideways: %d pixels on %d", what, m.Scroll, m.Width)
	}
	if m.Worst < 4.5 {
		t.Errorf("%s: contrast %.2f of %q", what, m.Worst, m.Where)
	}
	if m.Dark == (m.Page > 0.5) {
		t.Errorf("%s: the page has the lightness %.2f", what, m.Page)
	}
	if !m.Alts {
		t.Errorf("%s: a picture without words", what)
	}
	for _, w := range m.Images {
		if w == 0 {
			t.Errorf("%s: a picture that does not show", what)
		}
	}
	if len(m.Loads) > 0 {
		t.Errorf("%s: loads %v", what, m.Loads)
	}
}

func write(t *testing.T, path, text string) {
	t.Helper()
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
}
