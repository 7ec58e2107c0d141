import { invalid, required, spanOf, textOf, Unreadable, type ReadContext } from "./read-context.ts";
import { readNumber } from "./read-numbers.ts";
import { hasToken, namedChildren, type RawNode } from "./read-raw.ts";
import type { Constant, Expression, MatchClassKeyword, MatchMappingItem, Pattern } from "./tree.ts";

/** Reads one kind of node of the grammar as a pattern. */
export type PatternReader = (context: ReadContext, node: RawNode) => Pattern;

/** The readers of all kinds that can stand where a pattern is wanted. */
export const patternReaders: Readonly<Record<string, PatternReader>> = {
  case_pattern: (context, node) => readSimple(context, node.children),
  as_pattern: readAs,
  union_pattern: readUnion,
  list_pattern: (context, node) => ({
    kind: "MatchSequence",
    patterns: namedChildren(node).map((child) => context.pattern(child)),
    span: spanOf(node),
  }),
  tuple_pattern: readGroup,
  dict_pattern: readMapping,
  class_pattern: readClass,
  splat_pattern: readStar,
  complex_pattern: (context, node) => ({ kind: "MatchValue", value: readComplex(context, node), span: spanOf(node) }),
  dotted_name: readDottedName,
  identifier: readDottedName,
  string: readValue,
  concatenated_string: readValue,
  integer: readValue,
  float: readValue,
  true: (_, node) => ({ kind: "MatchSingleton", value: true, span: spanOf(node) }),
  false: (_, node) => ({ kind: "MatchSingleton", value: false, span: spanOf(node) }),
  none: (_, node) => ({ kind: "MatchSingleton", value: null, span: spanOf(node) }),
  _: (_, node) => ({ kind: "MatchAs", span: spanOf(node) }),
};

/** The patterns of a `case`: several without brackets, or a last comma, make a sequence. */
export function readCasePatterns(context: ReadContext, node: RawNode): Pattern {
  const nodes = node.children.filter((child) => child.type === "case_pattern");
  const first = required(nodes[0]);
  if (nodes.length === 1 && !hasToken(node, ",")) {
    const only = context.pattern(first);
    return only.kind === "MatchStar" ? { kind: "MatchSequence", patterns: [only], span: only.span } : only;
  }
  const span = { start: first.start, end: nodes.at(-1)?.end ?? first.end };
  return { kind: "MatchSequence", patterns: nodes.map((child) => context.pattern(child)), span };
}

/** A simple pattern as the grammar writes it without a node around: one node, or a minus and a number. */
function readSimple(context: ReadContext, nodes: readonly RawNode[]): Pattern {
  const [first, second] = nodes;
  const node = required(first);
  if (node.type !== "-") return context.pattern(node);
  const number = required(second);
  const span = { start: node.start, end: number.end };
  return {
    kind: "MatchValue",
    value: { kind: "UnaryOp", op: "USub", operand: readLiteral(context, number), span },
    span,
  };
}

function readValue(context: ReadContext, node: RawNode): Pattern {
  return { kind: "MatchValue", value: context.expression(node), span: spanOf(node) };
}

function readLiteral(context: ReadContext, node: RawNode): Expression {
  const value = readNumber(textOf(context, node));
  if (typeof value === "string") return invalid(context, node, value);
  return { kind: "Constant", value, span: spanOf(node) } satisfies Constant;
}

/** `-1 + 2j` */
function readComplex(context: ReadContext, node: RawNode): Expression {
  const [real, imaginary] = namedChildren(node);
  const numbers = [required(real), required(imaginary)] as const;
  const operator = required(node.children.at(-2)).type;
  const literal = readLiteral(context, numbers[0]);
  const negative = node.children[0]?.type === "-";
  const span = { start: node.start, end: numbers[0].end };
  const left: Expression = negative ? { kind: "UnaryOp", op: "USub", operand: literal, span } : literal;
  return {
    kind: "BinOp",
    left,
    op: operator === "-" ? "Sub" : "Add",
    right: readLiteral(context, numbers[1]),
    span: spanOf(node),
  };
}

function readAs(context: ReadContext, node: RawNode): Pattern {
  const name = required(node.children.at(-1));
  const at = node.children.findIndex((child) => child.type === "as");
  return {
    kind: "MatchAs",
    pattern: readSimple(context, node.children.slice(0, at)),
    name: textOf(context, name),
    span: spanOf(node),
  };
}

function readUnion(context: ReadContext, node: RawNode): Pattern {
  const groups: RawNode[][] = [[]];
  for (const child of node.children) {
    if (child.type === "|") groups.push([]);
    else groups.at(-1)?.push(child);
  }
  return { kind: "MatchOr", patterns: groups.map((group) => readSimple(context, group)), span: spanOf(node) };
}

/** `(pattern)` is the pattern; `()` and `(pattern,)` are sequences. */
function readGroup(context: ReadContext, node: RawNode): Pattern {
  const nodes = namedChildren(node);
  const [only] = nodes;
  if (only !== undefined && nodes.length === 1 && !hasToken(node, ",")) {
    const pattern = context.pattern(only);
    if (pattern.kind !== "MatchStar") return pattern;
  }
  return { kind: "MatchSequence", patterns: nodes.map((child) => context.pattern(child)), span: spanOf(node) };
}

function readMapping(context: ReadContext, node: RawNode): Pattern {
  const items: MatchMappingItem[] = [];
  let key: RawNode[] = [];
  let rest: string | undefined;
  for (const child of node.children) {
    if (child.field === "key") key.push(child);
    else if (child.field === "value") {
      items.push({ key: readKey(context, key), pattern: context.pattern(child) });
      key = [];
    } else if (child.type === "splat_pattern") rest = textOf(context, child).replace(/^\**\s*/, "");
  }
  return { kind: "MatchMapping", items, rest, span: spanOf(node) };
}

function readKey(context: ReadContext, nodes: readonly RawNode[]): Expression {
  const pattern = readSimple(context, nodes);
  if (pattern.kind === "MatchValue") return pattern.value;
  if (pattern.kind !== "MatchSingleton") throw new Unreadable("syntax");
  const value =
    pattern.value === null ? ({ type: "None" } as const) : ({ type: "bool", value: pattern.value } as const);
  return { kind: "Constant", value, span: pattern.span };
}

function readClass(context: ReadContext, node: RawNode): Pattern {
  const [cls, ...rest] = namedChildren(node);
  const patterns: Pattern[] = [];
  const keywords: MatchClassKeyword[] = [];
  for (const child of rest) {
    const keyword = child.children[0];
    if (keyword?.type !== "keyword_pattern") patterns.push(context.pattern(child));
    else {
      if (keyword.broken) throw new Unreadable("syntax");
      const attr = textOf(context, required(keyword.children[0]));
      keywords.push({ attr, pattern: readSimple(context, keyword.children.slice(2)) });
    }
  }
  return { kind: "MatchClass", cls: dottedExpression(context, required(cls)), patterns, keywords, span: spanOf(node) };
}

function readStar(context: ReadContext, node: RawNode): Pattern {
  if (hasToken(node, "**")) throw new Unreadable("syntax");
  const name = textOf(context, node).replace(/^\*\s*/, "");
  return { kind: "MatchStar", name: name === "_" ? undefined : name, span: spanOf(node) };
}

/** A name alone captures; with a dot it is a value. */
function readDottedName(context: ReadContext, node: RawNode): Pattern {
  const value = dottedExpression(context, node);
  if (value.kind !== "Name") return { kind: "MatchValue", value, span: spanOf(node) };
  return { kind: "MatchAs", name: value.id === "_" ? undefined : value.id, span: spanOf(node) };
}

/** `a.b.c`, which the grammar keeps as a list of identifiers. */
function dottedExpression(context: ReadContext, node: RawNode): Expression {
  const [first, ...rest] = node.type === "identifier" ? [node] : namedChildren(node);
  const head = required(first);
  let value: Expression = { kind: "Name", id: textOf(context, head), span: spanOf(head) };
  for (const part of rest) {
    const span = { start: head.start, end: part.end };
    value = { kind: "Attribute", value, attr: textOf(context, part), attrSpan: spanOf(part), span };
  }
  return value;
}
