import { binaryOperators, boolOperators, compareOperators, unaryOperators } from "./read-operators.ts";
import { elementComments } from "./read-comments.ts";
import { invalid, required, requireChild, spanOf, textOf, Unreadable, type ReadContext } from "./read-context.ts";
import { readNumber } from "./read-numbers.ts";
import { readParameters } from "./read-parameters.ts";
import { childIn, hasToken, namedChildren, type RawNode } from "./read-raw.ts";
import { readConcatenatedString, readString } from "./read-strings.ts";
import { typeReaders } from "./read-types.ts";
import type { Comparison, Comprehension, ConstantValue, DictItem, Expression, Keyword, Name, Slice } from "./tree.ts";

/** Reads one kind of node of the grammar as an expression. */
export type ExpressionReader = (context: ReadContext, node: RawNode) => Expression;

/** The readers of all kinds that can stand where an expression or a target is wanted. */
export const expressionReaders: Readonly<Record<string, ExpressionReader>> = {
  ...typeReaders,
  identifier: readName,
  integer: readNumeral,
  float: readNumeral,
  true: (_, node) => constant(node, { type: "bool", value: true }),
  false: (_, node) => constant(node, { type: "bool", value: false }),
  none: (_, node) => constant(node, { type: "None" }),
  ellipsis: (_, node) => constant(node, { type: "Ellipsis" }),
  string: readString,
  concatenated_string: readConcatenatedString,
  parenthesized_expression: (context, node) => readInner(context, node),
  as_pattern_target: (context, node) => readInner(context, node),
  boolean_operator: readBoolean,
  not_operator: (context, node) => ({
    kind: "UnaryOp",
    op: "Not",
    operand: context.expression(requireChild(node, "argument")),
    span: spanOf(node),
  }),
  unary_operator: readUnary,
  binary_operator: readBinary,
  comparison_operator: readComparison,
  conditional_expression: readConditional,
  named_expression: readNamed,
  lambda: (context, node) => ({
    kind: "Lambda",
    args: readParameters(context, childIn(node, "parameters"), node.start),
    body: context.expression(requireChild(node, "body")),
    span: spanOf(node),
  }),
  await: (context, node) => ({ kind: "Await", value: readInner(context, node), span: spanOf(node) }),
  yield: readYield,
  attribute: readAttribute,
  subscript: readSubscript,
  slice: readSlice,
  call: readCall,
  list_splat: readStarred,
  list_splat_pattern: readStarred,
  list: readList,
  list_pattern: readList,
  tuple: readTuple,
  tuple_pattern: readTuplePattern,
  pattern_list: readTuple,
  expression_list: readTuple,
  set: (context, node) => ({ kind: "Set", ...readElements(context, node), span: spanOf(node) }),
  dictionary: readDictionary,
  list_comprehension: (context, node) => ({ kind: "ListComp", ...readComprehension(context, node) }),
  set_comprehension: (context, node) => ({ kind: "SetComp", ...readComprehension(context, node) }),
  generator_expression: (context, node) => ({ kind: "GeneratorExp", ...readComprehension(context, node) }),
  dictionary_comprehension: readDictionaryComprehension,
};

/** An identifier as a name. */
export function readName(context: ReadContext, node: RawNode): Name {
  return { kind: "Name", id: textOf(context, node), span: spanOf(node) };
}

/** Expressions that stand side by side without brackets: one alone is itself, several or a last comma make a tuple. */
export function readSideBySide(context: ReadContext, node: RawNode, nodes: readonly RawNode[]): Expression {
  const [only] = nodes;
  if (only !== undefined && nodes.length === 1 && !hasToken(node, ",")) return context.expression(only);
  const last = nodes.at(-1);
  return {
    kind: "Tuple",
    elts: nodes.map((element) => context.expression(element)),
    span: { start: only?.start ?? node.start, end: last?.end ?? node.end },
  };
}

/** A call's or class's arguments, with the comments between them. */
export function readArguments(
  context: ReadContext,
  node: RawNode,
): { args: Expression[]; keywords: Keyword[]; inner: Comments } {
  const nodes = namedChildren(node);
  const comments = elementComments(context.text, node, nodes);
  const args: Expression[] = [];
  const keywords: Keyword[] = [];
  nodes.forEach((argument, index) => {
    const decoration = comments.elements[index];
    if (argument.type === "keyword_argument" && !argument.broken) {
      const name = requireChild(argument, "name");
      const value = context.expression(requireChild(argument, "value"));
      keywords.push({
        kind: "keyword",
        arg: textOf(context, name),
        argSpan: spanOf(name),
        value,
        span: spanOf(argument),
        ...decoration,
      });
    } else if (argument.type === "dictionary_splat" && !argument.broken) {
      keywords.push({ kind: "keyword", value: readInner(context, argument), span: spanOf(argument), ...decoration });
    } else args.push(decorated(context.expression(argument), decoration));
  });
  return { args, keywords, inner: comments.inner };
}

type Comments = ReturnType<typeof elementComments>["inner"];

function decorated<Node extends Expression | DictItem>(node: Node, decoration: object | undefined): Node {
  return decoration === undefined ? node : { ...node, ...decoration };
}

function constant(node: RawNode, value: ConstantValue): Expression {
  return { kind: "Constant", value, span: spanOf(node) };
}

function readNumeral(context: ReadContext, node: RawNode): Expression {
  const value = readNumber(textOf(context, node));
  return typeof value === "string" ? invalid(context, node, value) : constant(node, value);
}

/** The one named child. */
function readInner(context: ReadContext, node: RawNode): Expression {
  return context.expression(required(namedChildren(node)[0]));
}

/** `a and b and c` is nested to the left by the parser; parentheses are nodes, so what is nested here is one operation. */
function readBoolean(context: ReadContext, node: RawNode): Expression {
  const operator = operatorOf(node);
  const op = boolOperators[operator];
  if (op === undefined) throw new Unreadable("syntax");
  const operands: RawNode[] = [];
  let left = node;
  while (left.type === "boolean_operator" && !left.broken && operatorOf(left) === operator) {
    operands.push(requireChild(left, "right"));
    left = requireChild(left, "left");
  }
  operands.push(left);
  return {
    kind: "BoolOp",
    op,
    values: operands.reverse().map((operand) => context.expression(operand)),
    span: spanOf(node),
  };
}

function operatorOf(node: RawNode): string {
  return requireChild(node, "operator").type;
}

function readUnary(context: ReadContext, node: RawNode): Expression {
  const op = unaryOperators[operatorOf(node)];
  if (op === undefined) throw new Unreadable("syntax");
  return { kind: "UnaryOp", op, operand: context.expression(requireChild(node, "argument")), span: spanOf(node) };
}

function readBinary(context: ReadContext, node: RawNode): Expression {
  const op = binaryOperators[operatorOf(node)];
  if (op === undefined) throw new Unreadable("syntax");
  const left = context.expression(requireChild(node, "left"));
  return { kind: "BinOp", left, op, right: context.expression(requireChild(node, "right")), span: spanOf(node) };
}

function readComparison(context: ReadContext, node: RawNode): Expression {
  const operands = node.children.filter((child) => child.field !== "operators");
  const operators = node.children.filter((child) => child.field === "operators");
  const comparisons: Comparison[] = [];
  for (const [index, operator] of operators.entries()) {
    const op = compareOperators[operator.type];
    if (op === undefined) return invalid(context, node, "python2");
    comparisons.push({ op, right: context.expression(required(operands[index + 1])) });
  }
  return { kind: "Compare", left: context.expression(required(operands[0])), comparisons, span: spanOf(node) };
}

function readConditional(context: ReadContext, node: RawNode): Expression {
  const [body, test, orelse] = namedChildren(node);
  return {
    kind: "IfExp",
    test: context.expression(required(test)),
    body: context.expression(required(body)),
    orelse: context.expression(required(orelse)),
    span: spanOf(node),
  };
}

function readNamed(context: ReadContext, node: RawNode): Expression {
  const target = readName(context, requireChild(node, "name"));
  return { kind: "NamedExpr", target, value: context.expression(requireChild(node, "value")), span: spanOf(node) };
}

function readYield(context: ReadContext, node: RawNode): Expression {
  const nodes = namedChildren(node);
  if (hasToken(node, "from")) return { kind: "YieldFrom", value: readInner(context, node), span: spanOf(node) };
  return {
    kind: "Yield",
    value: nodes.length === 0 ? undefined : readSideBySide(context, node, nodes),
    span: spanOf(node),
  };
}

function readAttribute(context: ReadContext, node: RawNode): Expression {
  const attribute = requireChild(node, "attribute");
  return {
    kind: "Attribute",
    value: context.expression(requireChild(node, "object")),
    attr: textOf(context, attribute),
    attrSpan: spanOf(attribute),
    span: spanOf(node),
  };
}

function readSubscript(context: ReadContext, node: RawNode): Expression {
  const indices = node.children.filter((child) => child.field === "subscript");
  const value = context.expression(requireChild(node, "value"));
  const slice = readSideBySide(context, node, indices);
  // A lone starred index is a tuple of one, as in `ast`.
  const index: Expression = slice.kind === "Starred" ? { kind: "Tuple", elts: [slice], span: slice.span } : slice;
  return { kind: "Subscript", value, slice: index, span: spanOf(node) };
}

function readSlice(context: ReadContext, node: RawNode): Slice {
  const parts: (Expression | undefined)[] = [undefined, undefined, undefined];
  let position = 0;
  for (const child of node.children) {
    if (child.named) parts[position] = context.expression(child);
    else position++;
  }
  const [lower, upper, step] = parts;
  return { kind: "Slice", lower, upper, step, span: spanOf(node) };
}

function readCall(context: ReadContext, node: RawNode): Expression {
  const func = context.expression(requireChild(node, "function"));
  const list = requireChild(node, "arguments");
  if (list.type === "generator_expression") {
    return { kind: "Call", func, args: [context.expression(list)], keywords: [], span: spanOf(node) };
  }
  if (list.broken) {
    return {
      kind: "Call",
      func,
      args: [invalid(context, { ...list, start: list.start + 1, end: argumentsEnd(list) }, "syntax")],
      keywords: [],
      span: spanOf(node),
    };
  }
  return { kind: "Call", func, ...readArguments(context, list), span: spanOf(node) };
}

/** The end of the text between the parentheses; the closing one may be missing. */
function argumentsEnd(list: RawNode): number {
  const last = list.children.at(-1);
  return last?.type === ")" ? last.start : list.end;
}

function readStarred(context: ReadContext, node: RawNode): Expression {
  return { kind: "Starred", value: readInner(context, node), span: spanOf(node) };
}

function readElements(context: ReadContext, node: RawNode): { elts: Expression[]; inner: Comments } {
  const nodes = namedChildren(node);
  const comments = elementComments(context.text, node, nodes);
  return {
    elts: nodes.map((element, index) => decorated(context.expression(element), comments.elements[index])),
    inner: comments.inner,
  };
}

function readList(context: ReadContext, node: RawNode): Expression {
  return { kind: "List", ...readElements(context, node), span: spanOf(node) };
}

function readTuple(context: ReadContext, node: RawNode): Expression {
  return { kind: "Tuple", ...readElements(context, node), span: spanOf(node) };
}

/** `(a)` as a target is `a` in parentheses. */
function readTuplePattern(context: ReadContext, node: RawNode): Expression {
  return namedChildren(node).length === 1 && !hasToken(node, ",") ? readInner(context, node) : readTuple(context, node);
}

function readDictionary(context: ReadContext, node: RawNode): Expression {
  const nodes = namedChildren(node);
  const comments = elementComments(context.text, node, nodes);
  const items = nodes.map((item, index) => decorated(readDictionaryItem(context, item), comments.elements[index]));
  return { kind: "Dict", items, inner: comments.inner, span: spanOf(node) };
}

function readDictionaryItem(context: ReadContext, node: RawNode): DictItem {
  if (node.broken) throw new Unreadable("syntax");
  if (node.type === "dictionary_splat")
    return { kind: "DictItem", value: readInner(context, node), span: spanOf(node) };
  const key = context.expression(requireChild(node, "key"));
  return { kind: "DictItem", key, value: context.expression(requireChild(node, "value")), span: spanOf(node) };
}

function readComprehension(
  context: ReadContext,
  node: RawNode,
): { elt: Expression; generators: Comprehension[]; span: { start: number; end: number } } {
  return {
    elt: context.expression(requireChild(node, "body")),
    generators: readGenerators(context, node),
    span: spanOf(node),
  };
}

function readDictionaryComprehension(context: ReadContext, node: RawNode): Expression {
  const { key, value } = readDictionaryItem(context, requireChild(node, "body"));
  if (key === undefined) throw new Unreadable("syntax");
  return { kind: "DictComp", key, value, generators: readGenerators(context, node), span: spanOf(node) };
}

function readGenerators(context: ReadContext, node: RawNode): Comprehension[] {
  const generators: { loop: RawNode; ifs: Expression[]; end: number }[] = [];
  for (const clause of node.children) {
    if (clause.type === "for_in_clause") generators.push({ loop: clause, ifs: [], end: clause.end });
    const last = generators.at(-1);
    if (clause.type !== "if_clause" || last === undefined) continue;
    last.ifs.push(readInner(context, clause));
    last.end = clause.end;
  }
  return generators.map(({ loop, ifs, end }) => {
    if (loop.broken) throw new Unreadable("syntax");
    const sources = loop.children.filter((child) => child.field === "right" && child.named);
    // Only Python 2 took several without parentheses.
    if (sources.length !== 1) throw new Unreadable("python2");
    return {
      kind: "comprehension",
      target: context.expression(requireChild(loop, "left")),
      iter: context.expression(required(sources[0])),
      ifs,
      isAsync: hasToken(loop, "async"),
      span: { start: loop.start, end },
    };
  });
}
