// Command go-stubs prints the exported interface of packages as Go source without bodies and comments, as JSON: an object from import
// path to source. It reads the import paths from standard input and runs in a module that requires those outside of the standard library.
//
// Of packages that are not listed, only the types are printed that the listed ones mention; their structs are left empty, their methods
// out, and the first line of such a source is //stub:partial. So it is for syscall, of which only what portable programs use is printed.
package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"go/importer"
	"go/token"
	"io"
	"log"
	"maps"
	"os"
	"os/exec"
	"strings"
)

// exportData asks the go command where the compiled packages are.
func exportData(paths []string) (map[string]string, error) {
	args := append([]string{"list", "-export", "-deps", "-f", "{{.ImportPath}}\t{{.Export}}"}, paths...)
	command := exec.Command("go", args...)
	command.Stderr = os.Stderr
	output, err := command.Output()
	if err != nil {
		return nil, err
	}
	files := map[string]string{}
	for line := range strings.Lines(string(output)) {
		path, file, _ := strings.Cut(strings.TrimSpace(line), "\t")
		files[path] = file
	}
	return files, nil
}

func readPaths() ([]string, error) {
	var paths []string
	lines := bufio.NewScanner(os.Stdin)
	for lines.Scan() {
		if path := strings.TrimSpace(lines.Text()); path != "" {
			paths = append(paths, path)
		}
	}
	return paths, lines.Err()
}

func run() error {
	paths, err := readPaths()
	if err != nil {
		return err
	}
	files, err := exportData(paths)
	if err != nil {
		return err
	}
	// Packages of the standard library import vendored ones under their plain paths.
	open := func(path string) (io.ReadCloser, error) {
		file, ok := files[path]
		if !ok {
			file, ok = files["vendor/"+path]
		}
		if !ok {
			return nil, fmt.Errorf("no export data for %s", path)
		}
		return os.Open(file)
	}
	load := importer.ForCompiler(token.NewFileSet(), "gc", open)
	all := newProgram(paths)
	for _, path := range paths {
		pkg, err := load.Import(path)
		if err != nil {
			return err
		}
		all.addPackage(pkg)
	}
	sources := maps.Collect(all.sources())
	if err := newVerifier(sources).verifyAll(); err != nil {
		return err
	}
	encoder := json.NewEncoder(os.Stdout)
	encoder.SetEscapeHTML(false)
	return encoder.Encode(sources)
}

func main() {
	log.SetFlags(0)
	if err := run(); err != nil {
		log.Fatal("go-stubs: ", err)
	}
}
