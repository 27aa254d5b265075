package digest

import (
	"embed"
	"fmt"
	"strconv"
	"strings"
	"sync"

	"github.com/BurntSushi/toml"
)

//go:embed words/*.toml
var wordFiles embed.FS

// words are the phrases of one language by dotted key: "notice.offer". {name} in a phrase is filled by say.
type words struct {
	language string
	phrases  map[string]string
}

var loaded sync.Map // language to words: the files are embedded and never change

// wordsOf returns the phrases of a language; one without words is English.
func wordsOf(language string) (words, error) {
	if w, ok := loaded.Load(language); ok {
		return w.(words), nil
	}
	data, err := wordFiles.ReadFile("words/" + language + ".toml")
	if err != nil {
		if language == "en" {
			return words{}, err
		}
		return wordsOf("en")
	}
	var tree map[string]any
	if err := toml.Unmarshal(data, &tree); err != nil {
		return words{}, fmt.Errorf("words/%s.toml: %w", language, err)
	}
	w := words{language, map[string]string{}}
	if err := w.flatten("", tree); err != nil {
		return words{}, fmt.Errorf("words/%s.toml: %w", language, err)
	}
	loaded.Store(language, w)
	return w, nil
}

// flatten turns tables and lists into dotted keys.
func (w words) flatten(prefix string, v any) error {
	switch v := v.(type) {
	case string:
		w.phrases[strings.TrimSuffix(prefix, ".")] = v
	case []any:
		for i, x := range v {
			if err := w.flatten(prefix+strconv.Itoa(i)+".", x); err != nil {
				return err
			}
		}
	case map[string]any:
		for k, x := range v {
			if err := w.flatten(prefix+k+".", x); err != nil {
				return err
			}
		}
	default:
		return fmt.Errorf("%q is no text", prefix)
	}
	return nil
}

// has reports whether there is a phrase under key.
func (w words) has(key string) bool { return w.phrases[key] != "" }

// say fills the phrase of key with name, value pairs. What is filled in is not read again: a name that holds "{date}" stays.
func (w words) say(key string, pairs ...string) string {
	old := make([]string, len(pairs))
	for i := 0; i+1 < len(pairs); i += 2 {
		old[i], old[i+1] = "{"+pairs[i]+"}", pairs[i+1]
	}
	return strings.NewReplacer(old...).Replace(w.phrases[key])
}

// count is say for the plural form of n, which fills {n}.
func (w words) count(key string, n int, pairs ...string) string {
	form := ".other"
	if n == 1 || n == 0 && (w.language == "fr" || w.language == "pt") {
		form = ".one"
	}
	return w.say(key+form, append([]string{"n", strconv.Itoa(n)}, pairs...)...)
}

// list returns the phrases key.0, key.1, …
func (w words) list(key string) []string {
	var all []string
	for i := 0; w.has(key + "." + strconv.Itoa(i)); i++ {
		all = append(all, w.phrases[key+"."+strconv.Itoa(i)])
	}
	return all
}
