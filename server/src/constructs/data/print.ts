import type * as goTree from "../../go/tree.ts";
import { expression, text } from "../../ir/build.ts";
import type * as ir from "../../ir/node.ts";
import * as py from "../../python/build.ts";
import type * as pyTree from "../../python/tree.ts";
import { noneType } from "../../types/build.ts";
import type { Type } from "../../types/type.ts";
import { isTextFile } from "../../lowering/text-file.ts";
import { defineConstruct } from "../../lowering/construct.ts";
import { lowerPrint } from "../../lowering/go/print.ts";
import { liftGoFormat, liftGoSpread, liftGoSprint } from "../../lowering/lift/go-format.ts";
import type { GoLiftContext, PythonLiftContext } from "../../lowering/lift-context.ts";
import type { PythonLowerContext } from "../../lowering/lower-context.ts";
import { showGo } from "../../lowering/python/text.ts";
import { Untranslatable } from "../../lowering/untranslatable.ts";

function liftPrint(node: pyTree.Call, context: PythonLiftContext): ir.Expression | undefined {
  if (node.func.kind !== "Name" || node.func.id !== "print") return undefined;
  const target = context.analysis.callOf(node);
  if (target !== undefined && target.kind !== "builtin") return undefined;
  const operands = node.args.map((arg) => context.expression(arg));
  let stream: ir.Print["stream"] = "stdout";
  const options: { separator?: ir.Expression; end?: ir.Expression; file?: ir.Expression } = {};
  for (const { arg, value } of node.keywords) {
    if (arg === "sep") options.separator = context.expression(value);
    else if (arg === "end") options.end = context.expression(value);
    else if (arg === "file") {
      const path = value.kind === "Attribute" ? context.source(value) : "";
      if (path === "sys.stderr") stream = "stderr";
      else if (path !== "sys.stdout" && isTextFile(context.typeOf(value))) options.file = context.expression(value);
      else if (path !== "sys.stdout")
        throw new Untranslatable(
          "print-to-file",
          "`print` into a file is not translated; Go programs call `fmt.Fprintln` with the file.",
        );
    } else if (arg !== "flush")
      throw new Untranslatable("print-arguments", "These arguments of `print` are not translated.");
  }
  return expression("Print", noneType, { operands, style: "str", stream, ...options });
}

/** The function of package fmt that writes to a standard stream, and its operands behind the stream. */
function goPrint(node: goTree.CallExpr, context: GoLiftContext): ir.Expression | undefined {
  const target = context.analysis.callOf(node);
  if (target?.kind === "builtin" && (target.name === "println" || target.name === "print")) {
    const operands = node.args.map((arg) => context.expression(arg));
    const layout = target.name === "print" ? { separator: text(""), end: text("") } : {};
    return expression("Print", noneType, { operands, style: "goValue", stream: "stderr", ...layout });
  }
  if (target?.kind !== "function" || target.packagePath !== "fmt" || target.name === undefined) return undefined;
  const match = /^(F?)(?:p|P)rint(f|ln|)$/.exec(target.name);
  if (!match) return undefined;
  const [, toStream, form] = match;
  const [destination] = node.args;
  const standard = toStream === "F" ? streamOf(destination, context) : "stdout";
  const stream = standard ?? "stdout";
  if (standard === undefined && (destination === undefined || !isTextStream(context.typeOf(destination))))
    return undefined;
  const file = standard === undefined && destination ? { file: context.expression(destination) } : {};
  const args = toStream === "F" ? node.args.slice(1) : node.args;
  if (form === "f") {
    const [format, ...rest] = args;
    if (format === undefined) return undefined;
    const lifted = liftGoFormat(format, rest, node.ellipsis, context);
    return expression("Print", noneType, { operands: [lifted], style: "goValue", stream, ...file, end: text("") });
  }
  if (node.ellipsis)
    return expression("Print", noneType, {
      operands: [liftGoSpread(form === "ln" ? "line" : "plain", args, context)],
      style: "goValue",
      stream,
      ...file,
      end: text(""),
    });
  if (form === "ln")
    return expression("Print", noneType, {
      operands: args.map((arg) => context.expression(arg)),
      style: "goValue",
      stream,
      ...file,
    });
  return expression("Print", noneType, {
    operands: [liftGoSprint(args, context)],
    style: "goValue",
    stream,
    ...file,
    end: text(""),
  });
}

/** The types of Go that are text streams in Python, to which `print` can write. */
const textStreams: ReadonlySet<string> = new Set([
  "strings.Builder",
  "bytes.Buffer",
  "bufio.Writer",
  "io.Writer",
  "os.File",
]);

function isTextStream(type: Type): boolean {
  const bare = type.kind === "pointer" ? type.target : type;
  return bare.kind === "named" && textStreams.has(`${bare.symbol.module}.${bare.symbol.name}`);
}

function streamOf(node: goTree.Expr | undefined, context: GoLiftContext): ir.Print["stream"] | undefined {
  if (node?.kind !== "SelectorExpr") return undefined;
  const selection = context.analysis.selectionOf(node);
  if (selection?.kind !== "package" || selection.packagePath !== "os") return undefined;
  return node.sel.name === "Stderr" ? "stderr" : node.sel.name === "Stdout" ? "stdout" : undefined;
}

function toPython(node: ir.Print, context: PythonLowerContext): pyTree.Expression {
  const lineEnd = withoutLineEnd(node);
  const operands = lineEnd?.operands ?? node.operands;
  const [only] = operands;
  const results =
    node.style === "goValue" && operands.length === 1 && only?.type.kind === "tuple" ? only.type.elements : undefined;
  const lowered = context.expressions(operands);
  const shown = results
    ? severalResults(lowered[0]!, results, context)
    : lowered.map((value, position) => {
        const operand = operands[position]!;
        if (node.style === "str" || operand.kind === "Spread" || operand.type.kind === "string") return value;
        return showGo(value, operand.type, "goValue", context).value;
      });
  const keywords: pyTree.Keyword[] = [];
  const end = lineEnd ? undefined : node.end;
  if (node.separator) keywords.push(py.keyword("sep", context.expression(node.separator)));
  if (end) keywords.push(py.keyword("end", context.expression(end)));
  if (node.file) keywords.push(py.keyword("file", context.expression(node.file)));
  if (node.stream === "stderr") keywords.push(py.keyword("file", py.attribute(context.module("sys"), "stderr")));
  return py.call("print", shown, keywords);
}

/** The several results of a Go call, each as Go shows it. */
function severalResults(
  value: pyTree.Expression,
  types: readonly Type[],
  context: PythonLowerContext,
): readonly pyTree.Expression[] {
  if (types.every((type) => type.kind === "string" || type.kind === "int")) return [py.starred(value)];
  const results = context.temporary("results", value);
  return types.map((type, position) => showGo(py.subscript(results, py.int(position)), type, "goValue", context).value);
}

/** Text that ends in a line feed and is written without one reads better as a plain `print`. */
function withoutLineEnd(node: ir.Print): { readonly operands: readonly ir.Expression[] } | undefined {
  if (node.style !== "goValue" || node.end?.kind !== "StringLiteral" || node.end.value !== "") return undefined;
  const [only, ...others] = node.operands;
  if (others.length > 0 || only === undefined) return undefined;
  if (only.kind === "StringLiteral" && only.value.endsWith("\n")) {
    const value = only.value.slice(0, -1);
    return { operands: value === "" ? [] : [{ ...only, value }] };
  }
  const last = only.kind === "Format" ? only.parts[only.parts.length - 1] : undefined;
  if (only.kind !== "Format" || typeof last !== "string" || !last.endsWith("\n")) return undefined;
  const parts = [...only.parts.slice(0, -1), ...(last === "\n" ? [] : [last.slice(0, -1)])];
  return { operands: [{ ...only, parts }] };
}

export default defineConstruct({
  id: "print",
  title: "print",
  summary: "`print(a, b)` is `fmt.Println(a, b)`; a formatted one is `fmt.Printf`.",
  explanation:
    "Both write their operands with blanks between them and a line feed behind. Go shows `true`, `[1 2]` and `<nil>` where Python shows `True`, `[1, 2]` and `None`, so operands other than strings and integers are converted to the text that the source would print. " +
    'Python\'s `end=""` is `fmt.Print`, and `file=sys.stderr` is `fmt.Fprintln(os.Stderr, …)`.',
  references: [
    { title: "Go: fmt.Println", url: "https://pkg.go.dev/fmt#Println" },
    { title: "Python: print", url: "https://docs.python.org/3/library/functions.html#print" },
  ],
  refines: {
    python: { Call: liftPrint },
    go: { CallExpr: goPrint },
  },
  lower: { go: { Print: lowerPrint }, python: { Print: toPython } },
  snippets: [
    {
      language: "go",
      prefix: "print",
      terms: ["print", "f-string"],
      description: "Print a line",
      body: ["fmt.Println(${1:value})$0"],
    },
    {
      language: "python",
      prefix: "println",
      terms: ["fmt.Println", "Printf"],
      description: "Print a line",
      body: ['print(f"${1:text} {${2:value}}")'],
    },
  ],
  examples: [
    {
      title: "Lines",
      python: 'print("total", 3)\nprint("a", end="")\nprint("b")\nprint([1, 2], True, 2.0)\n',
      go: 'fmt.Println("total", 3)\nfmt.Print("a")\nfmt.Println("b")\nfmt.Println("[1, 2]", "True", "2.0")\n',
    },
  ],
});
