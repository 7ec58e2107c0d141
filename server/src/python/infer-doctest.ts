import {
  bigIntType,
  boolType,
  dictOf,
  floatType,
  listOf,
  noneType,
  setOf,
  stringType,
  tupleOf,
  unknownType,
} from "../types/build.ts";
import { join } from "../types/relations.ts";
import type { Type } from "../types/type.ts";
import type { FunctionNode } from "./analysis-api.ts";
import { integerConstant } from "./infer-numbers.ts";

/** The type of an integer of an example, by its digits. */
function integerExample(digits: string): Type {
  const text = digits.replaceAll("_", "");
  return integerConstant(/^(0[xXbBoO][\da-fA-F]+|\d+)$/.test(text) ? BigInt(text) : 0n);
}

/** An example call found in a docstring: the types of its arguments and, where it is shown, of its result. */
export interface ExampleCall {
  readonly positional: readonly Type[];
  readonly keywords: ReadonlyMap<string, Type>;
  readonly result: Type | undefined;
}

/** The calls of a function that its docstring shows with literal arguments: `>>> f(1)` and the line below, `f(1) == 2`, `f(1) -> 2`, `f(1) => 2`, `f(1) returns 2`. */
export function exampleCalls(node: FunctionNode, name = node.name): ExampleCall[] {
  const [first] = node.body;
  if (first?.kind !== "Expr" || first.value.kind !== "Constant" || first.value.value.type !== "str") return [];
  const text = first.value.value.value;
  const found: ExampleCall[] = [];
  for (let at = text.indexOf(`${name}(`); at >= 0 && found.length < 40; at = text.indexOf(`${name}(`, at + 1)) {
    if (at > 0 && /[\w.]/.test(text[at - 1]!)) continue;
    const reader = new LiteralReader(text, at + name.length + 1);
    const call = reader.callArguments();
    if (call) found.push({ ...call, result: resultBehind(text, reader.position) });
  }
  return found;
}

/** Values that a docstring gives to parameters by name: `n = 5`, `words: ["a", "b"]`. */
export function exampleValues(node: FunctionNode, parameter: string): Type[] {
  const [first] = node.body;
  if (first?.kind !== "Expr" || first.value.kind !== "Constant" || first.value.value.type !== "str") return [];
  const text = first.value.value.value;
  const found: Type[] = [];
  const pattern = new RegExp(`(?<![\\w.>=("'])${parameter}\\s*(=(?!=)|:)\\s*`, "g");
  for (let match = pattern.exec(text); match && found.length < 20; match = pattern.exec(text)) {
    const behind = text[match.index + match[0].length] ?? "";
    // After a colon stands prose as often as a value, unless it is a display or a text.
    if (match[1] === ":" && !/[[({"']/.test(behind)) continue;
    const reader = new LiteralReader(text, match.index + match[0].length);
    const type = reader.literal();
    if (
      type !== undefined &&
      type.kind !== "none" &&
      /^\s*($|[\n,;.)]|and\b|the\b|return)/.test(text.slice(reader.position, reader.position + 20))
    )
      found.push(type);
  }
  return found;
}

const resultMarks = /^(?:\s*(?:==|➞|->|=>|→|=|⟹|➜|==>|returns?|should return|#=>|is)\s*|[ \t]*\r?\n[ \t]*)/;

function resultBehind(text: string, position: number): Type | undefined {
  const mark = resultMarks.exec(text.slice(position, position + 40));
  if (!mark) return undefined;
  const reader = new LiteralReader(text, position + mark[0].length);
  const type = reader.literal();
  if (type === undefined) return undefined;
  // A result must end there: "3 apples" is no number.
  return /^[ \t]*(?:$|\r?\n|[#.;,)"]|\(|[-–—]|because|since|as|and|or)/.test(
    text.slice(reader.position, reader.position + 20),
  )
    ? type
    : undefined;
}

/** Reads literals and gives their types. */
class LiteralReader {
  position: number;
  private readonly text: string;
  private depth = 0;

  constructor(text: string, position: number) {
    this.text = text;
    this.position = position;
  }

  private blanks(): void {
    while (this.position < this.text.length && /\s/.test(this.text[this.position]!)) this.position++;
    // A call may go on behind the dots of a doctest.
    if (this.depth > 0 && this.text.startsWith("...", this.position)) {
      this.position += 3;
      this.blanks();
    }
  }

  private take(token: string): boolean {
    this.blanks();
    if (!this.text.startsWith(token, this.position)) return false;
    this.position += token.length;
    return true;
  }

  callArguments(): { positional: Type[]; keywords: Map<string, Type> } | undefined {
    const positional: Type[] = [];
    const keywords = new Map<string, Type>();
    this.depth++;
    for (;;) {
      if (this.take(")")) break;
      this.blanks();
      const keyword = /^([A-Za-z_]\w*)\s*=(?!=)/.exec(this.text.slice(this.position, this.position + 60));
      if (keyword) this.position += keyword[0].length;
      const type = this.literal();
      if (type === undefined) return undefined;
      if (keyword) keywords.set(keyword[1]!, type);
      else positional.push(type);
      if (!this.take(",")) {
        if (this.take(")")) break;
        return undefined;
      }
    }
    this.depth--;
    return { positional, keywords };
  }

  literal(): Type | undefined {
    if (this.depth > 20) return undefined;
    this.blanks();
    const rest = this.text.slice(this.position, this.position + 80);
    const word = /^(True|False|None)\b/.exec(rest);
    if (word) {
      this.position += word[0].length;
      return word[0] === "None" ? noneType : boolType;
    }
    const float = /^float\(\s*['"][-+\w]+['"]\s*\)/.exec(rest);
    if (float) {
      this.position += float[0].length;
      return floatType;
    }
    const empty = /^(set|dict|list|tuple)\(\s*\)/.exec(rest);
    if (empty) {
      this.position += empty[0].length;
      return empty[1] === "set"
        ? setOf(unknownType)
        : empty[1] === "dict"
          ? dictOf(unknownType, unknownType)
          : empty[1] === "list"
            ? listOf(unknownType)
            : { kind: "tuple", elements: [], rest: unknownType };
    }
    const number = /^[-+]?\s*(0[xXbBoO][\da-fA-F_]+|(?:\d[\d_]*\.?\d*|\.\d+)(?:[eE][-+]?\d+)?)(?![\w.]*\w)/.exec(rest);
    if (number) {
      this.position += number[0].length;
      const digits = number[1]!;
      if (digits.endsWith(".") && !/\d/.test(this.text[this.position] ?? "") && this.depth === 0) return bigIntType;
      const base = /[.]|^[^xX]*[eE]/.test(digits) ? floatType : integerExample(digits);
      return this.operation(base);
    }
    return this.quoted() ?? this.container();
  }

  /** `2 ** 10`, `10 * 3`: numbers only. */
  private operation(left: Type): Type {
    const operator = /^[ \t]*(\*\*|\/\/|[*+/-])(?=[ \t]*[\d.(-])/.exec(
      this.text.slice(this.position, this.position + 20),
    );
    if (!operator || this.depth === 0) return left;
    this.position += operator[0].length;
    const right = this.literal();
    return operator[1] === "/" ? floatType : right === undefined ? left : join(left, right);
  }

  private quoted(): Type | undefined {
    const opening = /^([rRuUfFbB]{0,2})('''|"""|'|")/.exec(this.text.slice(this.position, this.position + 6));
    if (!opening) return undefined;
    const quote = opening[2]!;
    let end = this.position + opening[0].length;
    for (; end < this.text.length && !this.text.startsWith(quote, end); end++) {
      if (quote.length === 1 && this.text[end] === "\n") return undefined;
      if (this.text[end] === "\\") end++;
    }
    if (end >= this.text.length) return undefined;
    this.position = end + quote.length;
    if (/[bB]/.test(opening[1]!)) return { kind: "bytes" };
    return stringType;
  }

  private container(): Type | undefined {
    const open = this.text[this.position];
    const close = open === "[" ? "]" : open === "(" ? ")" : open === "{" ? "}" : undefined;
    if (close === undefined) return undefined;
    this.position++;
    this.depth++;
    const items: Type[] = [];
    const values: Type[] = [];
    let comma = false;
    for (;;) {
      if (this.take(close)) break;
      if (this.take("...")) continue;
      const item = this.literal();
      if (item === undefined) return undefined;
      items.push(item);
      if (open === "{" && this.take(":")) {
        const value = this.literal();
        if (value === undefined) return undefined;
        values.push(value);
      }
      comma = this.take(",");
      if (!comma && !this.take(close)) return undefined;
      if (!comma) break;
    }
    this.depth--;
    const joined = items.reduce(join, unknownType);
    if (open === "[") return listOf(joined);
    if (open === "(") return items.length === 1 && !comma ? items[0] : tupleOf(items);
    return values.length > 0 || items.length === 0 ? dictOf(joined, values.reduce(join, unknownType)) : setOf(joined);
  }
}
