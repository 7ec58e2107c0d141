import type { Comment } from "../base/syntax-node.ts";
import { inOrder, onOneLine, readComment, readComments } from "./read-comments.ts";
import { required, requireChild, spanOf, textOf, Unreadable, type ReadContext } from "./read-context.ts";
import { readArguments } from "./read-expressions.ts";
import { readParameters } from "./read-parameters.ts";
import { readCasePatterns } from "./read-patterns.ts";
import { childIn, hasToken, namedChildren, type RawNode } from "./read-raw.ts";
import type { StatementReader } from "./read-statements.ts";
import { readTypeParameters } from "./read-types.ts";
import type { Clause, ExceptHandler, Expression, If, MatchCase, Statement, WithItem } from "./tree.ts";
import { maximumDepth } from "./read-context.ts";

/** The readers of the statements that have a body. */
export const compoundStatementReaders: Readonly<Record<string, StatementReader>> = {
  decorated_definition: readDecorated,
  function_definition: (context, node) => readFunction(context, node, []),
  class_definition: (context, node) => readClass(context, node, []),
  if_statement: readIf,
  for_statement: readFor,
  while_statement: readWhile,
  with_statement: readWith,
  try_statement: readTry,
  match_statement: readMatch,
};

/** The comments of a header and the body below it. */
interface Suite {
  readonly body: readonly Statement[];
  readonly inner: readonly Comment[] | undefined;
  /** Behind the colon. */
  readonly trailing: Comment | undefined;
  /** Inside the header, before the colon: they move above the statement. */
  readonly leading: readonly Comment[] | undefined;
}

/** Reads the body of a clause whose colon is a direct child of `owner`. */
function readSuite(context: ReadContext, owner: RawNode, body: RawNode): Suite {
  const colon = required(owner.children.find((child) => child.type === ":" && child.end <= body.start));
  const comments = inOrder(owner.comments).filter((comment) => comment.start < body.start || body.start === body.end);
  const inside = comments.filter((comment) => comment.start < colon.start);
  const below = comments.slice(inside.length);
  const [first] = below;
  const trails = first !== undefined && onOneLine(context.text, colon.end, first.start);
  const block = context.block(body, trails ? below.slice(1) : below);
  const empty: Statement = { kind: "Invalid", text: "", reason: "syntax", span: { start: colon.end, end: colon.end } };
  return {
    body: block.body.length === 0 ? [empty] : block.body,
    inner: block.inner,
    trailing: trails ? readComment(context.text, first) : undefined,
    leading: readComments(context.text, inside),
  };
}

/** A body that is required, as the block of a field or as the block without one. */
function bodyOf(node: RawNode, field: string): RawNode {
  return childIn(node, field) ?? required(node.children.find((child) => child.type === "block"));
}

/** The comments that stand above a clause, between the block before it and its keyword. */
function commentsAbove(context: ReadContext, owner: RawNode, clause: RawNode): readonly Comment[] {
  const before = owner.children[owner.children.indexOf(clause) - 1];
  const from = before?.end ?? owner.start;
  const comments = owner.comments.filter((comment) => comment.start >= from && comment.end <= clause.start);
  return readComments(context.text, comments) ?? [];
}

function joined(...lists: readonly (readonly Comment[] | undefined)[]): readonly Comment[] | undefined {
  const all = lists.flatMap((list) => list ?? []);
  return all.length === 0 ? undefined : all;
}

/** `else:` or `finally:` as a clause and its body. */
function readClause(
  context: ReadContext,
  owner: RawNode,
  node: RawNode | undefined,
): { body: readonly Statement[]; clause: Clause | undefined } {
  if (node === undefined) return { body: [], clause: undefined };
  if (node.broken) throw new Unreadable("syntax");
  const { body, inner, trailing, leading } = readSuite(context, node, bodyOf(node, "body"));
  return {
    body,
    clause: { span: spanOf(node), leading: joined(commentsAbove(context, owner, node), leading), inner, trailing },
  };
}

function readDecorated(context: ReadContext, node: RawNode): Statement {
  const decorators = node.children.filter((child) => child.type === "decorator");
  const definition = requireChild(node, "definition");
  if (definition.broken) throw new Unreadable("syntax");
  const list = decorators.map((decorator, index): Expression => {
    const [trailing] = decorator.comments;
    const value = context.expression(required(namedChildren(decorator)[0]));
    // What stands between the last decorator and the definition goes above the decorator.
    const below = index === decorators.length - 1 ? commentsAbove(context, node, definition) : [];
    const leading = joined(index === 0 ? [] : commentsAbove(context, node, decorator), below);
    if (leading === undefined && trailing === undefined) return value;
    return { ...value, leading, trailing: trailing === undefined ? undefined : readComment(context.text, trailing) };
  });
  const read = definition.type === "class_definition" ? readClass : readFunction;
  return { ...read(context, definition, list), span: spanOf(node) };
}

function readFunction(context: ReadContext, node: RawNode, decoratorList: readonly Expression[]): Statement {
  const name = requireChild(node, "name");
  const returns = childIn(node, "return_type");
  return {
    kind: hasToken(node, "async") ? "AsyncFunctionDef" : "FunctionDef",
    name: textOf(context, name),
    nameSpan: spanOf(name),
    typeParams: readTypeParameters(context, childIn(node, "type_parameters")),
    args: readParameters(context, requireChild(node, "parameters"), node.start),
    returns: returns === undefined ? undefined : context.expression(returns),
    decoratorList,
    ...readSuite(context, node, bodyOf(node, "body")),
    span: spanOf(node),
  };
}

function readClass(context: ReadContext, node: RawNode, decoratorList: readonly Expression[]): Statement {
  const name = requireChild(node, "name");
  const list = childIn(node, "superclasses");
  if (list?.broken === true) throw new Unreadable("syntax");
  const { args, keywords, inner } =
    list === undefined ? { args: [], keywords: [], inner: undefined } : readArguments(context, list);
  const suite = readSuite(context, node, bodyOf(node, "body"));
  return {
    kind: "ClassDef",
    name: textOf(context, name),
    nameSpan: spanOf(name),
    typeParams: readTypeParameters(context, childIn(node, "type_parameters")),
    bases: args,
    keywords,
    decoratorList,
    ...suite,
    leading: joined(suite.leading, inner),
    span: spanOf(node),
  };
}

/** The clauses of an `if` are a list in the grammar and nested in the tree. */
function readIf(context: ReadContext, node: RawNode): Statement {
  const clauses = node.children.filter((child) => child.field === "alternative");
  if (clauses.length > maximumDepth) throw new Unreadable("depth");
  const last = clauses.at(-1);
  const elseNode = last?.type === "else_clause" ? last : undefined;
  const otherwise = readClause(context, node, elseNode);
  let orelse: Pick<If, "orelse" | "elseClause"> = { orelse: otherwise.body, elseClause: otherwise.clause };
  for (const clause of clauses.filter((child) => child.type === "elif_clause").reverse()) {
    if (clause.broken) throw new Unreadable("syntax");
    const nested = readBranch(context, clause, node.end, orelse);
    orelse = { orelse: [{ ...nested, leading: joined(commentsAbove(context, node, clause), nested.leading) }] };
  }
  return readBranch(context, node, node.end, orelse);
}

function readBranch(context: ReadContext, node: RawNode, end: number, orelse: Pick<If, "orelse" | "elseClause">): If {
  return {
    kind: "If",
    test: context.expression(requireChild(node, "condition")),
    ...readSuite(context, node, bodyOf(node, "consequence")),
    ...orelse,
    span: { start: node.start, end },
  };
}

function readFor(context: ReadContext, node: RawNode): Statement {
  const orelse = readClause(context, node, childIn(node, "alternative"));
  return {
    kind: hasToken(node, "async") ? "AsyncFor" : "For",
    target: context.expression(requireChild(node, "left")),
    iter: context.expression(requireChild(node, "right")),
    ...readSuite(context, node, bodyOf(node, "body")),
    orelse: orelse.body,
    elseClause: orelse.clause,
    span: spanOf(node),
  };
}

function readWhile(context: ReadContext, node: RawNode): Statement {
  const orelse = readClause(context, node, childIn(node, "alternative"));
  return {
    kind: "While",
    test: context.expression(requireChild(node, "condition")),
    ...readSuite(context, node, bodyOf(node, "body")),
    orelse: orelse.body,
    elseClause: orelse.clause,
    span: spanOf(node),
  };
}

function readWith(context: ReadContext, node: RawNode): Statement {
  const clause = required(node.children.find((child) => child.type === "with_clause"));
  if (clause.broken) throw new Unreadable("syntax");
  return {
    kind: hasToken(node, "async") ? "AsyncWith" : "With",
    items: namedChildren(clause).map((item) => readWithItem(context, item)),
    ...readSuite(context, node, bodyOf(node, "body")),
    span: spanOf(node),
  };
}

function readWithItem(context: ReadContext, node: RawNode): WithItem {
  const value = requireChild(node, "value");
  if (value.type !== "as_pattern")
    return { kind: "withitem", contextExpr: context.expression(value), span: spanOf(node) };
  if (value.broken) throw new Unreadable("syntax");
  const [contextExpr, optionalVars] = namedChildren(value);
  return {
    kind: "withitem",
    contextExpr: context.expression(required(contextExpr)),
    optionalVars: context.expression(required(optionalVars)),
    span: spanOf(node),
  };
}

function readTry(context: ReadContext, node: RawNode): Statement {
  const handlers = node.children.filter((child) => child.type === "except_clause");
  const starred = handlers.filter((handler) => hasToken(handler, "*")).length;
  if (starred !== 0 && starred !== handlers.length) throw new Unreadable("syntax");
  const orelse = readClause(
    context,
    node,
    node.children.find((child) => child.type === "else_clause"),
  );
  const finalbody = readClause(
    context,
    node,
    node.children.find((child) => child.type === "finally_clause"),
  );
  if (handlers.length === 0 && finalbody.clause === undefined) throw new Unreadable("syntax");
  return {
    kind: starred > 0 ? "TryStar" : "Try",
    ...readSuite(context, node, bodyOf(node, "body")),
    handlers: handlers.map((handler) => readHandler(context, node, handler)),
    orelse: orelse.body,
    elseClause: orelse.clause,
    finalbody: finalbody.body,
    finallyClause: finalbody.clause,
    span: spanOf(node),
  };
}

function readHandler(context: ReadContext, owner: RawNode, node: RawNode): ExceptHandler {
  if (node.broken) throw new Unreadable("syntax");
  const values = node.children.filter((child) => child.field === "value");
  // `except A, B:` binds B in Python 2 and catches both in Python 3.14.
  if (values.length > 1) throw new Unreadable("python2");
  const [value] = values;
  const [type, name] = value?.type === "as_pattern" ? namedChildren(value) : [value, childIn(node, "alias")];
  const suite = readSuite(context, node, bodyOf(node, "body"));
  return {
    kind: "ExceptHandler",
    type: type === undefined ? undefined : context.expression(type),
    name: name === undefined ? undefined : textOf(context, name),
    nameSpan: name === undefined ? undefined : spanOf(name),
    ...suite,
    leading: joined(commentsAbove(context, owner, node), suite.leading),
    span: spanOf(node),
  };
}

function readMatch(context: ReadContext, node: RawNode): Statement {
  const subjects = node.children.filter((child) => child.field === "subject");
  const block = bodyOf(node, "body");
  const cases = block.children.filter((child) => child.type === "case_clause");
  const colon = required(node.children.find((child) => child.type === ":"));
  const first = required(subjects[0]);
  if (block.broken || cases.length === 0) throw new Unreadable("syntax");
  const comments = inOrder(node.comments);
  const inside = comments.filter((comment) => comment.start < colon.start);
  const [below, ...rest] = [
    ...comments.slice(inside.length),
    ...block.comments.filter((comment) => comment.end <= (cases[0]?.start ?? 0)),
  ];
  const trails = below !== undefined && onOneLine(context.text, colon.end, below.start);
  const above = readComments(context.text, trails || below === undefined ? rest : [below, ...rest]);
  const many = subjects.length > 1 || hasToken(node, ",");
  return {
    kind: "Match",
    subject: many
      ? {
          kind: "Tuple",
          elts: subjects.map((child) => context.expression(child)),
          span: { start: first.start, end: subjects.at(-1)?.end ?? first.end },
        }
      : context.expression(first),
    cases: cases.map((clause, index) => readCase(context, block, clause, index === 0 ? above : undefined)),
    leading: readComments(context.text, inside),
    trailing: trails ? readComment(context.text, below) : undefined,
    inner: readComments(
      context.text,
      block.comments.filter((comment) => comment.start >= (cases.at(-1)?.end ?? 0)),
    ),
    span: spanOf(node),
  };
}

function readCase(
  context: ReadContext,
  owner: RawNode,
  node: RawNode,
  above: readonly Comment[] | undefined,
): MatchCase {
  if (node.broken) throw new Unreadable("syntax");
  const guard = childIn(node, "guard");
  const suite = readSuite(context, node, bodyOf(node, "consequence"));
  return {
    kind: "match_case",
    pattern: readCasePatterns(context, node),
    guard: guard === undefined ? undefined : context.expression(required(namedChildren(guard)[0])),
    ...suite,
    leading: joined(above ?? commentsAbove(context, owner, node), suite.leading),
    span: spanOf(node),
  };
}
