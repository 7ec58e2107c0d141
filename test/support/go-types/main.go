// Command gotypes checks Go packages with go/types. It reads JSON lines from standard input, each a package with its files, and writes a JSON
// line for each with its errors and, if asked, the types of its expressions. Imports come from export data of the standard library.
package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"go/ast"
	"go/importer"
	"go/parser"
	"go/token"
	"go/types"
	"io"
	"os"
	"os/exec"
	"strings"
)

type request struct {
	Name  string            `json:"name"`
	Files map[string]string `json:"files"`
	Types bool              `json:"types"`
}

type typed struct {
	File  string `json:"file"`
	Start int    `json:"start"`
	End   int    `json:"end"`
	Type  string `json:"type"`
}

type answer struct {
	Name   string   `json:"name"`
	Errors []string `json:"errors"`
	Types  []typed  `json:"types,omitempty"`
}

// exports finds the export data of all packages of the standard library.
func exports() map[string]string {
	found := map[string]string{}
	out, err := exec.Command("go", "list", "-export", "-f", "{{.ImportPath}}\t{{.Export}}", "std").Output()
	if err != nil {
		panic(err)
	}
	for _, line := range strings.Split(string(out), "\n") {
		if path, file, ok := strings.Cut(line, "\t"); ok && file != "" {
			found[path] = file
		}
	}
	return found
}

func main() {
	files := exports()
	fset := token.NewFileSet()
	imports := importer.ForCompiler(fset, "gc", func(path string) (io.ReadCloser, error) {
		if file, ok := files[path]; ok {
			return os.Open(file)
		}
		if file, ok := files["vendor/"+path]; ok {
			return os.Open(file)
		}
		return nil, fmt.Errorf("no export data for %s", path)
	})
	in := bufio.NewScanner(os.Stdin)
	in.Buffer(nil, 1<<28)
	out := bufio.NewWriter(os.Stdout)
	defer out.Flush()
	encode := json.NewEncoder(out)
	for in.Scan() {
		var asked request
		if err := json.Unmarshal(in.Bytes(), &asked); err != nil {
			panic(err)
		}
		if err := encode.Encode(check(asked, imports)); err != nil {
			panic(err)
		}
	}
}

func check(asked request, imports types.Importer) answer {
	result := answer{Name: asked.Name, Errors: []string{}}
	fset := token.NewFileSet()
	var files []*ast.File
	names := map[*ast.File]string{}
	for name, text := range asked.Files {
		file, err := parser.ParseFile(fset, name, text, parser.SkipObjectResolution)
		if err != nil {
			result.Errors = append(result.Errors, "syntax: "+err.Error())
			return result
		}
		files = append(files, file)
		names[file] = name
	}
	info := &types.Info{Types: map[ast.Expr]types.TypeAndValue{}, Defs: map[*ast.Ident]types.Object{}, Uses: map[*ast.Ident]types.Object{}}
	config := types.Config{
		Importer: imports,
		Sizes:    types.SizesFor("gc", "amd64"),
		Error:    func(err error) { result.Errors = append(result.Errors, err.Error()) },
	}
	pkg, _ := config.Check(asked.Name, fset, files, info)
	if asked.Types {
		for _, file := range files {
			result.Types = append(result.Types, dump(fset, pkg, file, names[file], asked.Files[names[file]], info)...)
		}
	}
	return result
}

func dump(fset *token.FileSet, pkg *types.Package, file *ast.File, name, text string, info *types.Info) []typed {
	units := utf16Offsets(text)
	var list []typed
	ast.Inspect(file, func(node ast.Node) bool {
		expr, ok := node.(ast.Expr)
		if !ok {
			return true
		}
		found := info.Types[expr].Type
		if ident, ok := expr.(*ast.Ident); ok && found == nil {
			for _, object := range []types.Object{info.Defs[ident], info.Uses[ident]} {
				if variable, ok := object.(*types.Var); ok && !variable.IsField() {
					found = variable.Type()
				}
			}
		}
		if found == nil {
			return true
		}
		shown := show(found, pkg)
		start, end := fset.Position(expr.Pos()).Offset, fset.Position(expr.End()).Offset
		list = append(list, typed{name, units[start], units[end], shown})
		return true
	})
	return list
}

// utf16Offsets maps byte offsets to offsets in UTF-16 code units.
func utf16Offsets(text string) []int {
	units := make([]int, len(text)+1)
	unit := 0
	for i, r := range text {
		units[i] = unit
		unit++
		if r > 0xffff {
			unit++
		}
	}
	units[len(text)] = unit
	return units
}
