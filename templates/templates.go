// Package templates embeds the texts of the letters, one folder per language.
package templates
