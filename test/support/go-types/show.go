package main

import (
	"fmt"
	"go/types"
	"strings"
)

// show writes a type without parameter names and without aliases, names of other packages by their path.
func show(t types.Type, own *types.Package) string {
	list := func(n int, at func(int) types.Type) string {
		parts := make([]string, n)
		for i := range parts {
			parts[i] = show(at(i), own)
		}
		return strings.Join(parts, ", ")
	}
	switch t := types.Unalias(t).(type) {
	case *types.Basic:
		switch t.Kind() {
		case types.Byte:
			return "uint8"
		case types.Rune:
			return "int32"
		case types.UnsafePointer:
			return "unsafe.Pointer"
		}
		return t.Name()
	case *types.Slice:
		return "[]" + show(t.Elem(), own)
	case *types.Array:
		return fmt.Sprintf("[%d]%s", t.Len(), show(t.Elem(), own))
	case *types.Map:
		return "map[" + show(t.Key(), own) + "]" + show(t.Elem(), own)
	case *types.Pointer:
		return "*" + show(t.Elem(), own)
	case *types.Chan:
		word := [...]string{"chan ", "chan<- ", "<-chan "}[t.Dir()]
		inner := show(t.Elem(), own)
		if nested, ok := t.Elem().(*types.Chan); ok && t.Dir() == types.SendRecv && nested.Dir() == types.RecvOnly {
			inner = "(" + inner + ")"
		}
		return word + inner
	case *types.Tuple:
		if t.Len() == 0 {
			return "()"
		}
		return "(" + list(t.Len(), func(i int) types.Type { return t.At(i).Type() }) + ")"
	case *types.Signature:
		return "func" + signature(t, own)
	case *types.Named:
		name := t.Obj().Name()
		if pkg := t.Obj().Pkg(); pkg != nil && pkg != own {
			name = pkg.Path() + "." + name
		}
		if n := t.TypeArgs().Len(); n > 0 {
			name += "[" + strings.ReplaceAll(list(n, t.TypeArgs().At), ", ", ",") + "]"
		}
		return name
	case *types.TypeParam:
		return t.Obj().Name()
	case *types.Struct:
		fields := make([]string, t.NumFields())
		for i := range fields {
			field := t.Field(i)
			if !field.Embedded() {
				fields[i] = field.Name() + " "
			}
			fields[i] += show(field.Type(), own)
			if tag := t.Tag(i); tag != "" {
				fields[i] += fmt.Sprintf(" %q", tag)
			}
		}
		return "struct{" + strings.Join(fields, "; ") + "}"
	case *types.Interface:
		return showInterface(t, own)
	case *types.Union:
		return union(t, own)
	}
	return t.String()
}

func signature(t *types.Signature, own *types.Package) string {
	parts := make([]string, t.Params().Len())
	for i := range parts {
		inner := t.Params().At(i).Type()
		if slice, ok := inner.(*types.Slice); ok && t.Variadic() && i == len(parts)-1 {
			parts[i] = "..." + show(slice.Elem(), own)
		} else {
			parts[i] = show(inner, own)
		}
	}
	text := "(" + strings.Join(parts, ", ") + ")"
	switch t.Results().Len() {
	case 0:
		return text
	case 1:
		return text + " " + show(t.Results().At(0).Type(), own)
	}
	return text + " " + show(t.Results(), own)
}

func showInterface(t *types.Interface, own *types.Package) string {
	if t.Empty() {
		return "any"
	}
	var parts []string
	for i := range t.NumExplicitMethods() {
		method := t.ExplicitMethod(i)
		parts = append(parts, method.Name()+signature(method.Signature(), own))
	}
	for i := range t.NumEmbeddeds() {
		parts = append(parts, show(t.EmbeddedType(i), own))
	}
	if t.IsImplicit() {
		return strings.Join(parts, "; ")
	}
	return "interface{" + strings.Join(parts, "; ") + "}"
}

func union(t *types.Union, own *types.Package) string {
	parts := make([]string, t.Len())
	for i := range parts {
		if t.Term(i).Tilde() {
			parts[i] = "~"
		}
		parts[i] += show(t.Term(i).Type(), own)
	}
	return strings.Join(parts, " | ")
}
