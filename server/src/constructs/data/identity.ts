import type * as goTree from "../../go/tree.ts";
import * as py from "../../python/build.ts";
import type * as pyTree from "../../python/tree.ts";
import { defineConstruct } from "../../lowering/construct.ts";
import * as go from "../../lowering/go/syntax.ts";
import { isNilable } from "../../lowering/go/types.ts";
import { underlying } from "../../lowering/lift/go-operators.ts";
import { Untranslatable } from "../../lowering/untranslatable.ts";

const identityKinds: ReadonlySet<string> = new Set([
  "pointer",
  "channel",
  "named",
  "class",
  "bool",
  "none",
  "unknown",
  "any",
]);

const collections: ReadonlySet<string> = new Set(["list", "dict", "set"]);
const nilOrEmpty = {
  code: "nil-or-empty",
  severity: "caveat",
  message: "Go tells a nil slice or map from an empty one; in Python an empty list, dict or set stands for both.",
} as const;

export default defineConstruct({
  id: "identity",
  title: "is, is not, and None",
  summary: "`x is None` is `x == nil`; `is` between objects compares pointers.",
  explanation:
    "Python compares identity with `is`, equality with `==`. In Go `==` on pointers and channels asks for identity, and `nil` is the value that means absence for pointers, slices, maps, functions and interfaces. " +
    "Numbers, strings and structs cannot be nil in Go, so an optional one is held through a pointer. Slices and maps have no identity to compare.",
  references: [
    { title: "Go: The zero value", url: "https://go.dev/ref/spec#The_zero_value" },
    { title: "Go: Comparison operators", url: "https://go.dev/ref/spec#Comparison_operators" },
    { title: "Python: Identity comparisons", url: "https://docs.python.org/3/reference/expressions.html#is-not" },
  ],
  lower: {
    go: {
      Identical: (node, context) => {
        const { type } = node.left;
        const inner = type.kind === "optional" ? type.inner : type;
        if (!identityKinds.has(inner.kind))
          throw new Untranslatable(
            "identity",
            "`is` between values of this type is not translated: Go's slices, maps, numbers and strings have no identity. Compare with `==`.",
          );
        const [left, right] = context.expressions([node.left, node.right]) as [goTree.Expr, goTree.Expr];
        return go.binary(left, node.negated ? "!=" : "==", right);
      },
      IsNone: (node, context) => {
        const { type } = node.operand;
        const value = context.expression(node.operand);
        if (!isNilable(type)) return go.ident(node.negated ? "true" : "false");
        return go.binary(value, node.negated ? "!=" : "==", go.ident("nil"));
      },
    },
    python: {
      Identical: (node, context) => {
        const [left, right] = context.expressions([node.left, node.right]) as [pyTree.Expression, pyTree.Expression];
        return py.compare(left, node.negated ? "IsNot" : "Is", right);
      },
      IsNone: (node, context) => {
        const operand = context.expression(node.operand);
        // Go's nil slices and maps are empty ones in Python.
        if (collections.has(underlying(node.operand.type).kind)) {
          context.report(node, nilOrEmpty);
          return node.negated ? py.compare(py.call("len", [operand]), "Gt", py.int(0)) : py.not(operand);
        }
        return py.compare(operand, node.negated ? "IsNot" : "Is", py.none());
      },
    },
  },
  caveats: [nilOrEmpty],
  examples: [
    {
      title: "Absent or present",
      python:
        'def greet(name: str | None) -> str:\n    if name is None:\n        return "hello"\n    return "hello " + name\n\n\nprint(greet(None), greet("Ann"))\n',
      go: 'func greet(name *string) string {\n\tif name == nil {\n\t\treturn "hello"\n\t}\n\treturn "hello " + *name\n}\n\nann := "Ann"\nfmt.Println(greet(nil), greet(&ann))\n',
      from: ["python"],
    },
  ],
});
