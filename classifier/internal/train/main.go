// Command train learns rules/weights.txt from the project's own examples and a corpus folder, and measures by source.
//
//	go run ./classifier/internal/train -corpus ../shared/corpus          writes classifier/rules/weights.txt and wording.txt
//	go run ./classifier/internal/train -corpus ../shared/corpus -cv      cross-validates by source, writes nothing
//	go run ./classifier/internal/train -sentences                        writes classifier/rules/sentences.txt, from which the former go on
//	go run ./classifier/internal/train -names -corpus ../shared/corpus   writes classifier/rules/names.txt; with -cv as above
//	go run ./classifier/internal/train -sentences -cv                    cross-validates the sentence model
//
// The folder holds jobmail.jsonl (rows as classifier/eval reads them) and the folders ham/ and spam/ of raw messages. The same
// folder, rules and examples give the same file, byte for byte: rows are sorted, sums run in one order, nothing is random.
package main

import (
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
)

func main() {
	corpus := flag.String("corpus", "", "folder with jobmail.jsonl, ham/ and spam/")
	examples := flag.String("examples", "classifier/rules/examples:classifier/internal/train/messages", "folders with our own labelled messages")
	out := flag.String("o", "classifier/rules/weights.txt", "file to write")
	cv := flag.Bool("cv", false, "cross-validate by source instead of writing")
	errors := flag.String("errors", "", "with -cv: print the wrong rows whose id begins so")
	sentences := flag.Bool("sentences", false, "learn the sentence model from -texts instead of the message model")
	texts := flag.String("texts", "classifier/internal/train/sentences", "folder with our own labelled sentences")
	names := flag.Bool("names", false, "learn the weights by which the employer's name and the role are chosen")
	also := flag.String("also", "", "with -names: files of rows to measure on")
	flag.Parse()
	if *names {
		if err := runNames(*corpus, *examples, "classifier/rules/names.txt", *cv, *also, *errors); err != nil {
			fmt.Fprintln(os.Stderr, "train:", err)
			os.Exit(1)
		}
		return
	}
	if *sentences {
		if err := runSentences(*texts, "classifier/rules/sentences.txt", *cv); err != nil {
			fmt.Fprintln(os.Stderr, "train:", err)
			os.Exit(1)
		}
		return
	}
	if err := run(*corpus, *examples, *out, *cv, *errors); err != nil {
		fmt.Fprintln(os.Stderr, "train:", err)
		os.Exit(1)
	}
}

func run(corpus, examples, out string, cv bool, errors string) error {
	set, err := load(corpus, examples)
	if err != nil {
		return err
	}
	if cv {
		return crossValidate(set, errors)
	}
	m := learn(set, nil)
	temperature := calibrate(set, outside(set))
	if err := save(out, func(w io.Writer) error { return m.write(w, temperature) }); err != nil {
		return err
	}
	return save(filepath.Join(filepath.Dir(out), "wording.txt"), m.writeWording)
}

// save writes a file.
func save(name string, write func(io.Writer) error) error {
	f, err := os.Create(filepath.Clean(name))
	if err != nil {
		return err
	}
	if err := write(f); err != nil {
		f.Close()
		return err
	}
	return f.Close()
}

func runSentences(texts, out string, cv bool) error {
	set, err := readSentences(texts)
	if err != nil {
		return err
	}
	if cv {
		crossValidateSentences(set)
		return nil
	}
	return save(out, learnSentences(set).write)
}
