// Package heardback holds what the program carries with it from the top of the module: the manual of its configuration.
package heardback

import _ "embed"

// ExampleConfig is config.example.toml.
//
//go:embed config.example.toml
var ExampleConfig string
