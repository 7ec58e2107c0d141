import type * as go from "../../go/tree.ts";
import { expression } from "../../ir/build.ts";
import type * as ir from "../../ir/node.ts";
import { isPure } from "../../ir/purity.ts";
import { stringType } from "../../types/build.ts";
import type { Type } from "../../types/type.ts";
import type { GoLiftContext } from "../lift-context.ts";
import { Untranslatable } from "../untranslatable.ts";
import { underlying } from "./go-operators.ts";
import { formatOf } from "./python-format.ts";

type Part = string | ir.FormatPart;

const styles: Readonly<Record<string, ir.FormatPart["style"]>> = {
  v: "goValue",
  s: "goValue",
  d: "goValue",
  t: "goValue",
  T: "goType",
  q: "goQuoted",
};

/** A call of `fmt` with a format string: the arguments behind it are its operands. Throws where the format is no literal. */
export function liftGoFormat(
  format: go.Expr,
  args: readonly go.Expr[],
  hasEllipsis: boolean,
  context: GoLiftContext,
): ir.Expression {
  const template = context.analysis.constantOf(format);
  if (typeof template !== "string" || hasEllipsis)
    return openFormat(
      "format",
      [context.expression(format), ...args.map((arg) => context.expression(arg))],
      hasEllipsis,
    );
  const parts: Part[] = [];
  let next = 0;
  let highest = 0;
  let isIndexed = false;
  const pick = (index: string | undefined): void => {
    if (index === undefined) return;
    isIndexed = true;
    next = Number(index) - 1;
  };
  const take = (): ir.Expression => {
    const node = args[next++];
    highest = Math.max(highest, next);
    if (node === undefined) throw new Untranslatable("format-operands", "There are fewer operands than verbs.");
    return context.expression(node);
  };
  for (const [
    whole,
    literal,
    flags,
    widthIndex,
    width,
    precisionIndex,
    precision,
    verbIndex,
    verb,
  ] of template.matchAll(
    /([^%]+)|%([-+ #0]*)(?:\[(\d+)\](?=\*))?(\d+|\*)?(?:\.(?:\[(\d+)\](?=\*))?(\d+|\*)?)?(?:\[(\d+)\])?([a-zA-Z%])|%/gu,
  )) {
    if (literal !== undefined) parts.push(literal);
    else if (verb === undefined) throw new Untranslatable("format-verb", "This format could not be read.");
    else if (verb === "%") parts.push("%");
    else {
      const measure = (part: string | undefined, index: string | undefined): ir.Expression | number | undefined => {
        pick(index);
        return part === undefined ? undefined : part === "*" ? take() : Number(part);
      };
      const measuredWidth = measure(width, widthIndex);
      const hasPoint = whole.includes(".");
      const measuredPrecision = hasPoint ? (measure(precision, precisionIndex) ?? 0) : undefined;
      pick(verbIndex);
      const verbText = whole.replace(/\[\d+\]/gu, "");
      parts.push(partOf(verbText, flags ?? "", measuredWidth, measuredPrecision, verb, take()));
    }
  }
  if (!isIndexed && highest < args.length)
    throw new Untranslatable("format-operands", "There are more operands than verbs.");
  if (isIndexed && !hasPureOperands(parts))
    throw new Untranslatable(
      "format-operands",
      "An operand that is shown twice is translated where it is a plain value.",
    );
  return formatOf(parts);
}

/** Whether operands may be evaluated in another order, or again. */
function hasPureOperands(parts: readonly Part[]): boolean {
  return parts.every((part) => typeof part === "string" || isPure(part.value));
}

function openFormat(form: ir.OpenFormat["form"], operands: readonly ir.Expression[], spread: boolean): ir.Expression {
  return expression("OpenFormat", stringType, { form, operands, spread });
}

/** `fmt.Sprint` and `fmt.Sprintln` of a slice of operands. */
export function liftGoSpread(form: "plain" | "line", args: readonly go.Expr[], context: GoLiftContext): ir.Expression {
  return openFormat(
    form,
    args.map((arg) => context.expression(arg)),
    true,
  );
}

function partOf(
  verbText: string,
  flags: string,
  width: ir.FormatSpecification["width"],
  precision: ir.FormatSpecification["precision"],
  verb: string,
  value: ir.Expression,
): ir.FormatPart {
  const style =
    verb === "v" && flags.includes("+")
      ? "goFields"
      : verb === "v" && flags.includes("#")
        ? "goSyntax"
        : (styles[verb] ?? "specification");
  const specification: ir.FormatSpecification = {
    width,
    precision,
    type: verb,
    align: flags.includes("-") ? "<" : undefined,
    fill: flags.includes("0") && !flags.includes("-") ? "0" : undefined,
    sign: verb !== "v" && flags.includes("+") ? "+" : flags.includes(" ") ? " " : undefined,
    alternate: flags.includes("#") || undefined,
  };
  return { value, style, specification, verb: verbText };
}

/** What `fmt.Sprint` and `fmt.Print` make: operands as `%v`, with blanks only between two that are no strings. */
export function liftGoSprint(args: readonly go.Expr[], context: GoLiftContext): ir.Expression {
  const parts: Part[] = [];
  let previous: Type | undefined;
  for (const node of args) {
    const value = context.expression(node);
    if (previous !== undefined && !isText(previous) && !isText(value.type)) parts.push(" ");
    parts.push(value.kind === "StringLiteral" ? value.value : { value, style: "goValue", verb: "%v" });
    previous = value.type;
  }
  return formatOf(parts);
}

function isText(type: Type): boolean {
  return underlying(type).kind === "string" && type.kind !== "named";
}

/** The operands of `fmt.Println`, with blanks between them, as one text. */
export function liftGoSprintln(args: readonly go.Expr[], context: GoLiftContext): ir.Expression {
  const parts = args.flatMap((node, position): Part[] => {
    const value = context.expression(node);
    const part: Part = value.kind === "StringLiteral" ? value.value : { value, style: "goValue", verb: "%v" };
    return position === 0 ? [part] : [" ", part];
  });
  return formatOf([...parts, "\n"]);
}

/** An expression as one text. */
export function asText(parts: readonly Part[]): ir.Expression {
  return expression("Format", stringType, { parts });
}
