package digest

import (
	_ "embed" // the HTML of a letter is a file
	"encoding/base64"
	"fmt"
	"html/template"
	"strings"
)

//go:embed letter.html
var letterHTML string

var page = template.Must(template.New("letter.html").Parse(letterHTML))

// pictureID is the Content-ID of the picture.
const pictureID = "search@" + ListID

// html is the HTML part. Src is the address of the picture: its Content-ID in a letter, the picture itself in a preview.
func (c content) html(language string, src func(*picture) template.URL) (string, error) {
	var b strings.Builder
	view := struct {
		Lang    string
		Content content
		Src     func(*picture) template.URL
	}{language, c, src}
	if err := page.Execute(&b, view); err != nil {
		return "", fmt.Errorf("writing the HTML of a letter: %w", err)
	}
	return b.String(), nil
}

// byContentID points to the picture within the letter.
func byContentID(*picture) template.URL { return "cid:" + pictureID }

// inPlace holds the picture itself, for a file that is looked at in a browser. No letter has such an address.
func inPlace(p *picture) template.URL {
	return template.URL("data:image/png;base64," + base64.StdEncoding.EncodeToString(p.PNG))
}
