import type * as go from "../../go/tree.ts";
import { expression } from "../../ir/build.ts";
import type * as ir from "../../ir/node.ts";
import { stringType } from "../../types/build.ts";
import type { GoLowerContext } from "../lower-context.ts";
import { listOfElements } from "./collect.ts";
import { inOrder } from "./evaluation.ts";
import { formatExpression, lowerFormat } from "./format.ts";
import * as build from "./syntax.ts";
import { tupleElement } from "./tuples.ts";

/** `print` of Python, or one of the functions of `fmt` that write to the standard streams. */
export function lowerPrint(node: ir.Print, context: GoLowerContext): go.Expr {
  if (node.style === "goValue") return printGo(node, context);
  const separator = literalText(node.separator, " ");
  const end = literalText(node.end, "\n");
  const [only] = node.operands;
  if (node.operands.some((operand) => operand.kind === "Spread")) return printSpread(node, context);
  if (end === "\n" && (separator === " " || node.operands.length <= 1)) {
    if (node.operands.length === 1 && only?.kind === "Format") return printFormat(node, only, "\n", context);
    if (node.operands.every((operand) => isPlain(operand)))
      return write(node, context, "Println", context.expressions(node.operands));
    if (node.operands.length === 1 && only) return write(node, context, "Println", [context.text(only, "str")]);
    if (separator === " ") return write(node, context, "Println", texts(node.operands, context));
  }
  const parts: (string | ir.FormatPart)[] = [];
  node.operands.forEach((operand, position) => {
    if (position > 0) parts.push(separator ?? { value: node.separator!, style: "str" });
    parts.push(
      ...(operand.kind === "Format"
        ? operand.parts
        : operand.kind === "StringLiteral"
          ? [operand.value]
          : [{ value: operand, style: "str" as const }]),
    );
  });
  parts.push(end ?? { value: node.end!, style: "str" });
  return printFormat(
    node,
    expression("Format", stringType, { parts: parts.filter((part) => part !== "") }),
    "",
    context,
  );
}

/** Each operand as Python shows it; integers and strings show themselves. */
function texts(operands: readonly ir.Expression[], context: GoLowerContext): readonly go.Expr[] {
  const lower = (operand: ir.Expression): go.Expr =>
    isPlain(operand)
      ? context.expression(operand)
      : operand.kind === "Format"
        ? formatExpression(operand, context)
        : context.text(operand, "str");
  return inOrder(
    operands.map((operand) => () => [lower(operand)]),
    context,
  ).flat();
}

/** Whether Go prints the value as Python does. */
function isPlain(operand: ir.Expression): boolean {
  return operand.kind !== "Format" && (operand.type.kind === "string" || operand.type.kind === "int");
}

/** The text where it is constant; undefined where it is computed. */
function literalText(node: ir.Expression | undefined, standard: string): string | undefined {
  if (node === undefined || node.kind === "NoneLiteral") return standard;
  return node.kind === "StringLiteral" ? node.value : undefined;
}

function printFormat(node: ir.Print, format: ir.Format, end: string, context: GoLowerContext): go.Expr {
  const lowered = lowerFormat(format, context);
  if (lowered.operands.length === 0) {
    const text = lowered.format.replaceAll("%%", "%");
    return end === "\n"
      ? write(node, context, "Println", [build.string(text)])
      : write(node, context, "Print", [build.string(text)]);
  }
  if (lowered.format === "%s" && lowered.operands.length === 1)
    return write(node, context, end === "\n" ? "Println" : "Print", lowered.operands);
  return write(node, context, "Printf", [build.string(lowered.format + end), ...lowered.operands]);
}

function write(
  node: ir.Print,
  context: GoLowerContext,
  name: "Print" | "Println" | "Printf",
  operands: readonly go.Expr[],
): go.Expr {
  if (node.file) return build.libraryCall("fmt", `F${name.toLowerCase()}`, context.expression(node.file), ...operands);
  if (node.stream === "stdout") return build.libraryCall("fmt", name, ...operands);
  return build.libraryCall("fmt", `F${name.toLowerCase()}`, build.packageMember("os", "Stderr"), ...operands);
}

/** `print(*xs)`: the texts of the elements, joined. */
function printSpread(node: ir.Print, context: GoLowerContext): go.Expr {
  const name = context.fresh("texts");
  const target = build.ident(name);
  const [only] = node.operands;
  const separator = node.separator ? context.expression(node.separator) : build.string(" ");
  const isSingle =
    node.operands.length === 1 &&
    only?.kind === "Spread" &&
    only.operand.type.kind === "list" &&
    only.operand.type.element.kind === "string";
  const joined = isSingle && only.kind === "Spread" ? context.expression(only.operand) : target;
  if (!isSingle) {
    context.emit(build.define(name, build.composite(build.sliceType(build.ident("string")), [])));
    for (const operand of node.operands) {
      const element = operand.kind === "Spread" ? spreadTexts(operand.operand, context) : undefined;
      context.emit(
        build.assign(
          target,
          element
            ? build.spreadCall("append", target, element)
            : build.call("append", target, context.text(operand, "str")),
        ),
      );
    }
  }
  const text = build.libraryCall("strings", "Join", joined, separator);
  const end = literalText(node.end, "\n");
  if (end === "\n") return write(node, context, "Println", [text]);
  return write(
    node,
    context,
    "Print",
    end === ""
      ? [text]
      : [build.binary(text, "+", end === undefined ? context.expression(node.end!) : build.string(end))],
  );
}

function spreadTexts(operand: ir.Expression, context: GoLowerContext): go.Expr {
  const binding = {
    name: "item",
    kind: "local" as const,
    id: "print/item",
    type: elementTypeOf(operand),
    captured: false,
    assignments: 1,
    reads: 1,
  };
  const variable = expression("Variable", binding.type, { binding });
  const shown = expression("Format", stringType, { parts: [{ value: variable, style: "str" }] });
  const comprehension = expression(
    "Comprehension",
    { kind: "list", element: stringType },
    {
      result: "list",
      element: binding.type.kind === "string" ? variable : shown,
      clauses: [{ target: variable, iterable: operand, conditions: [], isAsync: false }],
    },
  );
  return listOfElements(comprehension, true, true, context, "shown");
}

function elementTypeOf(node: ir.Expression): ir.Expression["type"] {
  const { type } = node;
  return type.kind === "list" || type.kind === "set" || type.kind === "iterator"
    ? type.element
    : type.kind === "dict"
      ? type.key
      : type.kind === "tuple"
        ? (type.rest ?? type.elements[0] ?? { kind: "any" })
        : { kind: "string" };
}

/** Go's own printing: operands as they are. */
function printGo(node: ir.Print, context: GoLowerContext): go.Expr {
  const [only] = node.operands;
  const end = literalText(node.end, "\n");
  if (end === "\n") return write(node, context, "Println", severalOrAll(node.operands, context));
  if (node.operands.length === 1 && only?.kind === "Format" && only.parts.some((part) => typeof part !== "string"))
    return printFormat(node, only, "", context);
  if (node.operands.length === 1 && only?.kind === "StringLiteral")
    return write(node, context, "Print", [build.string(only.value)]);
  return write(node, context, "Print", severalOrAll(node.operands, context));
}

/** The several results of a call that stands alone among the operands are printed one by one. */
function severalOrAll(operands: readonly ir.Expression[], context: GoLowerContext): readonly go.Expr[] {
  const [only] = operands;
  const { type } = only ?? {};
  if (operands.length !== 1 || type?.kind !== "tuple") return context.expressions(operands);
  const results = context.temporary("results", context.expression(only!));
  return type.elements.map((_, position) => tupleElement(type, results, position));
}
