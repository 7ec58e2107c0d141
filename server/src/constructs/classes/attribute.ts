import type * as goTree from "../../go/tree.ts";
import { expression, variable } from "../../ir/build.ts";
import type * as ir from "../../ir/node.ts";
import { coerceGo } from "../../lowering/coerce-go.ts";
import { defineConstruct } from "../../lowering/construct.ts";
import { classAttribute } from "../../lowering/go/class-attributes.ts";
import { accessorName, isHeldAsInterface } from "../../lowering/go/class-layout.ts";
import { enumMember, enumName, enumValue } from "../../lowering/go/enums.ts";
import { narrowedField } from "../../lowering/go/narrowed.ts";
import * as go from "../../lowering/go/syntax.ts";
import { functionValue } from "../../lowering/lift/go-calls.ts";
import { libraryFunction } from "../../lowering/lift/python-apply.ts";
import type { GoLiftContext, PythonLiftContext } from "../../lowering/lift-context.ts";
import type { GoLowerContext, PythonLowerContext } from "../../lowering/lower-context.ts";
import { Untranslatable } from "../../lowering/untranslatable.ts";
import * as py from "../../python/build.ts";
import type * as pyTree from "../../python/tree.ts";
import { unknownType } from "../../types/build.ts";

export default defineConstruct({
  id: "attribute",
  title: "Attribute / selector",
  summary: "`object.name` selects a field or method in both languages; properties become method calls in Go.",
  explanation:
    "Python looks an attribute up when the program runs: in the object, then in its class and its bases, and a property runs code on the way. Go decides when it compiles: a selector is " +
    "a field, a method or a name of a package, reached through pointers and embedded structs without further notation. Whether a name can be seen from other packages is said by its first letter.",
  references: [
    { title: "Go: Selectors", url: "https://go.dev/ref/spec#Selectors" },
    {
      title: "Python: Attribute references",
      url: "https://docs.python.org/3/reference/expressions.html#attribute-references",
    },
  ],
  python: { Attribute: liftAttribute },
  go: { SelectorExpr: liftSelector },
  lower: { go: { Field: fieldToGo }, python: { Field: fieldToPython } },
  examples: [
    {
      title: "Reading and setting a field",
      python: `class Counter:
    def __init__(self) -> None:
        self.count = 0


counter = Counter()
counter.count = counter.count + 2
print(counter.count)
`,
      go: `package main

import "fmt"

type Counter struct {
	Count int
}

func main() {
	counter := &Counter{}
	counter.Count = counter.Count + 2
	fmt.Println(counter.Count)
}
`,
    },
    {
      title: "Properties with setters, and class attributes",
      python: `class Thermostat:
    limit = 30
    made = 0

    def __init__(self, degrees: int) -> None:
        self._degrees = degrees
        Thermostat.made += 1

    @property
    def degrees(self) -> int:
        return self._degrees

    @degrees.setter
    def degrees(self, value: int) -> None:
        if value > self.limit:
            raise ValueError(f"{value} is too warm")
        self._degrees = value


thermostat = Thermostat(20)
thermostat.degrees = 25
thermostat.degrees += 1
try:
    thermostat.degrees = 40
except ValueError as error:
    print(error)
print(thermostat.degrees, Thermostat.made)
`,
      go: `package main

import "fmt"

type Thermostat struct {
	degrees int
}

const limit = 30

var made = 0

func NewThermostat(degrees int) *Thermostat {
	made++
	return &Thermostat{degrees: degrees}
}

func (t *Thermostat) Degrees() int {
	return t.degrees
}

func (t *Thermostat) SetDegrees(value int) error {
	if value > limit {
		return fmt.Errorf("%d is too warm", value)
	}
	t.degrees = value
	return nil
}

func main() {
	thermostat := NewThermostat(20)
	for _, value := range []int{25, 26, 40} {
		if err := thermostat.SetDegrees(value); err != nil {
			fmt.Println(err)
		}
	}
	fmt.Println(thermostat.Degrees(), made)
}
`,
      from: ["python"],
    },
  ],
});

function liftAttribute(node: pyTree.Attribute, context: PythonLiftContext): ir.Expression {
  const row = context.library(node);
  if (row) return row;
  const target = context.analysis.attributeOf(node);
  const type = context.typeOf(node);
  switch (target?.kind) {
    case "field":
      return {
        sort: "expression",
        kind: "Field",
        object: context.expression(node.value),
        name: node.attr,
        member: target.shared ? "classAttribute" : "field",
        type,
      };
    case "method":
      return {
        sort: "expression",
        kind: "Field",
        object: context.expression(node.value),
        name: node.attr,
        member: "method",
        type,
      };
    case "property":
      return {
        sort: "expression",
        kind: "Field",
        object: context.expression(node.value),
        name: node.attr,
        member: "property",
        type,
      };
    case "enum-member":
      return {
        sort: "expression",
        kind: "Field",
        object: context.expression(node.value),
        name: node.attr,
        member: "enumMember",
        type,
      };
    case "module-member":
      if (target.binding) return variable(target.binding);
      throw new Untranslatable("module-member", `\`${context.source(node)}\` is not declared in this program.`);
    case "library":
    case "library-attribute": {
      const bound = type.kind === "function" ? libraryFunction(node, type, context) : undefined;
      if (bound) return bound;
      throw new Untranslatable(
        "library-attribute",
        `\`${context.source(node)}\` has no row in the library table yet; look for its counterpart in Go's documentation.`,
      );
    }
    default:
      if ((node.attr === "name" || node.attr === "value") && context.typeOf(node.value).kind === "named") {
        const object = context.expression(node.value);
        if (object.type.kind === "named" && object.type.symbol.enumeration)
          return expression("Field", type, {
            object,
            name: node.attr,
            member: node.attr === "name" ? "enumName" : "enumValue",
          });
      }
      throw new Untranslatable(
        "unknown-attribute",
        `Nothing is known of \`${context.source(node)}\`: annotate the variable with its type.`,
      );
  }
}

function liftSelector(node: goTree.SelectorExpr, context: GoLiftContext): ir.Expression {
  const row = context.library(node);
  if (row) return row;
  const selection = context.analysis.selectionOf(node);
  const type = context.typeOf(node);
  if (selection === undefined) return externalField(node, context);
  if (selection.kind === "package" && context.analysis.isExternal(selection.packagePath ?? ""))
    return externalName(node, selection.packagePath ?? "", context);
  if (selection.kind === "package") {
    const value = functionValue(node, type, context, (args) => {
      const call = {
        kind: "CallExpr",
        fun: node,
        args: args.map((arg) => context.placeholder(arg.type, arg)),
        ellipsis: false,
        span: node.span,
      } as const;
      return context.library(call, type.kind === "function" ? type.result : undefined);
    });
    if (value) return value;
    throw new Untranslatable(
      "library-attribute",
      `\`${context.source(node)}\` has no row in the library table yet; look for its counterpart in Python's documentation.`,
    );
  }
  if (selection.kind === "methodExpr") {
    const path = selection.path.map((step) => step.name);
    const value = functionValue(node, type, context, ([receiver, ...args]) =>
      receiver && type.kind === "function"
        ? expression("MethodCall", type.result, {
            receiver,
            method: node.sel.name,
            symbol: selection.symbol,
            arguments: args.map((arg) => ({ value: arg })),
            ...(path.length > 0 ? { path } : {}),
          })
        : undefined,
    );
    if (value) return value;
    throw new Untranslatable(
      "method-expression",
      `The method expression \`${context.source(node)}\` is not translated; in Python write \`Class.method\`.`,
    );
  }
  const path = selection.path.map((step) => step.name);
  const member = selection.kind === "method" ? "method" : "field";
  const object = context.expression(node.x);
  // A method value of a value receiver keeps the receiver as it is now.
  const keepsCopy = member === "method" && selection.method?.pointerReceiver !== true && path.length === 0;
  return {
    sort: "expression",
    kind: "Field",
    object: keepsCopy ? coerceGo(pointedTo(object), pointedTo(object).type) : object,
    name: node.sel.name,
    member,
    type,
    ...(path.length > 0 ? { path } : {}),
  };
}

/** A member of a value that came from a package which is not known: the name alone says what it is. */
function externalField(node: goTree.SelectorExpr, context: GoLiftContext): ir.Expression {
  const object = context.expression(node.x);
  if (object.type.kind !== "unknown" && object.type.kind !== "pointer")
    throw new Untranslatable("unknown-attribute", `Nothing is known of \`${context.source(node)}\`.`);
  return expression("Field", unknownType, { object, name: node.sel.name, member: "method" });
}

function externalName(node: goTree.SelectorExpr, path: string, context: GoLiftContext): ir.Expression {
  context.report(node, {
    severity: "caveat",
    code: "external-name",
    message: `\`${context.source(node)}\` is kept by name: nothing is known here of the package \`${path}\`.`,
  });
  const qualifier = node.x.kind === "Ident" ? node.x.name : context.source(node.x);
  return expression("ExternalName", unknownType, { package: path, qualifier, name: node.sel.name, role: "value" });
}

function pointedTo(object: ir.Expression): ir.Expression {
  return object.type.kind === "pointer" && object.type.target.kind === "named"
    ? expression("Dereference", object.type.target, { operand: object })
    : object;
}

function fieldToGo(node: ir.Field, context: GoLowerContext): goTree.Expr {
  if (node.member === "enumMember") return enumMember(node, context);
  if (node.member === "enumName") return enumName(node.object, context);
  if (node.member === "enumValue") return enumValue(node.object, context);
  if (node.member === "classAttribute" && !context.names.isFaithful) return classAttribute(node, context);
  if (node.object.type.kind === "class")
    throw new Untranslatable(
      "class-attribute",
      `\`${node.name}\` is looked up in the class itself; in Go it is a name of the package.`,
    );
  if (node.member === "embedded") return go.selector(context.expression(node.object), node.name);
  const object = ownerOfField(node, context);
  const base = (node.path ?? []).reduce<goTree.Expr>((inner, name) => go.selector(inner, name), object);
  const selected = go.selector(
    base,
    context.member(node.name, node.object.type, node.member === "field" ? "field" : "method"),
  );
  if (node.member === "property") return go.call(selected);
  return node.member === "field" && !context.names.isFaithful && node.path === undefined
    ? narrowedField(selected, node.object.type, node.name, node.type, context)
    : selected;
}

/** The struct that has the field: behind an interface value it is asked for. */
function ownerOfField(node: ir.Field, context: GoLowerContext): goTree.Expr {
  const object = context.expression(node.object);
  const { type } = node.object;
  const inner = type.kind === "optional" ? type.inner : type;
  if (node.member !== "field" || !isHeldAsInterface(inner, context) || isReceiver(node.object, context)) return object;
  return go.call(go.selector(object, accessorName(inner.symbol, context)));
}

/** Whether the node is the receiver of the method being lowered, which is the struct itself. */
function isReceiver(node: ir.Expression, context: GoLowerContext): boolean {
  const { classScope } = context;
  return node.kind === "Variable" && classScope?.isWhole === false && node.binding === classScope.receiver;
}

function fieldToPython(node: ir.Field, context: PythonLowerContext): pyTree.Expression {
  const flavour = node.member === "method" || node.member === "property" ? "method" : "field";
  const owner = (node.path ?? []).reduce<pyTree.Expression>(
    (object, name) => py.attribute(object, context.member(name, undefined, "field")),
    context.expression(node.object),
  );
  return py.attribute(owner, context.member(node.name, node.object.type, flavour));
}
