import { binaryOperators } from "./read-operators.ts";
import { elementComments, inOrder, readComments } from "./read-comments.ts";
import { invalid, required, requireChild, spanOf, textOf, Unreadable, type ReadContext } from "./read-context.ts";
import { readSideBySide } from "./read-expressions.ts";
import { childIn, hasToken, namedChildren, type RawNode } from "./read-raw.ts";
import { readAliasHead } from "./read-types.ts";
import type { Alias, Expression, Import, ImportFrom, Statement } from "./tree.ts";

/** Reads one kind of node of the grammar as a statement. */
export type StatementReader = (context: ReadContext, node: RawNode) => Statement;

/** The readers of the statements that have no body. Comments inside them lead them. */
export const simpleStatementReaders: Readonly<Record<string, StatementReader>> = {
  expression_statement: readExpressionStatement,
  return_statement: (context, node) => ({
    kind: "Return",
    value: optional(context, namedChildren(node)[0]),
    span: spanOf(node),
  }),
  delete_statement: readDelete,
  raise_statement: readRaise,
  assert_statement: readAssert,
  import_statement: (context, node): Import => ({
    kind: "Import",
    names: readAliases(context, node),
    span: spanOf(node),
  }),
  import_from_statement: readImportFrom,
  future_import_statement: (context, node) => ({
    kind: "ImportFrom",
    module: "__future__",
    names: readAliases(context, node),
    level: 0,
    span: spanOf(node),
  }),
  global_statement: (context, node) => ({ kind: "Global", names: names(context, node), span: spanOf(node) }),
  nonlocal_statement: (context, node) => ({ kind: "Nonlocal", names: names(context, node), span: spanOf(node) }),
  pass_statement: (_, node) => ({ kind: "Pass", span: spanOf(node) }),
  break_statement: (_, node) => ({ kind: "Break", span: spanOf(node) }),
  continue_statement: (_, node) => ({ kind: "Continue", span: spanOf(node) }),
  type_alias_statement: (context, node) => ({
    kind: "TypeAlias",
    ...readAliasHead(context, requireChild(node, "left")),
    value: context.expression(requireChild(node, "right")),
    span: spanOf(node),
  }),
  print_statement: (context, node) => invalid(context, node, "python2"),
  exec_statement: (context, node) => invalid(context, node, "python2"),
};

/** A statement without a body, with the comments found inside it on top. */
export function readSimpleStatement(context: ReadContext, node: RawNode, reader: StatementReader): Statement {
  const statement = reader(context, node);
  if (node.comments.length === 0 || importKinds.has(node.type) || statement.kind === "Invalid") return statement;
  return { ...statement, leading: readComments(context.text, inOrder(node.comments)) };
}

/** Imports give their comments to the names. */
const importKinds: ReadonlySet<string> = new Set([
  "import_statement",
  "import_from_statement",
  "future_import_statement",
]);

function optional(context: ReadContext, node: RawNode | undefined): Expression | undefined {
  return node === undefined ? undefined : context.expression(node);
}

function names(context: ReadContext, node: RawNode): readonly string[] {
  return namedChildren(node).map((child) => textOf(context, child));
}

function readExpressionStatement(context: ReadContext, node: RawNode): Statement {
  const only = required(node.children[0]);
  if (only.type === "assignment") return readAssignment(context, node, only);
  if (only.type === "augmented_assignment") return readAugmented(context, node, only);
  return { kind: "Expr", value: readSideBySide(context, node, namedChildren(node)), span: spanOf(node) };
}

function readAssignment(context: ReadContext, node: RawNode, assignment: RawNode): Statement {
  if (assignment.broken) throw new Unreadable("syntax");
  const annotation = childIn(assignment, "type");
  const left = requireChild(assignment, "left");
  if (annotation !== undefined) {
    return {
      kind: "AnnAssign",
      target: context.expression(left),
      annotation: context.expression(annotation),
      value: optional(context, childIn(assignment, "right")),
      simple: left.type === "identifier",
      span: spanOf(node),
    };
  }
  const targets = [context.expression(left)];
  let right = requireChild(assignment, "right");
  while (right.type === "assignment") {
    if (right.broken || childIn(right, "type") !== undefined) throw new Unreadable("syntax");
    targets.push(context.expression(requireChild(right, "left")));
    right = requireChild(right, "right");
  }
  return { kind: "Assign", targets, value: context.expression(right), span: spanOf(node) };
}

function readAugmented(context: ReadContext, node: RawNode, assignment: RawNode): Statement {
  const op = binaryOperators[requireChild(assignment, "operator").type.slice(0, -1)];
  if (assignment.broken || op === undefined) throw new Unreadable("syntax");
  const target = context.expression(requireChild(assignment, "left"));
  return {
    kind: "AugAssign",
    target,
    op,
    value: context.expression(requireChild(assignment, "right")),
    span: spanOf(node),
  };
}

/** `del a, b` deletes two targets; `del (a, b)` one, which is a tuple. */
function readDelete(context: ReadContext, node: RawNode): Statement {
  const only = required(namedChildren(node)[0]);
  const targets = only.type === "expression_list" && !only.broken ? namedChildren(only) : [only];
  return { kind: "Delete", targets: targets.map((target) => context.expression(target)), span: spanOf(node) };
}

function readRaise(context: ReadContext, node: RawNode): Statement {
  const exc = node.children.find((child) => child.named && child.field !== "cause");
  // Several values are Python 2.
  if (exc?.type === "expression_list") throw new Unreadable("python2");
  return {
    kind: "Raise",
    exc: optional(context, exc),
    cause: optional(context, childIn(node, "cause")),
    span: spanOf(node),
  };
}

function readAssert(context: ReadContext, node: RawNode): Statement {
  const [test, msg, ...rest] = namedChildren(node);
  if (rest.length > 0) throw new Unreadable("syntax");
  return { kind: "Assert", test: context.expression(required(test)), msg: optional(context, msg), span: spanOf(node) };
}

function readImportFrom(context: ReadContext, node: RawNode): ImportFrom {
  const source = requireChild(node, "module_name");
  const relative = source.type === "relative_import";
  const dots = relative ? textOf(context, required(source.children[0])).replaceAll(/\s/g, "").length : 0;
  const name = relative ? source.children[1] : source;
  const wildcard = node.children.find((child) => child.type === "wildcard_import");
  return {
    kind: "ImportFrom",
    module: name === undefined ? undefined : dottedText(context, name),
    moduleSpan: name === undefined ? undefined : spanOf(name),
    names: wildcard === undefined ? readAliases(context, node) : [{ kind: "alias", name: "*", span: spanOf(wildcard) }],
    level: dots,
    span: spanOf(node),
  };
}

function readAliases(context: ReadContext, node: RawNode): readonly Alias[] {
  const nodes = node.children.filter((child) => child.field === "name");
  const comments = elementComments(context.text, node, nodes);
  return nodes.map((child, index) => {
    const aliased = child.type === "aliased_import";
    const name = aliased ? requireChild(child, "name") : child;
    const asname = aliased ? requireChild(child, "alias") : undefined;
    const alias: Alias = {
      kind: "alias",
      name: dottedText(context, name),
      nameSpan: spanOf(name),
      asname: asname === undefined ? undefined : textOf(context, asname),
      asnameSpan: asname === undefined ? undefined : spanOf(asname),
      span: spanOf(child),
    };
    // What stands behind the last name, before the bracket, has no other place.
    const inner = index === nodes.length - 1 ? comments.inner : undefined;
    return { ...alias, ...comments.elements[index], ...(inner === undefined ? {} : { inner }) };
  });
}

/** `a . b` may be written with blanks. */
function dottedText(context: ReadContext, node: RawNode): string {
  return hasToken(node, ".")
    ? namedChildren(node)
        .map((part) => textOf(context, part))
        .join(".")
    : textOf(context, node);
}
