package main

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"go/types"
	"slices"
	"strings"
)

// verifier checks that the printed sources are correct Go and import nothing else.
type verifier struct {
	sources map[string]string
	set     *token.FileSet
	done    map[string]*types.Package
}

func newVerifier(sources map[string]string) *verifier {
	return &verifier{sources: sources, set: token.NewFileSet(), done: map[string]*types.Package{}}
}

// Import makes a verifier an importer of its own sources.
func (v *verifier) Import(path string) (*types.Package, error) {
	if path == "unsafe" {
		return types.Unsafe, nil
	}
	if pkg := v.done[path]; pkg != nil {
		return pkg, nil
	}
	source, ok := v.sources[path]
	if !ok {
		return nil, fmt.Errorf("no source for %s", path)
	}
	file, err := parser.ParseFile(v.set, path, source, parser.SkipObjectResolution)
	if err != nil {
		return nil, err
	}
	var failure error
	config := types.Config{Importer: v, IgnoreFuncBodies: true, Error: func(err error) {
		// Bodies are left out on purpose.
		if failure == nil && !strings.Contains(err.Error(), "missing function body") {
			failure = err
		}
	}}
	pkg, _ := config.Check(path, v.set, []*ast.File{file}, nil)
	if failure != nil {
		return nil, failure
	}
	v.done[path] = pkg
	return pkg, nil
}

func (v *verifier) verifyAll() error {
	var paths []string
	for path := range v.sources {
		paths = append(paths, path)
	}
	slices.Sort(paths)
	for _, path := range paths {
		if _, err := v.Import(path); err != nil {
			return err
		}
	}
	return nil
}
