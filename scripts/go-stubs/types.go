package main

import (
	"go/types"
	"strings"
)

// qualifier writes the names of other packages before their types, and notes that they are imported.
func (p *program) qualifier(s *stub) types.Qualifier {
	return func(pkg *types.Package) string {
		if pkg == s.pkg {
			return ""
		}
		s.imports[pkg.Path()] = true
		return pkg.Name()
	}
}

// typeString writes a type, without the unexported fields of struct literals, and sees to it that what it mentions is printed.
func (p *program) typeString(s *stub, t types.Type) string {
	p.mentionAll(t, map[types.Type]bool{})
	return types.TypeString(t, p.qualifier(s))
}

func (p *program) mentionAll(t types.Type, seen map[types.Type]bool) {
	if t == nil || seen[t] {
		return
	}
	seen[t] = true
	each := func(ts ...types.Type) {
		for _, t := range ts {
			p.mentionAll(t, seen)
		}
	}
	switch t := t.(type) {
	case *types.Named:
		p.mention(t.Obj())
		each(typeList(t.TypeArgs())...)
	case *types.Alias:
		p.mention(t.Obj())
		each(typeList(t.TypeArgs())...)
	case *types.Pointer:
		each(t.Elem())
	case *types.Slice:
		each(t.Elem())
	case *types.Array:
		each(t.Elem())
	case *types.Chan:
		each(t.Elem())
	case *types.Map:
		each(t.Key(), t.Elem())
	case *types.Tuple:
		for variable := range t.Variables() {
			each(variable.Type())
		}
	case *types.Signature:
		for i := range t.TypeParams().Len() {
			each(t.TypeParams().At(i).Constraint())
		}
		each(t.Params(), t.Results())
	case *types.Struct:
		for field := range t.Fields() {
			each(field.Type())
		}
	case *types.Interface:
		for method := range t.ExplicitMethods() {
			each(method.Type())
		}
		for embedded := range t.EmbeddedTypes() {
			each(embedded)
		}
	case *types.Union:
		for term := range t.Terms() {
			each(term.Type())
		}
	}
}

func typeList(list *types.TypeList) []types.Type {
	var all []types.Type
	for t := range list.Types() {
		all = append(all, t)
	}
	return all
}

func (p *program) signature(s *stub, signature *types.Signature) string {
	p.mentionAll(signature, map[types.Type]bool{})
	text := types.TypeString(signature, p.qualifier(s))
	return strings.TrimPrefix(text, "func")
}

func (p *program) typeParams(s *stub, list *types.TypeParamList) string {
	var params []string
	for i := range list.Len() {
		param := list.At(i)
		params = append(params, param.Obj().Name()+" "+p.typeString(s, param.Constraint()))
	}
	if len(params) == 0 {
		return ""
	}
	return "[" + strings.Join(params, ", ") + "]"
}

// addType prints the declaration of a type with its methods.
func (p *program) addType(name *types.TypeName) {
	s := p.stub(name.Pkg())
	if alias, ok := name.Type().(*types.Alias); ok && name.IsAlias() {
		s.add("type " + name.Name() + p.typeParams(s, alias.TypeParams()) + " = " + p.typeString(s, alias.Rhs()))
		return
	}
	named, ok := name.Type().(*types.Named)
	if !ok {
		return
	}
	s.add("type " + name.Name() + p.typeParams(s, named.TypeParams()) + " " + p.underlying(s, named))
	if types.IsInterface(named) {
		return
	}
	p.addMethods(s, named)
}

func (p *program) underlying(s *stub, named *types.Named) string {
	switch t := named.Underlying().(type) {
	case *types.Struct:
		return p.structure(s, named, t)
	case *types.Interface:
		return p.interfaceText(s, t)
	default:
		return p.typeString(s, t)
	}
}

// structure writes the exported fields. A blank field keeps a struct incomparable, and one that cannot be written without its keys.
func (p *program) structure(s *stub, named *types.Named, t *types.Struct) string {
	var fields []string
	hidden := false
	comparable := true
	if s.listed {
		for i := range t.NumFields() {
			field := t.Field(i)
			promoted := field.Embedded() && p.exportsFields(field)
			if !field.Exported() && !promoted {
				hidden = true
				continue
			}
			comparable = comparable && types.Comparable(field.Type())
			text := p.typeString(s, field.Type())
			if !field.Embedded() {
				text = field.Name() + " " + text
			}
			fields = append(fields, text)
		}
	}
	if comparable && !types.Comparable(named) {
		fields = append(fields, "_ func()")
	} else if hidden {
		fields = append(fields, "_ int")
	}
	if len(fields) == 0 {
		return "struct{}"
	}
	return "struct { " + strings.Join(fields, "; ") + " }"
}

// exportsFields tells whether an embedded field whose name is not exported gives exported fields to the struct around it.
func (p *program) exportsFields(field *types.Var) bool {
	t := field.Type()
	if pointer, ok := t.(*types.Pointer); ok {
		t = pointer.Elem()
	}
	inner, ok := t.Underlying().(*types.Struct)
	if !ok {
		return false
	}
	for field := range inner.Fields() {
		if field.Exported() {
			return true
		}
	}
	return false
}

// interfaceText writes all methods, also those that are not exported: they keep other types from implementing the interface.
func (p *program) interfaceText(s *stub, t *types.Interface) string {
	var parts []string
	for method := range t.ExplicitMethods() {
		parts = append(parts, method.Name()+p.signature(s, method.Signature()))
	}
	for embedded := range t.EmbeddedTypes() {
		parts = append(parts, p.typeString(s, embedded))
	}
	if len(parts) == 0 {
		return "interface{}"
	}
	return "interface { " + strings.Join(parts, "; ") + " }"
}

// addMethods prints the exported methods, those that come from embedded fields which are not printed among them.
func (p *program) addMethods(s *stub, named *types.Named) {
	if !s.listed {
		return
	}
	direct := types.NewMethodSet(named)
	for selection := range types.NewMethodSet(types.NewPointer(named)).Methods() {
		method, ok := selection.Obj().(*types.Func)
		if !ok || !method.Exported() || p.comesFromPrintedField(named, selection) {
			continue
		}
		receiver := named.Obj().Name()
		if params := named.TypeParams(); params.Len() > 0 {
			var names []string
			for i := range params.Len() {
				names = append(names, params.At(i).Obj().Name())
			}
			receiver += "[" + strings.Join(names, ", ") + "]"
		}
		if direct.Lookup(method.Pkg(), method.Name()) == nil {
			receiver = "*" + receiver
		}
		signature := p.signature(s, selection.Type().(*types.Signature))
		s.add("func (" + receiver + ") " + method.Name() + signature)
	}
}

func (p *program) comesFromPrintedField(named *types.Named, selection *types.Selection) bool {
	if len(selection.Index()) == 1 {
		return false
	}
	field := named.Underlying().(*types.Struct).Field(selection.Index()[0])
	return field.Exported() || p.exportsFields(field)
}
