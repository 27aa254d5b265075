// Package templates embeds the texts of the letters, one folder per language.
//
// Each folder holds language.toml (days, dates, greetings, closings, words the lint looks for) and one file per kind of
// draft, named as cadence.Kind. README.md is the manual for whoever writes one: the files are data, a language is a folder.
package templates

import "embed"

// FS holds <language>/language.toml and <language>/<kind>.txt.
//
//go:embed */language.toml */*.txt
var FS embed.FS
