import { QuoteConflict, type PrintContext } from "./print-context.ts";
import { Level } from "./print-precedence.ts";
import { delimiters, escapeText } from "./print-strings.ts";
import type { Call, Expression, FormattedValue, JoinedStr } from "./tree.ts";

/** F-strings inside f-strings beyond this depth are not tried: there are no quotes left for them. */
const maximumNesting = 4;

/**
 * Prints an f-string. Before Python 3.12 a field must not contain the string's own quotes nor a backslash: the first delimiter is taken
 * which allows that, and where none does, the string is printed as a call of `str.format`, which means the same.
 */
export function printJoinedStr(context: PrintContext, node: JoinedStr): void {
  const { out } = context;
  const multiline =
    node.triple === true &&
    node.values.some(
      (part) => part.kind === "Constant" && part.value.type === "str" && part.value.value.includes("\n"),
    );
  const order = multiline ? [...delimiters.slice(2), ...delimiters.slice(0, 2)] : delimiters;
  const mark = out.mark();
  if (context.delimiters.length < maximumNesting) {
    for (const delimiter of order) {
      if (tryDelimiter(context, node, delimiter)) return;
      out.reset(mark);
    }
  }
  if (context.delimiters.length > 0) throw new QuoteConflict();
  context.expression(asFormatCall(node), Level.atom);
}

/** Whether the f-string could be printed with the delimiter; if not, what was printed must be taken back. */
function tryDelimiter(context: PrintContext, node: JoinedStr, delimiter: string): boolean {
  const { out } = context;
  const mark = out.mark();
  try {
    out.token(`f${delimiter}`);
    printParts(context, node, delimiter, false);
    out.token(delimiter);
  } catch (error) {
    if (error instanceof QuoteConflict) return false;
    throw error;
  }
  const text = out.since(mark);
  const outer = context.delimiters;
  if (outer.length === 0) return true;
  if (text.includes("\\") || (text.includes("\n") && outer.some((quotes) => quotes.length === 1))) return false;
  return !outer.some((quotes) => text.includes(quotes));
}

function printParts(context: PrintContext, node: JoinedStr, delimiter: string, inFormat: boolean): void {
  const { out } = context;
  node.values.forEach((part, index) => {
    out.within(part, () => {
      if (part.kind === "FormattedValue") printField(context, part, delimiter);
      else if (part.kind === "Invalid") out.token(part.text);
      else
        out.token(
          partText(
            part.value.type === "str" ? part.value.value : "",
            delimiter,
            inFormat,
            index === node.values.length - 1,
          ),
        );
    });
  });
}

/** Text between fields. Braces are doubled; in a format they cannot be, so such a text becomes a field. */
function partText(value: string, delimiter: string, inFormat: boolean, last: boolean): string {
  if (inFormat) {
    if (/[{}\n]/.test(value)) throw new QuoteConflict();
    return escapeText(value, delimiter, false);
  }
  // Only the quote at the very end can run into the delimiter.
  const text = last ? escapeText(value, delimiter, false) : escapeText(`${value} `, delimiter, false).slice(0, -1);
  return text.replaceAll("{", "{{").replaceAll("}", "}}");
}

function printField(context: PrintContext, node: FormattedValue, delimiter: string): void {
  const { out } = context;
  out.token("{");
  const mark = out.mark();
  context.inside(delimiter, () => context.expression(node.value, hasBareColon(node.value) ? Level.atom : Level.test));
  const text = out.since(mark);
  if (text.startsWith("{")) {
    out.reset(mark);
    out.blank(" ");
    context.inside(delimiter, () => context.expression(node.value, Level.test));
  }
  if (text.includes("\\") || text.includes(delimiter) || (delimiter.length === 1 && text.includes("\n")))
    throw new QuoteConflict();
  if (node.conversion !== undefined) out.token(`!${node.conversion}`);
  if (node.formatSpec !== undefined) {
    const { formatSpec } = node;
    out.token(":");
    out.within(formatSpec, () => printParts(context, formatSpec, delimiter, true));
  }
  out.token("}");
}

/** Whether the expression ends in a lambda, whose colon would begin the format. */
function hasBareColon(node: Expression): boolean {
  if (node.kind === "IfExp") return hasBareColon(node.orelse);
  return node.kind === "Lambda";
}

/** `"…{}…{!r:>{}}…".format(a, b, c)`: the fields in the order in which both forms evaluate them. */
function asFormatCall(node: JoinedStr): Call {
  const args: Expression[] = [];
  const template = formatTemplate(node, args, false);
  const text: Expression = {
    kind: "Constant",
    value: { type: "str", value: template, triple: node.triple },
    span: node.span,
    origin: node.origin,
  };
  const func: Expression = { kind: "Attribute", value: text, attr: "format", span: node.span, origin: node.origin };
  return { kind: "Call", func, args, keywords: [], span: node.span, origin: node.origin };
}

function formatTemplate(node: JoinedStr, args: Expression[], inFormat: boolean): string {
  return node.values
    .map((part) => {
      if (part.kind === "Invalid") return part.text;
      if (part.kind === "FormattedValue") {
        args.push(part.value);
        const conversion = part.conversion === undefined ? "" : `!${part.conversion}`;
        return `{${conversion}${part.formatSpec === undefined ? "" : `:${formatTemplate(part.formatSpec, args, true)}`}}`;
      }
      const value = part.value.type === "str" ? part.value.value : "";
      if (!inFormat) return value.replaceAll("{", "{{").replaceAll("}", "}}");
      if (!/[{}]/.test(value)) return value;
      // Braces in a format can only come from a field.
      args.push({ kind: "Constant", value: { type: "str", value }, span: part.span, origin: part.origin });
      return "{}";
    })
    .join("");
}
