import type * as go from "../../go/tree.ts";
import { expression } from "../../ir/build.ts";
import type * as ir from "../../ir/node.ts";
import { floatType } from "../../types/build.ts";
import type { GoLowerContext } from "../lower-context.ts";
import { Untranslatable } from "../untranslatable.ts";
import { inOrder } from "./evaluation.ts";
import * as build from "./syntax.ts";

/** A format string of Go with its operands. */
export interface FormatCall {
  readonly format: string;
  readonly operands: readonly go.Expr[];
  /** Whether every piece is a text of its own, so that `+` joins them as well. */
  readonly pieces: readonly go.Expr[] | undefined;
}

/** One piece: its verb, and the operands that the verb takes, the value last. */
interface Piece {
  readonly verb: string;
  readonly operands: readonly go.Expr[];
}

/** Lowers a Format to a format string. Operands are evaluated in order. */
export function lowerFormat(node: ir.Format, context: GoLowerContext): FormatCall {
  const fields = node.parts.filter((part) => typeof part !== "string");
  const verbs: string[] = [];
  const values = inOrder(
    fields.map((part) => () => {
      const piece = lowerPart(part, context);
      verbs.push(piece.verb);
      return piece.operands;
    }),
    context,
  );
  let format = "";
  let next = 0;
  let pieces: go.Expr[] | undefined = [];
  for (const part of node.parts) {
    if (typeof part === "string") {
      format += part.replaceAll("%", "%%");
      pieces?.push(build.string(part));
      continue;
    }
    const verb = verbs[next] ?? "";
    format += verb;
    if (verb === "%s" && (part.value.type.kind === "string" || part.style === "str"))
      pieces?.push(...(values[next] ?? []));
    else pieces = undefined;
    next++;
  }
  return { format, operands: values.flat(), pieces };
}

/** The formatted text as an expression: a concatenation where that is shorter, else `fmt.Sprintf`. */
export function formatExpression(node: ir.Format, context: GoLowerContext): go.Expr {
  const { format, operands, pieces } = lowerFormat(node, context);
  if (pieces !== undefined && pieces.length > 0 && pieces.length <= 4) {
    const [first, ...rest] = pieces as [go.Expr, ...go.Expr[]];
    if (operands.length <= 2) return rest.reduce((left, right) => build.binary(left, "+", right), first);
  }
  return build.libraryCall("fmt", "Sprintf", build.string(format), ...operands);
}

function lowerPart(part: ir.FormatPart, context: GoLowerContext): Piece {
  const { value, style } = part;
  if (part.verb !== undefined) return goVerb(part, part.verb, context);
  switch (style) {
    case "str":
    case "repr":
      if (value.type.kind === "int") return { verb: "%d", operands: [context.expression(value)] };
      return { verb: "%s", operands: [context.text(value, style)] };
    case "specification":
      return specified(value, part.specification ?? { type: "" }, context);
    case "ascii":
      throw new Untranslatable(
        "ascii-format",
        "`ascii()` is not translated; Go's `%+q` quotes and escapes in its own way.",
      );
    default:
      return { verb: "%v", operands: [context.expression(value)] };
  }
}

function goVerb(part: ir.FormatPart, verb: string, context: GoLowerContext): Piece {
  const stars = [part.specification?.width, part.specification?.precision].filter(
    (measure): measure is ir.Expression => typeof measure === "object",
  );
  return { verb, operands: context.expressions([...stars, part.value]) };
}

function specified(value: ir.Expression, spec: ir.FormatSpecification, context: GoLowerContext): Piece {
  const { type } = value;
  if (type.kind === "bool" && spec.type === "") return text(value, spec, context);
  if (type.kind === "int" && "eEfFgG%".includes(spec.type) && spec.type !== "")
    return specified(expression("Convert", floatType, { operand: value }), spec, context);
  if (spec.type === "d" && value.kind === "Convert" && value.operand.type.kind === "float")
    return wholeFloat(value.operand, spec, context);
  if (type.kind === "int" && (spec.type === "" || "dxXobcn".includes(spec.type))) return integer(value, spec, context);
  if (type.kind === "float" && "eEfFgG%".includes(spec.type) && spec.type !== "") return float(value, spec, context);
  if (
    type.kind === "float" &&
    spec.type === "" &&
    spec.precision === undefined &&
    spec.grouping === undefined &&
    spec.sign === undefined
  )
    return text(value, { ...spec, align: spec.align ?? ">" }, context);
  if (
    (type.kind === "string" || type.kind === "named" || type.kind === "optional") &&
    (spec.type === "" || spec.type === "s")
  )
    return text(value, spec, context);
  throw new Untranslatable(
    "format-specification",
    "This format is not translated for a value of this type; Go programs format it by a verb of fmt.",
  );
}

/** Width and precision as they stand in a verb; those that are computed are operands before the value. */
function measures(
  spec: ir.FormatSpecification,
  context: GoLowerContext,
): { readonly width: string; readonly precision: string; readonly operands: readonly go.Expr[] } {
  const operands: go.Expr[] = [];
  const measure = (part: ir.Expression | number | undefined): string => {
    if (part === undefined) return "";
    if (typeof part === "number") return String(part);
    operands.push(context.expression(part));
    return "*";
  };
  const width = measure(spec.width);
  const precision = measure(spec.precision);
  return { width, precision: precision === "" ? "" : `.${precision}`, operands };
}

function isPlainPadding(spec: ir.FormatSpecification): boolean {
  return (
    (spec.fill === undefined || spec.fill === " " || (spec.fill === "0" && spec.align === "=")) &&
    spec.align !== "^" &&
    !(spec.align === "=" && spec.fill !== "0")
  );
}

/** Pads what the verb alone gives, where Go's own padding cannot. */
function padded(
  verb: string,
  operands: readonly go.Expr[],
  spec: ir.FormatSpecification,
  isNumber: boolean,
  context: GoLowerContext,
): Piece {
  const shown = verb === "%s" ? operands[0]! : build.libraryCall("fmt", "Sprintf", build.string(verb), ...operands);
  return padding(shown, spec, isNumber, context);
}

function padding(shown: go.Expr, spec: ir.FormatSpecification, isNumber: boolean, context: GoLowerContext): Piece {
  if (spec.width === undefined) return { verb: "%s", operands: [shown] };
  const width = typeof spec.width === "number" ? build.integer(spec.width) : context.expression(spec.width);
  const align = spec.align ?? (isNumber ? ">" : "<");
  if (align === "=")
    throw new Untranslatable(
      "format-specification",
      "Padding between the sign and the digits is not translated for this fill.",
    );
  return {
    verb: "%s",
    operands: [
      build.call(context.helper("padText"), shown, width, build.string(align), build.string(spec.fill ?? " ")),
    ],
  };
}

function text(value: ir.Expression, spec: ir.FormatSpecification, context: GoLowerContext): Piece {
  const shown = context.text(value, "str");
  const { width, precision, operands } = measures(spec, context);
  if (!isPlainPadding(spec))
    return padded(
      precision === "" ? "%s" : `%${precision}s`,
      [...operands.slice(width === "*" ? 1 : 0), shown],
      spec,
      false,
      context,
    );
  const minus = spec.align === ">" || width === "" ? "" : "-";
  return { verb: `%${minus}${width}${precision}s`, operands: [...operands, shown] };
}

function flags(spec: ir.FormatSpecification): string {
  return `${spec.align === "<" && spec.width !== undefined ? "-" : ""}${spec.sign ?? ""}${spec.alternate ? "#" : ""}${spec.fill === "0" && spec.align === "=" ? "0" : ""}`;
}

function integer(value: ir.Expression, spec: ir.FormatSpecification, context: GoLowerContext): Piece {
  if (spec.type === "n")
    throw new Untranslatable(
      "format-specification",
      "Formats that depend on the locale are not translated; golang.org/x/text/message does that in Go.",
    );
  const lowered = context.expression(value);
  const verb = spec.type === "" ? "d" : spec.type === "o" && spec.alternate ? "O" : spec.type;
  if (spec.grouping !== undefined) {
    const bare = { ...spec, width: undefined, align: undefined, fill: undefined };
    const digits = build.libraryCall("fmt", "Sprintf", build.string(`%${flags(bare)}${verb}`), lowered);
    return padding(build.call(context.helper("groupDigits"), digits, build.string(spec.grouping)), spec, true, context);
  }
  if (!isPlainPadding(spec))
    return padded(`%${flags({ ...spec, width: undefined, align: undefined })}${verb}`, [lowered], spec, true, context);
  const { width, operands } = measures(spec, context);
  return { verb: `%${flags(spec)}${width}${verb}`, operands: [...operands, lowered] };
}

/** `%d` of a float: its digits without the fraction, of which there may be more than an integer of 64 bits holds. */
function wholeFloat(value: ir.Expression, spec: ir.FormatSpecification, context: GoLowerContext): Piece {
  // Adding zero leaves no negative zero.
  return float(value, { ...spec, type: "f", precision: 0 }, context, (lowered) =>
    build.binary(build.libraryCall("math", "Trunc", lowered), "+", build.integer(0)),
  );
}

function float(
  value: ir.Expression,
  spec: ir.FormatSpecification,
  context: GoLowerContext,
  convert = (lowered: go.Expr): go.Expr => lowered,
): Piece {
  const lowered = convert(context.expression(value));
  const isPercent = spec.type === "%";
  const operand = isPercent ? build.binary(lowered, "*", build.integer(100)) : lowered;
  const verb = isPercent ? "f" : spec.type;
  const precise = spec.precision === undefined && verb.toLowerCase() === "g" ? { ...spec, precision: 6 } : spec;
  if (spec.grouping !== undefined || !isPlainPadding(spec) || (isPercent && spec.width !== undefined)) {
    const bare = { ...precise, width: undefined, align: undefined, fill: undefined };
    const { precision, operands } = measures(bare, context);
    const digits = build.libraryCall(
      "fmt",
      "Sprintf",
      build.string(`%${flags(bare)}${precision}${verb}${isPercent ? "%%" : ""}`),
      ...operands,
      operand,
    );
    return padding(
      spec.grouping === undefined
        ? digits
        : build.call(context.helper("groupDigits"), digits, build.string(spec.grouping)),
      spec,
      true,
      context,
    );
  }
  const { width, precision, operands } = measures(precise, context);
  return {
    verb: `%${flags(spec)}${width}${precision}${verb}${isPercent ? "%%" : ""}`,
    operands: [...operands, operand],
  };
}
