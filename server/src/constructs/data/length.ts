import { expression } from "../../ir/build.ts";
import * as py from "../../python/build.ts";
import { bigIntType, wordType } from "../../types/build.ts";
import { defineConstruct } from "../../lowering/construct.ts";
import { listOfElements } from "../../lowering/go/collect.ts";
import { enumerationOf } from "../../lowering/go/enums.ts";
import * as go from "../../lowering/go/syntax.ts";
import { underlying } from "../../lowering/lift/go-operators.ts";
import { specialCall } from "../../lowering/special-methods.ts";
import { builtinCall } from "../../lowering/lift/python-calls.ts";
import { Untranslatable } from "../../lowering/untranslatable.ts";

/** Views of a dict, which have as many elements as it has entries. */
const viewForms: ReadonlySet<string> = new Set(["keys", "values", "entries"]);

export default defineConstruct({
  id: "length",
  title: "len",
  summary: "`len(x)` is the same, except for strings: Python counts characters, Go bytes.",
  explanation:
    "`len` of a Go string is its number of bytes in UTF-8; Python's is the number of code points, which is `utf8.RuneCountInString` in Go. For slices, maps and arrays the two agree. Classes answer with a method of their own: `__len__` in Python, usually `Len()` in Go.",
  references: [
    { title: "Go: Length and capacity", url: "https://go.dev/ref/spec#Length_and_capacity" },
    { title: "Go: utf8.RuneCountInString", url: "https://pkg.go.dev/unicode/utf8#RuneCountInString" },
    { title: "Python: len", url: "https://docs.python.org/3/library/functions.html#len" },
  ],
  refines: {
    python: {
      Call: (node, context) => {
        const operands = builtinCall(node, "len", context);
        const [only] = operands?.positional ?? [];
        if (operands === undefined || only === undefined) return undefined;
        const lifted = context.expression(only);
        const operand =
          lifted.type.kind === "optional" ? expression("Cast", lifted.type.inner, { operand: lifted }) : lifted;
        const special = specialCall(operand, "__len__", []);
        if (special) return special;
        return expression("Length", bigIntType, {
          operand,
          unit: operand.type.kind === "string" ? "character" : operand.type.kind === "bytes" ? "byte" : "element",
        });
      },
    },
    go: {
      CallExpr: (node, context) => {
        const target = context.analysis.callOf(node);
        const [only] = node.args;
        if (target?.kind !== "builtin" || only === undefined || node.fun.kind !== "Ident" || node.fun.name !== "len")
          return undefined;
        const kind = underlying(context.typeOf(only)).kind;
        const constant = context.analysis.constantOf(only);
        // The bytes of a text that is known can be counted here.
        if (typeof constant === "string" && !/^[\0-\x7f]*$/.test(constant))
          return expression("IntegerLiteral", wordType, { value: BigInt(new TextEncoder().encode(constant).length) });
        return expression("Length", wordType, {
          operand: context.expression(only),
          unit: kind === "string" ? "byte" : "element",
        });
      },
    },
  },
  lower: {
    go: {
      Length: (node, context) => {
        const { operand } = node;
        const { type } = operand;
        if (node.unit === "character") {
          if (operand.kind === "StringLiteral") return go.integer([...operand.value].length);
          return go.libraryCall("unicode/utf8", "RuneCountInString", context.expression(operand));
        }
        const members = type.kind === "class" ? enumerationOf(type.instance)?.facts.members : undefined;
        if (members) return go.integer(members.filter((member) => !member.isAlias).length);
        if (type.kind === "tuple" && type.rest === undefined) return go.integer(type.elements.length);
        if (type.kind === "any" || type.kind === "union")
          throw new Untranslatable("dynamic-length", "The length of a value without a static type is not translated.");
        const [viewed] = operand.kind === "Iterate" && viewForms.has(operand.form) ? operand.operands : [];
        if (viewed) return go.call("len", context.expression(viewed));
        if (operand.kind === "Range" || operand.kind === "Iterate")
          return go.call("len", listOfElements(operand, false, false, context));
        return go.call("len", context.expression(operand));
      },
      Capacity: (node, context) => go.call("cap", context.expression(node.operand)),
    },
    python: {
      Length: (node, context) => {
        if (
          node.unit === "byte" &&
          underlying(node.operand.type).kind === "string" &&
          node.operand.kind !== "StringLiteral"
        ) {
          context.report(node, {
            severity: "caveat",
            code: "byte-index",
            message:
              "Go counts the bytes of a string, Python its characters: the two differ where the text is not ASCII.",
          });
        }
        return py.call("len", [context.expression(node.operand)]);
      },
      Capacity: (node, context) => {
        if (underlying(node.operand.type).kind === "channel")
          return py.attribute(context.expression(node.operand), "capacity");
        throw new Untranslatable("capacity", "Python lists have no capacity that a program could ask for.");
      },
    },
  },
  caveats: [
    {
      code: "byte-index",
      severity: "caveat",
      message: "Go counts the bytes of a string, Python its characters: the two differ where the text is not ASCII.",
    },
  ],
  examples: [
    {
      title: "Characters and elements",
      python:
        'def sizes(xs: list[int], word: str) -> int:\n    return len(xs) + len(word)\n\n\nprint(sizes([1, 2], "süß"))\n',
      go: 'func sizes(xs []int, word string) int {\n\treturn len(xs) + utf8.RuneCountInString(word)\n}\n\nfmt.Println(sizes([]int{1, 2}, "süß"))\n',
    },
  ],
});
