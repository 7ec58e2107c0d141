package main

import (
	"fmt"
	"go/constant"
	"go/types"
	"iter"
	"math/big"
	"regexp"
	"slices"
	"strconv"
	"strings"
)

// stub is the source of one package while it is put together.
type stub struct {
	pkg     *types.Package
	listed  bool
	imports map[string]bool
	lines   []string
}

// program prints packages, and the types of others that they mention.
type program struct {
	listed map[string]bool
	stubs  map[string]*stub
	done   map[*types.TypeName]bool
	queue  []*types.TypeName
}

func newProgram(paths []string) *program {
	p := &program{listed: map[string]bool{}, stubs: map[string]*stub{}, done: map[*types.TypeName]bool{}}
	for _, path := range paths {
		p.listed[path] = true
	}
	return p
}

func (p *program) stub(pkg *types.Package) *stub {
	s, ok := p.stubs[pkg.Path()]
	if !ok {
		s = &stub{pkg: pkg, listed: p.listed[pkg.Path()], imports: map[string]bool{}}
		p.stubs[pkg.Path()] = s
	}
	return s
}

// syscall has thousands of constants of one platform; these are what portable programs use.
var syscallNames = map[string]bool{
	"Errno": true, "Signal": true, "SysProcAttr": true, "WaitStatus": true, "Rusage": true, "Exec": true, "Exit": true, "Kill": true,
	"Getenv": true, "Getpid": true, "Getppid": true, "Getuid": true, "Stdin": true, "Stdout": true, "Stderr": true, "Umask": true,
}

func wanted(object types.Object) bool {
	if !object.Exported() {
		return false
	}
	if object.Pkg().Path() != "syscall" || syscallNames[object.Name()] {
		return true
	}
	_, isConst := object.(*types.Const)
	named, isNamed := object.Type().(*types.Named)
	return isConst && isNamed && syscallNames[named.Obj().Name()]
}

func (p *program) addPackage(pkg *types.Package) {
	s := p.stub(pkg)
	for _, name := range pkg.Scope().Names() {
		object := pkg.Scope().Lookup(name)
		if !wanted(object) {
			continue
		}
		switch object := object.(type) {
		case *types.TypeName:
			p.mention(object)
		case *types.Const:
			s.add("const " + name + p.constType(s, object) + " = " + literal(object))
		case *types.Var:
			s.add("var " + name + " " + p.typeString(s, object.Type()))
		case *types.Func:
			s.add("func " + name + p.signature(s, object.Signature()))
		}
	}
	p.drain()
}

// drain prints the types that were mentioned and are not printed yet.
func (p *program) drain() {
	for len(p.queue) > 0 {
		name := p.queue[0]
		p.queue = p.queue[1:]
		p.addType(name)
	}
}

// mention makes sure that a type is printed.
func (p *program) mention(name *types.TypeName) {
	if name.Pkg() == nil || p.done[name] {
		return
	}
	p.done[name] = true
	p.queue = append(p.queue, name)
}

// madeUp matches the names that the compiler gives to results without one.
var madeUp = regexp.MustCompile(`#rv[0-9]+`)

func (s *stub) add(line string) { s.lines = append(s.lines, madeUp.ReplaceAllString(line, "_")) }

func (p *program) constType(s *stub, object *types.Const) string {
	if basic, ok := object.Type().(*types.Basic); ok && basic.Info()&types.IsUntyped != 0 {
		return ""
	}
	return " " + p.typeString(s, object.Type())
}

// literal writes a constant so that its kind is kept and its value exact, or within 60 digits.
func literal(object *types.Const) string {
	value := object.Val()
	basic := object.Type().Underlying().(*types.Basic)
	switch {
	case basic.Kind() == types.UntypedRune:
		character, _ := constant.Int64Val(value)
		return strconv.QuoteRuneToASCII(rune(character))
	case basic.Info()&types.IsFloat == 0:
		return value.ExactString()
	}
	number := new(big.Float).SetPrec(512)
	switch exact := constant.Val(constant.ToFloat(value)).(type) {
	case *big.Rat:
		number.SetRat(exact)
	case *big.Float:
		number.Set(exact)
	}
	text := number.Text('g', 60)
	if !strings.ContainsAny(text, ".e") {
		text += ".0"
	}
	return text
}

// sources gives the text of each package; lines are in the order of their names.
func (p *program) sources() iter.Seq2[string, string] {
	return func(yield func(string, string) bool) {
		for path, s := range p.stubs {
			text := fmt.Sprintf("package %s\n", s.pkg.Name())
			if !s.listed || path == "syscall" {
				text = "//stub:partial\n" + text
			}
			if slices.ContainsFunc(s.lines, func(line string) bool { return strings.Contains(line, "unsafe.Pointer") }) {
				s.imports["unsafe"] = true
			}
			for _, imported := range sortedKeys(s.imports) {
				text += fmt.Sprintf("import %q\n", imported)
			}
			slices.Sort(s.lines)
			if !yield(path, text+strings.Join(s.lines, "\n")+"\n") {
				return
			}
		}
	}
}

func sortedKeys(set map[string]bool) []string {
	var keys []string
	for key := range set {
		keys = append(keys, key)
	}
	slices.Sort(keys)
	return keys
}
