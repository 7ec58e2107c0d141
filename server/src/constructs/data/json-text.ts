import type * as goTree from "../../go/tree.ts";
import { expression, variable } from "../../ir/build.ts";
import { isSimple } from "../../ir/purity.ts";
import type * as ir from "../../ir/node.ts";
import * as py from "../../python/build.ts";
import type * as pyTree from "../../python/tree.ts";
import { anyType, listOf, stringType } from "../../types/build.ts";
import type { Type } from "../../types/type.ts";
import { coerce } from "../../lowering/coerce.ts";
import { defineConstruct } from "../../lowering/construct.ts";
import { holdsAny } from "../../lowering/dict-order.ts";
import { entriesIn } from "../../lowering/go/ordered-maps.ts";
import * as go from "../../lowering/go/syntax.ts";
import type { PythonLiftContext } from "../../lowering/lift-context.ts";
import type { GoLowerContext, PythonLowerContext } from "../../lowering/lower-context.ts";
import { Untranslatable } from "../../lowering/untranslatable.ts";

function lift(node: pyTree.Call, context: PythonLiftContext): ir.Expression | undefined {
  const target = context.analysis.callOf(node);
  if (target?.kind !== "library" || target.name !== "json.dumps") return undefined;
  const [value] = node.args;
  if (!value || node.args.length > 1) return undefined;
  let indent: string | undefined;
  let sorted = false;
  let [isCompact, isPlain] = [false, false];
  for (const { arg, value: option } of node.keywords) {
    const constant = option.kind === "Constant" ? option.value : undefined;
    if (arg === "sort_keys" && constant?.type === "bool") sorted = constant.value;
    else if (arg === "indent" && constant?.type === "int") indent = " ".repeat(Number(constant.value));
    else if (arg === "indent" && constant?.type === "str") indent = constant.value;
    else if (arg === "ensure_ascii" && constant?.type === "bool") isPlain = !constant.value;
    else if (arg === "separators" && separatorsOf(option) === ",:") isCompact = true;
    else if (!(arg === "indent" && constant?.type === "None") && !(arg === "separators" && isUsual(node, option)))
      throw new Untranslatable(
        "json-options",
        `The option \`${arg ?? "**"}\` of \`json.dumps\` is not translated; in Go, give the type a method \`MarshalJSON\`.`,
      );
  }
  if (isCompact && indent !== undefined)
    throw new Untranslatable("json-options", "`json.dumps` with both `separators` and `indent` is not translated.");
  return expression("JsonText", stringType, { value: context.expression(value), indent, sorted, isCompact, isPlain });
}

/** The two texts of `separators`, one behind the other. */
function separatorsOf(node: pyTree.Expression): string | undefined {
  if (node.kind !== "Tuple" || node.elts.length !== 2) return undefined;
  const texts = node.elts.map((item) =>
    item.kind === "Constant" && item.value.type === "str" ? item.value.value : "?",
  );
  return texts.join("");
}

/** Whether `separators` says what Python does anyway. */
function isUsual(node: pyTree.Call, separators: pyTree.Expression): boolean {
  const isIndented = node.keywords.some(
    ({ arg, value }) => arg === "indent" && !(value.kind === "Constant" && value.value.type === "None"),
  );
  return separatorsOf(separators) === (isIndented ? ",: " : ", : ");
}

/** `asdict(record)` as the dict that it makes. */
function asdictOf(node: pyTree.Expression, context: PythonLiftContext): ir.Expression | undefined {
  if (node.kind !== "Call") return undefined;
  const target = context.analysis.callOf(node);
  const [argument] = node.args;
  if (target?.kind !== "library" || target.name !== "dataclasses.asdict" || !argument || node.args.length > 1)
    return undefined;
  const record = context.expression(argument);
  return isSimple(record) && isRecord(record.type) ? membersOf(record, context) : undefined;
}

/** The fields of a record as a dict; records inside it too. */
function membersOf(record: ir.Expression, context: PythonLiftContext): ir.Expression {
  const { type } = record;
  if (type.kind === "list" && holdsRecords(type)) {
    const item = variable({ ...context.temporary("item", type.element), assignments: 1, reads: 1 });
    const element = membersOf(item, context);
    return expression("Comprehension", listOf(element.type), {
      result: "list",
      element,
      clauses: [{ target: item, iterable: record, conditions: [], isAsync: false }],
    });
  }
  if (type.kind !== "named" || type.symbol.module !== "" || type.symbol.form !== "record") {
    if (holdsRecords(type))
      throw new Untranslatable(
        "asdict",
        "`asdict` of a field that holds records in dicts, tuples or optionals is not translated; write the dict by hand.",
      );
    return record;
  }
  const entries = [...type.symbol.fields.values()].map((field) => ({
    key: expression("StringLiteral", stringType, { value: field.name }),
    value: coerce(
      membersOf(expression("Field", field.type, { object: record, name: field.name, member: "field" }), context),
      anyType,
    ),
  }));
  return expression("DictLiteral", { kind: "dict", key: stringType, value: { kind: "any" } }, { entries });
}

/** Whether records are among the parts of a value. */
function holdsRecords(type: Type): boolean {
  switch (type.kind) {
    case "list":
    case "array":
      return holdsRecords(type.element);
    case "dict":
      return holdsRecords(type.value);
    case "optional":
      return holdsRecords(type.inner);
    case "tuple":
      return [...type.elements, ...(type.rest ? [type.rest] : [])].some(holdsRecords);
    case "union":
      return type.members.some(holdsRecords);
    default:
      return isRecord(type);
  }
}

type Literal = ir.StringLiteral;

/** The members of a dict literal whose keys are texts, sorted where that is wanted. */
function objectOf(node: ir.Expression, sorted: boolean): readonly { key: Literal; value: ir.Expression }[] | undefined {
  if (node.kind === "Cast") return objectOf(node.operand, sorted);
  if (node.kind !== "DictLiteral") return undefined;
  const members = node.entries.flatMap(({ key, value }) => (key?.kind === "StringLiteral" ? [{ key, value }] : []));
  if (members.length < node.entries.length) return undefined;
  return sorted ? [...members].sort((a, b) => (a.key.value < b.key.value ? -1 : 1)) : members;
}

/** The value as Go hands it to the helper: dicts that are written out become objects whose members keep their order. */
function valueToGo(node: ir.Expression, sorted: boolean, context: GoLowerContext): goTree.Expr {
  if (node.kind === "Cast") return valueToGo(node.operand, sorted, context);
  const members = objectOf(node, sorted);
  if (members) {
    const parts = members.map(({ key, value }) =>
      go.composite(undefined, [go.string(key.value), valueToGo(value, sorted, context)]),
    );
    return go.composite(context.helper("jsonObject"), parts);
  }
  if (node.kind === "ListLiteral" && node.elements.some((element) => objectOf(element, sorted)))
    return go.composite(
      go.sliceType(go.ident("any")),
      node.elements.map((element) => valueToGo(element, sorted, context)),
    );
  if (node.kind === "NoneLiteral") return go.ident("nil");
  const dicts = dictsIn(node.type);
  if (context.facts.hasOrderedDicts && holdsAny(node.type)) context.helper("members");
  const isOrdered = (dict: Type): boolean => context.facts.isOrdered(dict);
  if (dicts.some(isOrdered)) {
    // The map inside is written sorted.
    if (sorted && dicts.length === 1 && node.type.kind === "dict") return entriesIn(context.expression(node));
    if (sorted)
      throw new Untranslatable(
        "json-options",
        "`sort_keys` is not translated for dicts inside of others whose order shows elsewhere; sort the entries into new dicts.",
      );
    context.helper("members");
  }
  if (!sorted && !dicts.every(isOrdered))
    context.report(node, {
      severity: "mark",
      code: "dict-order",
      message:
        "Python writes the members of a dict in the order of insertion; Go's maps have none, and the members are sorted. Say `sort_keys=True` where the order is free.",
    });
  if (holdsRecords(node.type))
    throw new Untranslatable("json-record", "`json.dumps` does not write objects; give it `asdict(…)` of a dataclass.");
  return context.expression(node);
}

function isRecord(type: Type): boolean {
  return type.kind === "named" && type.symbol.module === "" && type.symbol.form === "record";
}

/** The dicts among the parts of a value. */
function dictsIn(type: Type): readonly Type[] {
  switch (type.kind) {
    case "dict":
      return [type, ...dictsIn(type.value)];
    case "list":
    case "array":
      return dictsIn(type.element);
    case "optional":
      return dictsIn(type.inner);
    case "tuple":
      return type.elements.flatMap(dictsIn);
    default:
      return [];
  }
}

function toGo(node: ir.JsonText, context: GoLowerContext): goTree.Expr {
  const value = valueToGo(node.value, node.sorted, context);
  const text = go.call(context.helper("jsonText"), value, go.string(node.indent ?? ""));
  const plain = node.isPlain ? go.call(context.helper("plainJSON"), text) : text;
  return node.isCompact ? go.call(context.helper("compactJSON"), plain) : plain;
}

function toPython(node: ir.JsonText, context: PythonLowerContext): pyTree.Expression {
  const options = [
    ...(node.indent === undefined ? [] : [py.keyword("indent", py.str(node.indent))]),
    ...(node.isCompact ? [py.keyword("separators", py.tuple([py.str(","), py.str(":")]))] : []),
    ...(node.isPlain ? [py.keyword("ensure_ascii", py.bool(false))] : []),
    ...(node.sorted ? [py.keyword("sort_keys", py.bool(true))] : []),
  ];
  return py.call(py.attribute(context.module("json"), "dumps"), [context.expression(node.value)], options);
}

export default defineConstruct({
  id: "json-text",
  title: "Writing JSON",
  summary: "`json.dumps` writes what it is given; Go's `json.Marshal` goes by the types and tags of structs.",
  explanation:
    "Python writes dicts and lists as they come, with a blank behind commas and colons, and characters outside of ASCII as escapes. Go's `encoding/json` writes structs by their fields and tags, maps sorted by key, without blanks, and escapes `<`, `>` and `&`. " +
    "Who reads the JSON sees no difference; who compares texts does, so the translation writes what Python would.",
  references: [
    { title: "Go: package encoding/json", url: "https://pkg.go.dev/encoding/json" },
    { title: "Python: json", url: "https://docs.python.org/3/library/json.html" },
  ],
  refines: { python: { Call: (node, context) => lift(node, context) ?? asdictOf(node, context) } },
  lower: {
    go: {
      JsonText: toGo,
    },
    python: { JsonText: toPython },
  },
  examples: [
    {
      title: "A record",
      python: `import json
from dataclasses import asdict, dataclass


@dataclass
class User:
    id: int
    name: str
    scores: list[float]


def show(user: User) -> str:
    return json.dumps(asdict(user))


print(show(User(1, "Ünal", [1.0, 2.5])))
print(json.dumps({"ok": True, "items": [{"n": 1}, {"n": None}]}, indent=2))
print(json.dumps({"b": 1, "a": 2}, sort_keys=True), json.dumps([1, "x", ""]))
`,
      go: `package main

import "fmt"

func main() {
	fmt.Println(\`{"id": 1, "name": "\\u00dcnal", "scores": [1.0, 2.5]}\`)
	fmt.Println("{\\n  \\"ok\\": true,\\n  \\"items\\": [\\n    {\\n      \\"n\\": 1\\n    },\\n    {\\n      \\"n\\": null\\n    }\\n  ]\\n}")
	fmt.Println(\`{"a": 2, "b": 1} [1, "x", ""]\`)
}
`,
      from: ["python"],
    },
  ],
});
