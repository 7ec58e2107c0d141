import type * as goTree from "../../go/tree.ts";
import { isSimple } from "../../ir/purity.ts";
import type * as ir from "../../ir/node.ts";
import * as py from "../../python/build.ts";
import type * as pyTree from "../../python/tree.ts";
import { defineConstruct } from "../../lowering/construct.ts";
import { enumerationOf } from "../../lowering/go/enums.ts";
import { forEachElement, listOfElements } from "../../lowering/go/collect.ts";
import { equal, isPlainlyEqual } from "../../lowering/go/equality.ts";
import * as go from "../../lowering/go/syntax.ts";
import { negation } from "../../lowering/go/truth.ts";
import { specialCall } from "../../lowering/special-methods.ts";
import { iteratedType } from "../../types/members.ts";
import { tupleForm } from "../../lowering/go/tuples.ts";
import type { GoLowerContext } from "../../lowering/lower-context.ts";
import { Untranslatable } from "../../lowering/untranslatable.ts";

function toGo(node: ir.Membership, context: GoLowerContext): goTree.Expr {
  const found = contains(node, context);
  return node.negated ? negation(found) : found;
}

function contains(node: ir.Membership, context: GoLowerContext): goTree.Expr {
  const { container, element } = node;
  if (container.kind === "Iterate" && container.operands[0]) {
    if (container.form === "keys") return contains({ ...node, container: container.operands[0] }, context);
    return inIterable(node, context);
  }
  if (container.kind === "Range") return inRange(node, container, context);
  switch (container.type.kind) {
    case "string": {
      const [part, whole] = context.expressions([element, container]) as [goTree.Expr, goTree.Expr];
      return go.libraryCall("strings", "Contains", whole, part);
    }
    case "dict":
    case "set": {
      if ((container.kind === "SetLiteral" || container.kind === "TupleLiteral") && isShort(container))
        return oneOf(element, container.elements, context);
      const [key, map] = context.expressions([element, container]) as [goTree.Expr, goTree.Expr];
      const name = context.fresh("ok");
      context.emit(go.define(["_", name], go.index(map, key)));
      return go.ident(name);
    }
    case "tuple":
      if (container.kind === "TupleLiteral" && isShort(container)) return oneOf(element, container.elements, context);
      return inTuple(node, container.type, context);
    case "list":
    case "array":
      if (container.kind === "ListLiteral" && isShort(container)) return oneOf(element, container.elements, context);
      return inList(node, context);
    case "bytes": {
      if (element.type.kind !== "bytes")
        throw new Untranslatable(
          "bytes-membership",
          "Looking for a byte by its number is not translated; Go programs call `bytes.IndexByte`.",
        );
      const [part, whole] = context.expressions([element, container]) as [goTree.Expr, goTree.Expr];
      return go.libraryCall("bytes", "Contains", whole, part);
    }
    case "iterator":
      return inIterable(node, context);
    case "named": {
      if (enumerationOf(container.type)?.facts.flavour === "flag") {
        const [flag, all] = context.expressions([element, container]) as [goTree.Expr, goTree.Expr];
        const same = flag.kind === "Ident" ? flag : context.temporary("flag", flag);
        return go.binary(go.binary(all, "&", same), "==", same);
      }
      const special = specialCall(container, "__contains__", [element]);
      if (special) return context.expression(special);
      if (iteratedType(container.type)) return inIterable(node, context);
      break;
    }
  }
  throw new Untranslatable("membership", "`in` is not translated for a container of this type.");
}

/** A few constants are compared one by one. */
function isShort(container: ir.ListLiteral | ir.TupleLiteral | ir.SetLiteral): boolean {
  return container.elements.length > 0 && container.elements.length <= 3 && container.elements.every(isSimple);
}

function oneOf(element: ir.Expression, options: readonly ir.Expression[], context: GoLowerContext): goTree.Expr {
  const lowered = context.expression(element);
  const value = isSimple(element) || lowered.kind === "Ident" ? lowered : context.temporary("value", lowered);
  const tests = options.map((option) =>
    equal(value, context.expression(option), element.type.kind === "unknown" ? option.type : element.type, context),
  );
  return tests.reduce((left, right) => go.binary(left, "||", right));
}

function inList(node: ir.Membership, context: GoLowerContext): goTree.Expr {
  const [element, list] = context.expressions([node.element, node.container]) as [goTree.Expr, goTree.Expr];
  const type = node.container.type;
  return searched(
    list,
    element,
    type.kind === "list" || type.kind === "array" ? type.element : node.element.type,
    type.kind === "array",
    context,
  );
}

function searched(
  list: goTree.Expr,
  element: goTree.Expr,
  type: ir.Expression["type"],
  isArray: boolean,
  context: GoLowerContext,
): goTree.Expr {
  const whole = isArray ? go.sliceOf(list.kind === "Ident" ? list : context.temporary("items", list)) : list;
  if (isPlainlyEqual(type)) return go.libraryCall("slices", "Contains", whole, element);
  const wanted = element.kind === "Ident" ? element : context.temporary("wanted", element);
  const name = context.fresh("item");
  const test = context.capture(() => equal(go.ident(name), wanted, type, context));
  return go.libraryCall(
    "slices",
    "ContainsFunc",
    whole,
    go.functionLiteral(
      [[name, context.type(type)]],
      [go.ident("bool")],
      go.block([...test.emitted, go.returnStatement(test.value)]),
    ),
  );
}

function inTuple(
  node: ir.Membership,
  type: Extract<ir.Expression["type"], { kind: "tuple" }>,
  context: GoLowerContext,
): goTree.Expr {
  if (tupleForm(type) === "struct")
    throw new Untranslatable("membership", "`in` is not translated for a tuple of different types.");
  const inner = type.rest ?? type.elements[0] ?? node.element.type;
  if (node.container.kind === "TupleLiteral") {
    const [element, ...items] = context.expressions([node.element, ...node.container.elements]) as [
      goTree.Expr,
      ...goTree.Expr[],
    ];
    return searched(go.composite(go.sliceType(context.type(inner)), items), element, inner, false, context);
  }
  const [element, tuple] = context.expressions([node.element, node.container]) as [goTree.Expr, goTree.Expr];
  return searched(tuple, element, inner, type.rest === undefined, context);
}

function inRange(node: ir.Membership, range: ir.Range, context: GoLowerContext): goTree.Expr {
  if (range.step.kind !== "IntegerLiteral" || range.step.value !== 1n)
    throw new Untranslatable("membership", "`in` a range with a step is not translated; compare with the bounds.");
  const [element, start, stop] = context.expressions([node.element, range.start, range.stop]) as [
    goTree.Expr,
    goTree.Expr,
    goTree.Expr,
  ];
  const value = isSimple(node.element) ? element : context.temporary("value", element);
  return go.binary(go.binary(start, "<=", value), "&&", go.binary(value, "<", stop));
}

/** Goes through an iterable until the element is found. */
function inIterable(node: ir.Membership, context: GoLowerContext): goTree.Expr {
  const wanted = context.temporary("wanted", context.expression(node.element));
  const { container } = node;
  if (container.kind === "Iterate" && container.form === "values" && container.operands[0]) {
    const found = context.temporary("found", go.ident("false"));
    const loops = forEachElement(container, "value", false, context, (value, type) => [
      go.ifStatement(equal(value, wanted, type, context), [go.assign(found, go.ident("true")), go.breakStatement()]),
    ]);
    context.emit(...loops);
    return found;
  }
  return searched(listOfElements(container, false, false, context), wanted, node.element.type, false, context);
}

export default defineConstruct({
  id: "membership",
  title: "in",
  summary: "`x in xs` is `slices.Contains`, the comma-ok form of a map, or `strings.Contains`.",
  explanation:
    "Go has no operator for membership. A map is asked with `_, ok := m[k]`, a slice is searched with `slices.Contains`, a string with `strings.Contains`; a few constants are compared one by one. " +
    "Searching a slice takes as long as it is, which is as true of a Python list.",
  references: [
    { title: "Go: slices.Contains", url: "https://pkg.go.dev/slices#Contains" },
    { title: "Go: Index expressions", url: "https://go.dev/ref/spec#Index_expressions" },
    {
      title: "Python: Membership test operations",
      url: "https://docs.python.org/3/reference/expressions.html#membership-test-operations",
    },
  ],
  lower: {
    go: { Membership: toGo },
    python: {
      Membership: (node, context) => {
        const [element, container] = context.expressions([node.element, node.container]) as [
          pyTree.Expression,
          pyTree.Expression,
        ];
        return py.compare(element, node.negated ? "NotIn" : "In", container);
      },
    },
  },
  snippets: [
    {
      language: "go",
      prefix: "in",
      terms: ["in", "not in", "membership"],
      description: "Whether a map has a key",
      body: ["if _, ok := ${1:entries}[${2:key}]; ok {", "\t$0", "}"],
    },
  ],
  examples: [
    {
      title: "Lists, dicts and strings",
      python:
        'def known(name: str, ages: dict[str, int], names: list[str]) -> bool:\n    return name in ages or name in names or "z" in name\n\n\nif known("zoe", {}, []) and not known("ann", {}, ["bob"]):\n    print("yes")\n',
      go: 'func known(name string, ages map[string]int, names []string) bool {\n\t_, ok := ages[name]\n\treturn ok || slices.Contains(names, name) || strings.Contains(name, "z")\n}\n\nif known("zoe", map[string]int{}, []string{}) && !known("ann", map[string]int{}, []string{"bob"}) {\n\tfmt.Println("yes")\n}\n',
    },
  ],
});
