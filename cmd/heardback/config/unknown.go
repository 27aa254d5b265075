package config

import (
	"fmt"
	"reflect"
	"strings"

	"github.com/BurntSushi/toml"
	"github.com/agnivade/levenshtein"
)

// unknownKey says which key is unknown and which one may be meant.
func unknownKey(key toml.Key) error {
	parent := strings.Join(key[:len(key)-1], ".")
	last := key[len(key)-1]
	in := "at the top level"
	if parent != "" {
		in = "in [" + parent + "]"
	}
	best, distance := "", len(last)/2+2
	for _, k := range allKeys() {
		name := k[strings.LastIndex(k, ".")+1:]
		d := levenshtein.ComputeDistance(last, name)
		if strings.TrimSuffix(k, "."+name) != parent && !(parent == "" && k == name) {
			d++ // a key of another table is the second choice
		}
		if d < distance {
			best, distance = k, d
		}
	}
	if best == "" {
		return fmt.Errorf("unknown key %q %s: config.example.toml lists all keys", last, in)
	}
	return fmt.Errorf("unknown key %q %s: did you mean %q?", last, in, best)
}

// allKeys lists every key of the configuration, dotted.
func allKeys() []string { return knownKeys(reflect.TypeFor[Config](), "") }

// knownKeys lists the dotted keys of a configuration type.
func knownKeys(t reflect.Type, prefix string) []string {
	var keys []string
	for t.Kind() == reflect.Slice || t.Kind() == reflect.Pointer {
		t = t.Elem()
	}
	if t.Kind() != reflect.Struct {
		return nil
	}
	for i := range t.NumField() {
		f := t.Field(i)
		if f.Anonymous { // its keys stand among the others
			keys = append(keys, knownKeys(f.Type, prefix)...)
			continue
		}
		name, _, _ := strings.Cut(f.Tag.Get("toml"), ",")
		if name == "" || name == "-" {
			continue
		}
		keys = append(keys, prefix+name)
		keys = append(keys, knownKeys(f.Type, prefix+name+".")...)
	}
	return keys
}
