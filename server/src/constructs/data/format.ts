import type * as goTree from "../../go/tree.ts";
import { expression } from "../../ir/build.ts";
import { stringType } from "../../types/build.ts";
import { defineConstruct } from "../../lowering/construct.ts";
import { formatExpression as toGo } from "../../lowering/go/format.ts";
import { builtinCall, builtinMethod } from "../../lowering/lift/python-calls.ts";
import {
  formatOf,
  liftField,
  liftFormatMethod,
  liftJoinedString,
  readSpecification,
} from "../../lowering/lift/python-format.ts";
import { liftPercentFormat } from "../../lowering/lift/python-percent.ts";
import { liftGoFormat, liftGoSpread, liftGoSprint, liftGoSprintln } from "../../lowering/lift/go-format.ts";
import type { GoLiftContext } from "../../lowering/lift-context.ts";
import { formatExpression as toPython } from "../../lowering/python/format.ts";
import * as go from "../../lowering/go/syntax.ts";
import type { GoLowerContext, PythonLowerContext } from "../../lowering/lower-context.ts";
import * as py from "../../python/build.ts";
import type * as pyTree from "../../python/tree.ts";
import type * as ir from "../../ir/node.ts";
import { Untranslatable } from "../../lowering/untranslatable.ts";

/** The function of package fmt that is called, if it is one. */
function fmtFunction(node: goTree.CallExpr, context: GoLiftContext): string | undefined {
  const target = context.analysis.callOf(node);
  return target?.kind === "function" && target.packagePath === "fmt" ? target.name : undefined;
}

export default defineConstruct({
  id: "format",
  title: "Formatted text",
  summary: "f-strings, `str.format` and `%` are `fmt.Sprintf`; short ones are a concatenation.",
  explanation:
    "Go's format strings have verbs (`%d`, `%s`, `%.2f`) whose operands follow; Python puts the expressions into the text. The two languages show values differently: Python writes `True`, `1.0`, `None` and `'a'` in lists, Go writes `true`, `1`, `<nil>` and `a`, " +
    "so values other than strings and integers are converted on the way to look as the source shows them.",
  references: [
    { title: "Go: package fmt", url: "https://pkg.go.dev/fmt#hdr-Printing" },
    {
      title: "Python: Formatted string literals",
      url: "https://docs.python.org/3/reference/lexical_analysis.html#formatted-string-literals",
    },
    {
      title: "Python: Format specification mini-language",
      url: "https://docs.python.org/3/library/string.html#format-specification-mini-language",
    },
  ],
  python: {
    JoinedStr: (node, context) => liftJoinedString(node, context),
    FormattedValue: (node, context) => formatOf([liftField(node, context)]),
  },
  refines: {
    python: {
      BinOp: (node, context) => {
        if (node.op !== "Mod" || context.typeOf(node.left).kind !== "string") return undefined;
        if (node.left.kind !== "Constant" || node.left.value.type !== "str")
          throw new Untranslatable(
            "percent-format",
            "`%` with a template in a variable is not translated; Go vet wants constant formats, too.",
          );
        return liftPercentFormat(node.left.value.value, node.right, context);
      },
      Call: (node, context) => {
        const format = builtinMethod(node, ["string"], "format", context);
        if (format) {
          const { receiver } = format;
          if (receiver.kind !== "Constant" || receiver.value.type !== "str")
            throw new Untranslatable(
              "format-template",
              "`format` of a template in a variable is not translated; Go's text/template does that.",
            );
          return liftFormatMethod(receiver.value.value, format.positional, format.keyword, context);
        }
        const shown = builtinCall(node, ["str", "repr", "format"], context);
        if (!shown || node.func.kind !== "Name") return undefined;
        const [value, spec] = shown.positional;
        if (value === undefined)
          return node.func.id === "str" ? expression("StringLiteral", stringType, { value: "" }) : undefined;
        if (node.func.id === "format" && spec !== undefined) {
          const formatted = context.typeOf(value).kind === "named" ? context.library(node) : undefined;
          if (formatted) return formatted;
          if (spec.kind !== "Constant" || spec.value.type !== "str")
            throw new Untranslatable("format-specification", "A format that is computed is not translated.");
          const specification = readSpecification(spec.value.value);
          return expression("Format", stringType, {
            parts: [
              specification
                ? { value: context.expression(value), style: "specification", specification }
                : { value: context.expression(value), style: "str" },
            ],
          });
        }
        if (spec !== undefined)
          throw new Untranslatable("decode", "`str` with an encoding is not translated; use `decode`.");
        const lifted = context.expression(value);
        if (lifted.type.kind === "string" && node.func.id === "str") return lifted;
        return expression("Format", stringType, {
          parts: [{ value: lifted, style: node.func.id === "repr" ? "repr" : "str" }],
        });
      },
    },
    go: {
      CallExpr: (node, context) => {
        const [format, ...args] = node.args;
        switch (fmtFunction(node, context)) {
          case "Sprintf":
            return format && liftGoFormat(format, args, node.ellipsis, context);
          case "Sprint":
            return node.ellipsis ? liftGoSpread("plain", node.args, context) : liftGoSprint(node.args, context);
          case "Sprintln":
            return node.ellipsis ? liftGoSpread("line", node.args, context) : liftGoSprintln(node.args, context);
          default:
            return undefined;
        }
      },
    },
  },
  lower: { go: { Format: toGo, OpenFormat: openToGo }, python: { Format: toPython, OpenFormat: openToPython } },
  caveats: [],
  examples: [
    {
      title: "Names and numbers",
      python:
        'def label(name: str, count: int, ratio: float) -> str:\n    return f"{name}: {count:3d} ({ratio:.1f})"\n\n\nprint(label("a", 7, 0.25))\n',
      go: 'func label(name string, count int, ratio float64) string {\n\treturn fmt.Sprintf("%s: %3d (%.1f)", name, count, ratio)\n}\n\nfmt.Println(label("a", 7, 0.25))\n',
    },
    {
      title: "Two strings",
      python: 'def greet(name: str) -> str:\n    return f"Hello, {name}!"\n\n\nprint(greet("Ann"))\n',
      go: 'func greet(name string) string {\n\treturn "Hello, " + name + "!"\n}\n\nfmt.Println(greet("Ann"))\n',
    },
  ],
});

const openFunctions = { format: "Sprintf", plain: "Sprint", line: "Sprintln" } as const;

function openToGo(node: ir.OpenFormat, context: GoLowerContext): goTree.Expr {
  const operands = context.expressions(node.operands);
  return { ...go.libraryCall("fmt", openFunctions[node.form], ...operands), ellipsis: node.spread };
}

const openHelpers = { format: "go_format", plain: "go_text", line: "go_line" } as const;

function openToPython(node: ir.OpenFormat, context: PythonLowerContext): pyTree.Expression {
  const operands = context.expressions(node.operands);
  const last = operands.at(-1);
  const args = node.spread && last ? [...operands.slice(0, -1), py.starred(last)] : operands;
  return py.call(context.helper(openHelpers[node.form]), args);
}
