// Command go-ast-equal reads pairs of file names from standard input, one pair a line and apart by a tab, and prints a line for each
// pair whose syntax trees differ, or whose comments do. Positions, parentheses and empty statements do not count.
package main

import (
	"bufio"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"reflect"
	"slices"
	"strings"
)

var ignoredTypes = map[reflect.Type]bool{
	reflect.TypeFor[*ast.Object]():       true,
	reflect.TypeFor[*ast.Scope]():        true,
	reflect.TypeFor[*ast.CommentGroup](): true,
}

var ignoredFields = map[string]bool{"Unresolved": true, "Comments": true, "Imports": true, "GoVersion": true, "FileStart": true, "FileEnd": true}

// Positions whose being there or not means something.
var meaningful = map[string]bool{"Ellipsis": true, "Assign": true}

func unparen(v reflect.Value) reflect.Value {
	for v.Kind() == reflect.Interface && !v.IsNil() {
		paren, ok := v.Interface().(*ast.ParenExpr)
		if !ok {
			break
		}
		holder := reflect.New(v.Type()).Elem()
		holder.Set(reflect.ValueOf(paren.X))
		v = holder
	}
	return v
}

func withoutEmpty(v reflect.Value) reflect.Value {
	stmts, ok := v.Interface().([]ast.Stmt)
	if !ok {
		return v
	}
	kept := slices.DeleteFunc(slices.Clone(stmts), func(s ast.Stmt) bool {
		_, empty := s.(*ast.EmptyStmt)
		return empty
	})
	return reflect.ValueOf(kept)
}

func differ(path string, a, b reflect.Value) string {
	a, b = unparen(a), unparen(b)
	if a.Type() != b.Type() {
		return fmt.Sprintf("%s: %s and %s", path, a.Type(), b.Type())
	}
	if ignoredTypes[a.Type()] {
		return ""
	}
	switch a.Kind() {
	case reflect.Pointer, reflect.Interface:
		if a.IsNil() || b.IsNil() {
			if a.IsNil() != b.IsNil() {
				return path + ": only one is there"
			}
			return ""
		}
		return differ(path, a.Elem(), b.Elem())
	case reflect.Slice:
		a, b = withoutEmpty(a), withoutEmpty(b)
		if a.Len() != b.Len() {
			return fmt.Sprintf("%s: %d and %d elements", path, a.Len(), b.Len())
		}
		for i := range a.Len() {
			if d := differ(fmt.Sprintf("%s[%d]", path, i), a.Index(i), b.Index(i)); d != "" {
				return d
			}
		}
	case reflect.Struct:
		for i := range a.NumField() {
			name := a.Type().Field(i).Name
			if ignoredFields[name] {
				continue
			}
			if d := differ(path+"."+name, a.Field(i), b.Field(i)); d != "" {
				return d
			}
		}
	default:
		x, y := a.Interface(), b.Interface()
		if pos, ok := x.(token.Pos); ok {
			name := path[strings.LastIndex(path, ".")+1:]
			if meaningful[name] && pos.IsValid() != y.(token.Pos).IsValid() {
				return path + ": only one is there"
			}
		} else if x != y {
			return fmt.Sprintf("%s: %v and %v", path, x, y)
		}
	}
	return ""
}

func comments(file *ast.File) []string {
	var texts []string
	for _, group := range file.Comments {
		for _, comment := range group.List {
			text := strings.Trim(comment.Text, "/* \t\n\r")
			texts = append(texts, strings.Join(strings.Fields(text), " "))
		}
	}
	slices.Sort(texts)
	return texts
}

func compare(first, second string) string {
	set := token.NewFileSet()
	a, err := parser.ParseFile(set, first, nil, parser.ParseComments|parser.SkipObjectResolution)
	if err != nil {
		return "the first does not parse: " + err.Error()
	}
	b, err := parser.ParseFile(set, second, nil, parser.ParseComments|parser.SkipObjectResolution)
	if err != nil {
		return "the second does not parse: " + err.Error()
	}
	if d := differ("file", reflect.ValueOf(a).Elem(), reflect.ValueOf(b).Elem()); d != "" {
		return d
	}
	if x, y := comments(a), comments(b); !slices.Equal(x, y) {
		return fmt.Sprintf("comments: %d and %d", len(x), len(y))
	}
	return ""
}

func main() {
	lines := bufio.NewScanner(os.Stdin)
	pairs := 0
	for lines.Scan() {
		first, second, ok := strings.Cut(lines.Text(), "\t")
		if !ok {
			continue
		}
		pairs++
		if d := compare(first, second); d != "" {
			fmt.Printf("%s: %s\n", first, d)
		}
	}
	fmt.Printf("%d pairs\n", pairs)
}
