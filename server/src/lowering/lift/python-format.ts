import { expression } from "../../ir/build.ts";
import type * as ir from "../../ir/node.ts";
import type * as py from "../../python/tree.ts";
import { stringType } from "../../types/build.ts";
import type { PythonLiftContext } from "../lift-context.ts";
import { Untranslatable } from "../untranslatable.ts";

/** A piece of text, or a field. */
export type Part = string | ir.FormatPart;

/** The parts joined into one Format; neighbouring texts are one. */
export function formatOf(parts: readonly Part[]): ir.Expression {
  const merged: Part[] = [];
  for (const part of parts) {
    const last = merged[merged.length - 1];
    if (typeof part === "string" && typeof last === "string") merged[merged.length - 1] = last + part;
    else if (part !== "") merged.push(part);
  }
  if (merged.every((part) => typeof part === "string"))
    return expression("StringLiteral", stringType, { value: merged.join("") });
  return expression("Format", stringType, { parts: merged });
}

/** An f-string. */
export function liftJoinedString(node: py.JoinedStr, context: PythonLiftContext): ir.Expression {
  return formatOf(node.values.map((value) => liftPiece(value, context)));
}

function liftPiece(value: py.JoinedStr["values"][number], context: PythonLiftContext): Part {
  if (value.kind === "Invalid") throw new Untranslatable("syntax-error", "This f-string could not be read.");
  if (value.kind === "Constant") return value.value.type === "str" ? value.value.value : "";
  return liftField(value, context);
}

/** One replacement field. */
export function liftField(field: py.FormattedValue, context: PythonLiftContext): ir.FormatPart {
  const formatted = field.conversion === undefined && field.formatSpec ? formattedByType(field, context) : undefined;
  if (formatted) return { value: formatted, style: "str" };
  const value = context.expression(field.value);
  const style = field.conversion === "r" ? "repr" : field.conversion === "a" ? "ascii" : "str";
  if (field.formatSpec === undefined) return { value, style };
  const specification = parseSpecification(field.formatSpec, context);
  if (specification === undefined) return { value, style };
  return field.conversion === undefined
    ? { value, style: "specification", specification }
    : { value: expression("Format", stringType, { parts: [{ value, style }] }), style: "specification", specification };
}

/** The field by a row of the value's class, as `format(value, "%d.%m.")` would be. */
function formattedByType(field: py.FormattedValue, context: PythonLiftContext): ir.Expression | undefined {
  const [only, ...others] = field.formatSpec?.values ?? [];
  if (context.typeOf(field.value).kind !== "named" || only?.kind !== "Constant" || others.length > 0) return undefined;
  const func: py.Name = { kind: "Name", id: "format", span: field.span };
  return context.library({ kind: "Call", func, args: [field.value, only], keywords: [], span: field.span });
}

/** A specification whose width or precision may be nested fields. */
function parseSpecification(spec: py.JoinedStr, context: PythonLiftContext): ir.FormatSpecification | undefined {
  const nested: ir.Expression[] = [];
  let text = "";
  for (const value of spec.values) {
    if (value.kind === "Constant" && value.value.type === "str") text += value.value.value;
    else if (value.kind === "FormattedValue") {
      text += "\u0000";
      nested.push(context.expression(value.value));
    }
  }
  return readSpecification(text, nested);
}

const pattern = /^(?:(.)?([<>=^]))?([+\- ])?(z)?(#)?(0)?(\d+|\0)?([,_])?(?:\.(\d+|\0))?([a-zA-Z%])?$/u;

/** Reads the format mini-language. A NUL stands for the next of `nested`. Undefined for an empty one. */
export function readSpecification(
  text: string,
  nested: readonly ir.Expression[] = [],
): ir.FormatSpecification | undefined {
  if (text === "") return undefined;
  const match = pattern.exec(text);
  if (!match)
    throw new Untranslatable(
      "format-specification",
      `The format \`${text.replaceAll("\0", "{}")}\` is not translated; it belongs to the type of the value.`,
    );
  const [, fill, align, sign, , alternate, zero, width, grouping, precision, type] = match;
  let next = 0;
  const measure = (part: string | undefined): ir.Expression | number | undefined =>
    part === undefined ? undefined : part === "\0" ? nested[next++] : Number(part);
  return {
    fill: fill ?? (zero !== undefined && align === undefined ? "0" : zero !== undefined ? "0" : undefined),
    align: (align as ir.FormatSpecification["align"]) ?? (zero !== undefined ? "=" : undefined),
    sign: sign === "+" || sign === " " ? sign : undefined,
    alternate: alternate !== undefined || undefined,
    width: measure(width),
    grouping: grouping as ir.FormatSpecification["grouping"],
    precision: measure(precision),
    type: type ?? "",
  };
}

/** `"…{}…".format(…)` of a literal. */
export function liftFormatMethod(
  template: string,
  positional: readonly py.Expression[],
  keyword: (name: string) => py.Expression | undefined,
  context: PythonLiftContext,
): ir.Expression {
  const parts: Part[] = [];
  let automatic = 0;
  const used = new Set<py.Expression>();
  const argument = (name: string | undefined, whole: string): ir.Expression => {
    const [, base, path] = /^([^.[]*)(.*)$/s.exec(name ?? "")!;
    const node =
      base === "" ? positional[automatic++] : /^\d+$/.test(base!) ? positional[Number(base)] : keyword(base!);
    if (node === undefined || (path !== "" && path !== undefined))
      throw new Untranslatable(
        "format-template",
        `The field \`${whole}\` of this template is not translated; use an f-string.`,
      );
    if (used.has(node) && node.kind !== "Name" && node.kind !== "Constant")
      throw new Untranslatable("format-template", "A field that is used twice would be evaluated twice.");
    used.add(node);
    return context.expression(node);
  };
  const pieces = template.matchAll(
    /\{\{|\}\}|\{([^{}!:]*)(?:!([rsa]))?(?::((?:[^{}]|\{[^{}]*\})*))?\}|([^{}]+)|([{}])/gu,
  );
  for (const [whole, name, conversion, spec, literal, stray] of pieces) {
    if (stray !== undefined)
      throw new Untranslatable("format-template", "This template of `format` is not translated; use an f-string.");
    if (literal !== undefined) parts.push(literal);
    else if (whole === "{{" || whole === "}}") parts.push(whole[0] ?? "");
    else {
      const value = argument(name, whole);
      const style = conversion === "r" ? "repr" : conversion === "a" ? "ascii" : "str";
      const nested: ir.Expression[] = [];
      const text = (spec ?? "").replaceAll(/\{([^{}]*)\}/gu, (field, inner: string) => {
        nested.push(argument(inner, field));
        return "\0";
      });
      const specification = readSpecification(text, nested);
      const shown =
        conversion === undefined || specification === undefined
          ? value
          : expression("Format", stringType, { parts: [{ value, style }] });
      parts.push(
        specification === undefined ? { value, style } : { value: shown, style: "specification", specification },
      );
    }
  }
  return formatOf(parts);
}
