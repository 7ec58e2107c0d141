import type * as goTree from "../../go/tree.ts";
import { expression, localBinding, variable } from "../../ir/build.ts";
import type * as ir from "../../ir/node.ts";
import * as py from "../../python/build.ts";
import type * as pyTree from "../../python/tree.ts";
import { noneType, tupleOf } from "../../types/build.ts";
import { defineConstruct } from "../../lowering/construct.ts";
import { asMap, entriesIn, keysIn, repeatable } from "../../lowering/go/ordered-maps.ts";
import { failWhere } from "../../lowering/go/raise.ts";
import * as go from "../../lowering/go/syntax.ts";
import { textOfLowered } from "../../lowering/go/text.ts";
import { tupleLiteral } from "../../lowering/go/tuples.ts";
import { builtinMethod } from "../../lowering/lift/python-calls.ts";
import type { PythonLiftContext } from "../../lowering/lift-context.ts";
import type { GoLowerContext } from "../../lowering/lower-context.ts";
import { elementType } from "../../lowering/passes/loops.ts";

const methods = ["popitem", "move_to_end"] as const;

function lift(node: pyTree.Call, context: PythonLiftContext): ir.Expression | undefined {
  const target = context.analysis.callOf(node);
  if (target?.kind === "library" && target.name === "collections.OrderedDict") return made(node, context);
  if (isFromKeys(node, context)) return fromKeys(node, context);
  const call = builtinMethod(node, ["dict"], methods, context);
  if (!call || call.receiverType.kind !== "dict") return undefined;
  const isMove = call.name === "move_to_end";
  const last = isMove ? (call.positional[1] ?? call.keyword("last")) : (call.positional[0] ?? call.keyword("last"));
  if (last !== undefined && !(last.kind === "Constant" && last.value.type === "bool")) return undefined;
  const end = last?.kind === "Constant" && last.value.type === "bool" && !last.value.value ? "first" : "last";
  const map = context.expression(call.receiver);
  const { key, value } = call.receiverType;
  if (!isMove) return expression("DictPopItem", tupleOf([key, value]), { map, end });
  const [moved] = call.positional;
  return moved && expression("DictMove", noneType, { map, key: context.coerced(moved, key), end });
}

/** `OrderedDict()`, and one made of another dict or of pairs. */
function made(node: pyTree.Call, context: PythonLiftContext): ir.Expression | undefined {
  const type = context.typeOf(node);
  const [first, ...others] = node.args;
  if (type.kind !== "dict" || node.keywords.length > 0 || others.length > 0) return undefined;
  return first
    ? expression("Collect", type, { operand: context.expression(first) })
    : expression("DictLiteral", type, { entries: [] });
}

function isFromKeys(node: pyTree.Call, context: PythonLiftContext): boolean {
  const { func } = node;
  return (
    func.kind === "Attribute" &&
    func.attr === "fromkeys" &&
    func.value.kind === "Name" &&
    func.value.id === "dict" &&
    context.typeOf(func.value).kind === "class" &&
    node.keywords.length === 0
  );
}

/** `dict.fromkeys(keys, value)`: every key gets the same value. */
function fromKeys(node: pyTree.Call, context: PythonLiftContext): ir.Expression | undefined {
  const [keys, value] = node.args;
  const type = context.typeOf(node);
  if (!keys || type.kind !== "dict" || (value && value.kind !== "Constant")) return undefined;
  const iterable = context.expression(keys);
  const target = variable(localBinding("key", elementType(iterable.type), `fromkeys/${String(node.span.start)}`));
  return expression("Comprehension", type, {
    result: "dict",
    key: context.coerce(target, type.key),
    element: value ? context.coerced(value, type.value) : expression("NoneLiteral", type.value, {}),
    clauses: [{ target, iterable, conditions: [], isAsync: false }],
  });
}

function popToGo(node: ir.DictPopItem, context: GoLowerContext): goTree.Expr {
  const map = repeatable(context.expression(node.map), "entries", context);
  if (node.checked === true)
    failWhere(
      go.binary(go.call("len", keysIn(map)), "==", go.integer(0)),
      "KeyError",
      "'popitem(): dictionary is empty'",
      context,
    );
  const names = [context.fresh("key"), context.fresh("value")];
  context.emit(go.define(names, go.call(context.helper("popEntry"), map, isFirst(node))));
  const parts = names.map((name) => go.ident(name));
  if (node.type.kind !== "tuple") return parts[0]!;
  return tupleLiteral(
    node.type,
    parts,
    (type) => context.type(type),
    (name) => context.helper(name),
  );
}

function moveToGo(node: ir.DictMove, context: GoLowerContext): goTree.Expr {
  const [map, key] = context.expressions([node.map, node.key]) as [goTree.Expr, goTree.Expr];
  const [place, at] = [repeatable(map, "entries", context), repeatable(key, "key", context)];
  if (node.checked === true) {
    const ok = context.fresh("ok");
    context.emit(go.define(["_", ok], go.index(entriesIn(place), at)));
    failWhere(go.unary("!", go.ident(ok)), "KeyError", textOfLowered(at, node.key.type, "repr", context), context);
  }
  return go.call(context.helper("moveKey"), place, at, isFirst(node));
}

function isFirst(node: ir.DictPopItem | ir.DictMove): goTree.Expr {
  return go.ident(node.end === "first" ? "true" : "false");
}

/** Only an `OrderedDict` is asked for its first entry. */
function endOf(node: ir.DictPopItem | ir.DictMove): readonly pyTree.Keyword[] {
  return node.end === "first" ? [py.keyword("last", py.bool(false))] : [];
}

export default defineConstruct({
  id: "ordered-dict",
  title: "The order of a dict",
  summary:
    "A dict remembers the order of insertion; where that order shows, Go keeps the keys in a slice beside the map.",
  explanation:
    "Since Python 3.7 a dict is gone through in the order in which its keys came. Go's map has no order, and a loop over one begins anywhere on purpose, so that nobody relies on it. " +
    "Where a program goes through a dict, prints it or writes it as JSON, dicts of its type become a small type with a map for looking keys up and a slice with the keys in order; all others stay plain maps.",
  references: [
    { title: "Go: For statements with range clause", url: "https://go.dev/ref/spec#For_range" },
    { title: "Go maps in action: Iteration order", url: "https://go.dev/blog/maps#iteration-order" },
    { title: "Python: dict", url: "https://docs.python.org/3/library/stdtypes.html#mapping-types-dict" },
  ],
  refines: { python: { Call: lift } },
  lower: {
    go: {
      DictPopItem: popToGo,
      DictMove: moveToGo,
      DictEntries: (node, context) => asMap(context.expression(node.operand), node.operand.type, context),
    },
    python: {
      DictEntries: (node, context) => context.expression(node.operand),
      DictPopItem: (node, context) => {
        const map = context.expression(node.map);
        return py.call(py.attribute(map, "popitem"), [], endOf(node));
      },
      DictMove: (node, context) => {
        const [map, key] = context.expressions([node.map, node.key]) as [pyTree.Expression, pyTree.Expression];
        return py.call(py.attribute(map, "move_to_end"), [key], endOf(node));
      },
    },
  },
  examples: [
    {
      title: "Going through a dict in order",
      python: `def report(stock: dict[str, int]) -> None:
    for name, count in stock.items():
        print(name, count)


stock = {"tea": 3, "milk": 1}
stock["bread"] = 2
del stock["tea"]
stock["tea"] = 5
report(stock)
print(stock, list(stock))
`,
      go: `package main

import "fmt"

func report(names []string, stock map[string]int) {
	for _, name := range names {
		fmt.Println(name, stock[name])
	}
}

func main() {
	names := []string{"milk", "bread", "tea"}
	stock := map[string]int{"milk": 1, "bread": 2, "tea": 5}
	report(names, stock)
	fmt.Println("{'milk': 1, 'bread': 2, 'tea': 5} ['milk', 'bread', 'tea']")
}
`,
      from: ["python"],
    },
  ],
});
