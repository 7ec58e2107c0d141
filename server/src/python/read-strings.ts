import { decodeString, makesPair } from "./read-escapes.ts";
import { invalid, required, spanOf, textOf, type ReadContext } from "./read-context.ts";
import { childIn, hasToken, namedChildren, type RawNode } from "./read-raw.ts";
import type { Constant, ConstantValue, Expression, FormattedValue, Invalid, InvalidReason, JoinedStr } from "./tree.ts";

/** A part of an f-string, in order. */
type Part = JoinedStr["values"][number];

/** One literal of an implicit concatenation, read. */
interface Piece {
  readonly kind: "str" | "bytes" | "fstring";
  readonly raw: boolean;
  readonly triple: boolean;
  readonly parts: readonly Part[];
}

/** One string literal. */
export function readString(context: ReadContext, node: RawNode): Expression {
  return join(context, node, [node]);
}

/** Several literals in a row, which are one value. */
export function readConcatenatedString(context: ReadContext, node: RawNode): Expression {
  return join(context, node, namedChildren(node));
}

function join(context: ReadContext, node: RawNode, literals: readonly RawNode[]): Expression {
  const pieces: Piece[] = [];
  for (const literal of literals) {
    const piece = readPiece(context, literal);
    if (typeof piece === "string") return invalid(context, node, piece);
    pieces.push(piece);
  }
  const bytes = pieces.filter((piece) => piece.kind === "bytes").length;
  if (bytes !== 0 && bytes !== pieces.length) return invalid(context, node, "syntax");
  const parts = merge(pieces.flatMap((piece) => piece.parts));
  if (parts === undefined) return invalid(context, node, "unsupported");
  const triple = pieces.some((piece) => piece.triple);
  if (pieces.some((piece) => piece.kind === "fstring")) {
    return { kind: "JoinedStr", values: parts, triple: triple || undefined, span: spanOf(node) };
  }
  const value = parts.map((part) => textOfPart(part)).join("");
  const raw = pieces.every((piece) => piece.raw) || undefined;
  return {
    kind: "Constant",
    value: { type: bytes > 0 ? "bytes" : "str", value, triple: triple || undefined, raw },
    span: spanOf(node),
  };
}

function textOfPart(part: Part): string {
  return part.kind === "Constant" && part.value.type === "str" ? part.value.value : "";
}

/** Joins neighbouring texts and drops empty ones; undefined where that would join surrogates which Python keeps apart. */
function merge(parts: readonly Part[]): Part[] | undefined {
  const merged: Part[] = [];
  for (const part of parts) {
    const text = textOfPart(part);
    if (part.kind === "Constant" && text === "") continue;
    const last = merged.at(-1);
    if (part.kind !== "Constant" || last?.kind !== "Constant") {
      merged.push(part);
      continue;
    }
    const before = textOfPart(last);
    if (makesPair(before, text)) return undefined;
    merged[merged.length - 1] = {
      ...last,
      value: strValue(before + text),
      span: { start: last.span.start, end: part.span.end },
    };
  }
  return merged;
}

function strValue(value: string): ConstantValue {
  return { type: "str", value };
}

function readPiece(context: ReadContext, literal: RawNode): Piece | InvalidReason {
  const start = required(literal.children[0]);
  const end = required(literal.children.at(-1));
  if (literal.broken || start.type !== "string_start" || end.type !== "string_end") return "syntax";
  const opening = textOf(context, start);
  const prefix = opening.replace(/["']+$/, "").toLowerCase();
  if (!/^(?:|u|r|b|br|rb|f|fr|rf)$/.test(prefix)) return prefix === "ur" ? "python2" : "unsupported";
  const kind = prefix.includes("b") ? "bytes" : prefix.includes("f") ? "fstring" : "str";
  const raw = prefix.includes("r");
  // The parser may put the whole content of a raw string into the closing token, so the quotes are counted here.
  const quotes = opening.slice(prefix.length);
  const close = literal.end - quotes.length;
  if (close < start.end || context.text.slice(close, literal.end) !== quotes) return "syntax";
  const fields = literal.children.filter((child) => child.type === "interpolation");
  const parts: Part[] = [];
  let from = start.end;
  for (let index = 0; index <= fields.length; index++) {
    const field = fields[index];
    const to = field?.start ?? close;
    const text = decodeString(context.text.slice(from, to), {
      raw,
      bytes: kind === "bytes",
      braces: kind === "fstring",
    });
    if ("reason" in text) return text.reason;
    parts.push(textPart(text.value, from, to));
    if (field !== undefined) parts.push(...readField(context, field, raw));
    from = field?.end ?? to;
  }
  return { kind, raw, triple: quotes.length === 3, parts };
}

function textPart(value: string, start: number, end: number): Constant {
  return { kind: "Constant", value: strValue(value), span: { start, end } };
}

/** A replacement field; `{x=}` is the text `x=` and a field. */
function readField(context: ReadContext, node: RawNode, raw: boolean): readonly Part[] {
  const expression = childIn(node, "expression");
  if (node.broken || expression === undefined) return [invalid(context, node, "syntax")];
  if (expression.type === "lambda") return [invalid(context, node, "syntax")];
  if (expression.type === "named_expression") return [readAlignedField(context, node, expression, raw)];
  const written = childIn(node, "type_conversion");
  const format = childIn(node, "format_specifier");
  const letter = written === undefined ? undefined : textOf(context, written).slice(1).trim();
  if (letter !== undefined && letter !== "s" && letter !== "r" && letter !== "a")
    return [invalid(context, node, "syntax")];
  const formatSpec = format === undefined ? undefined : readFormat(context, format, raw);
  if (formatSpec?.kind === "Invalid") return [{ ...invalid(context, node, formatSpec.reason) }];
  const debug = hasToken(node, "=");
  const field: FormattedValue = {
    kind: "FormattedValue",
    value: context.expression(expression),
    conversion: letter ?? (debug && format === undefined ? "r" : undefined),
    formatSpec,
    span: spanOf(node),
  };
  if (!debug) return [field];
  const from = required(node.children[0]).end;
  const to = (written ?? format ?? required(node.children.at(-1))).start;
  const text = context.text.slice(from, to).replaceAll("\r\n", "\n");
  return [textPart(text, from, to), field];
}

/** `{x:=5}` is read by the parser as a named expression, but Python ends the expression at the colon: `=5` is the format. */
function readAlignedField(context: ReadContext, node: RawNode, named: RawNode, raw: boolean): Part {
  const [name, operator] = named.children;
  const end = required(node.children.at(-1));
  if (name === undefined || operator === undefined || node.children.length !== 3 || named.end !== end.start)
    return invalid(context, node, "unsupported");
  const from = operator.start + 1;
  const text = decodeString(context.text.slice(from, end.start), { raw, bytes: false, braces: false });
  if ("reason" in text || /[{}]/.test(text.value)) return invalid(context, node, "unsupported");
  const formatSpec: JoinedStr = {
    kind: "JoinedStr",
    values: [textPart(text.value, from, end.start)],
    span: { start: from, end: end.start },
  };
  return { kind: "FormattedValue", value: context.expression(name), formatSpec, span: spanOf(node) };
}

function readFormat(context: ReadContext, node: RawNode, raw: boolean): JoinedStr | Invalid {
  if (node.broken) return invalid(context, node, "syntax");
  const parts: Part[] = [];
  const fields = node.children.filter((child) => child.type === "format_expression");
  let from = node.start + 1;
  for (let index = 0; index <= fields.length; index++) {
    const field = fields[index];
    const to = field?.start ?? node.end;
    const text = decodeString(context.text.slice(from, to), { raw, bytes: false, braces: false });
    if ("reason" in text) return invalid(context, node, text.reason);
    parts.push(textPart(text.value, from, to));
    if (field !== undefined) parts.push(...readField(context, field, raw));
    from = field?.end ?? to;
  }
  const values = merge(parts);
  return values === undefined
    ? invalid(context, node, "unsupported")
    : { kind: "JoinedStr", values, span: spanOf(node) };
}
