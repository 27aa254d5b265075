package digest

import (
	"embed"
	"fmt"
	"strings"

	"github.com/BurntSushi/toml"
)

//go:embed words/*.toml
var wordFiles embed.FS

// words are the phrases of one language, by key. {name} in a phrase is filled by say.
type words map[string]string

// wordsOf reads the phrases of a language; a phrase or a language that is missing is English.
func wordsOf(language string) (words, error) {
	w := words{}
	for _, l := range []string{"en", language} {
		data, err := wordFiles.ReadFile("words/" + l + ".toml")
		if err != nil {
			continue
		}
		if err := toml.Unmarshal(data, &w); err != nil {
			return nil, fmt.Errorf("words/%s.toml: %w", l, err)
		}
	}
	return w, nil
}

// say fills the phrase of key with name, value pairs.
func (w words) say(key string, pairs ...string) string {
	for i := 0; i+1 < len(pairs); i += 2 {
		pairs[i] = "{" + pairs[i] + "}"
	}
	return strings.NewReplacer(pairs...).Replace(w[key])
}
