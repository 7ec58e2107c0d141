import type { RawNode } from "./read-raw.ts";

/*
 * The grammar's precedence differs from Python's in a few places, so that what the parser returns must be turned before it is read:
 *
 *   a & b ^ c                     parsed as  a & (b ^ c)
 *   (x := a if b else c)          parsed as  (x := a) if b else c
 *   with a if b else c as d:      parsed as  a if b else (c as d)
 *   await x ** 2                  parsed as  await (x ** 2)
 *   *f(x), y                      parsed as  (*f)(x), y
 *   case A(x=1 as y):             parsed as  case A((x=1) as y)
 *   type(x).y = z                 parsed as  the alias type (x).y = z
 *
 * Parentheses are nodes of their own, so a turn never crosses one. Children have been straightened before their parent.
 */

/** Kinds whose first child takes a star that stands in front of the whole. */
const leftOpenKinds: ReadonlySet<string> = new Set([
  "call",
  "attribute",
  "subscript",
  "binary_operator",
  "comparison_operator",
  "boolean_operator",
  "conditional_expression",
]);

/** Kinds whose last child takes an `as` that stands behind the whole. */
const rightOpenKinds: ReadonlySet<string> = new Set(["conditional_expression", "lambda", "named_expression"]);

/** The node as Python's grammar has it: the same node, or a turned one of the same range. */
export function straighten(node: RawNode): RawNode {
  if (node.broken || node.children.length < 2) return node;
  const first = node.children[0];
  const last = node.children.at(-1);
  if (
    first !== undefined &&
    last !== undefined &&
    operatorIs(node, "&") &&
    (operatorIs(first, "^") || operatorIs(last, "^"))
  ) {
    return bitwise(node);
  }
  if (first !== undefined && !first.broken) {
    if (first.type === "list_splat" && leftOpenKinds.has(node.type)) return takeFromLeft(node, first);
    if (first.type === "named_expression" && node.type === "conditional_expression") return takeFromLeft(node, first);
  }
  if (last !== undefined && !last.broken) {
    if (last.type === "as_pattern" && rightOpenKinds.has(node.type)) return takeFromRight(node, last);
    if (node.type === "await" && operatorIs(last, "**")) return takeFromRight(node, last);
  }
  if (node.type === "as_pattern") return keywordAround(node);
  if (node.type === "type_alias_statement") return assignmentToType(node);
  return node;
}

/** `(outer (inner … x) rest)` becomes `(inner … (outer x rest))`. */
function takeFromLeft(outer: RawNode, inner: RawNode): RawNode {
  const hole = inner.children.at(-1);
  if (hole === undefined) return outer;
  const moved: RawNode = {
    ...outer,
    field: hole.field,
    start: hole.start,
    children: [{ ...hole, field: outer.children[0]?.field }, ...outer.children.slice(1)],
  };
  return {
    ...inner,
    field: outer.field,
    end: outer.end,
    children: [...inner.children.slice(0, -1), straighten(moved)],
  };
}

/** `(outer … (inner x rest))` becomes `(inner (outer … x) rest)`. */
function takeFromRight(outer: RawNode, inner: RawNode): RawNode {
  const hole = inner.children[0];
  if (hole === undefined) return outer;
  const moved: RawNode = {
    ...outer,
    field: hole.field,
    end: hole.end,
    children: [...outer.children.slice(0, -1), { ...hole, field: outer.children.at(-1)?.field }],
  };
  return { ...inner, field: outer.field, start: outer.start, children: [moved, ...inner.children.slice(1)] };
}

/** `(name = value) as target` becomes `name = (value as target)`, inside the `case_pattern` that holds both. */
function keywordAround(node: RawNode): RawNode {
  const holder = node.children[0];
  const keyword = holder?.type === "case_pattern" ? holder.children[0] : undefined;
  if (holder === undefined || keyword?.type !== "keyword_pattern" || keyword.broken) return node;
  const value = keyword.children.slice(2);
  const moved: RawNode = {
    ...node,
    field: undefined,
    start: value[0]?.start ?? node.start,
    children: [...value, ...node.children.slice(1)],
  };
  return { ...keyword, field: node.field, end: node.end, children: [...keyword.children.slice(0, 2), moved] };
}

function operatorIs(node: RawNode, operator: string): boolean {
  return node.type === "binary_operator" && node.children[1]?.type === operator;
}

/** Puts a chain of `&` and `^` together anew, so that `&` binds tighter; both group to the left. */
function bitwise(node: RawNode): RawNode {
  const chain: RawNode[] = [];
  flatten(node, chain);
  const terms: RawNode[] = [];
  for (let index = 0; index < chain.length; index += 2) {
    const operand = chain[index];
    const operator = chain[index - 1];
    const left = terms.at(-1);
    if (operand === undefined) continue;
    if (operator?.type === "&" && left !== undefined) terms[terms.length - 1] = joined(left, operator, operand);
    else if (operator === undefined) terms.push(operand);
    else terms.push(operator, operand);
  }
  let [result = node] = terms;
  for (let index = 1; index + 1 < terms.length; index += 2) {
    const operator = terms[index];
    const operand = terms[index + 1];
    if (operator !== undefined && operand !== undefined) result = joined(result, operator, operand);
  }
  return { ...result, field: node.field };
}

/** The operands and operators of a chain of `&` and `^` in the order of the text. */
function flatten(node: RawNode, chain: RawNode[]): void {
  const [left, operator, right] = node.children;
  if (
    left === undefined ||
    operator === undefined ||
    right === undefined ||
    node.broken ||
    !(operatorIs(node, "&") || operatorIs(node, "^"))
  ) {
    chain.push(node);
    return;
  }
  flatten(left, chain);
  chain.push(operator);
  flatten(right, chain);
}

function joined(left: RawNode, operator: RawNode, right: RawNode): RawNode {
  return {
    type: "binary_operator",
    named: true,
    field: undefined,
    start: left.start,
    end: right.end,
    children: [{ ...left, field: "left" }, operator, { ...right, field: "right" }],
    comments: [],
    broken: false,
  };
}

/** An alias whose name begins with a bracket is an assignment to something of `type(…)` or `type[…]`. */
function assignmentToType(node: RawNode): RawNode {
  const [keyword, left, equals, right] = node.children;
  const target = left?.children[0];
  if (keyword === undefined || target === undefined || equals === undefined || right === undefined) return node;
  const called = withFunction(target, { ...keyword, type: "identifier", named: true, field: undefined });
  if (called === undefined) return node;
  const assignment: RawNode = {
    ...node,
    type: "assignment",
    field: undefined,
    children: [{ ...called, field: "left" }, equals, { ...right, field: "right" }],
    comments: [],
  };
  return { ...node, type: "expression_statement", children: [assignment] };
}

const bracketKinds: ReadonlySet<string> = new Set([
  "parenthesized_expression",
  "tuple",
  "generator_expression",
  "list",
]);

/** The node with its innermost first bracket applied to the function; undefined where it does not begin with a bracket. */
function withFunction(node: RawNode, name: RawNode): RawNode | undefined {
  const [first, ...rest] = node.children;
  if (!bracketKinds.has(node.type)) {
    const inner =
      leftOpenKinds.has(node.type) && first !== undefined && !node.broken ? withFunction(first, name) : undefined;
    return inner === undefined
      ? undefined
      : { ...node, start: name.start, children: [{ ...inner, field: first?.field }, ...rest] };
  }
  const whole = { ...node, start: name.start };
  if (node.type === "list") {
    const indices = node.children.map((child) => (child.named ? { ...child, field: "subscript" } : child));
    return { ...whole, type: "subscript", children: [{ ...name, field: "value" }, ...indices], comments: [] };
  }
  const list: RawNode = node.type === "generator_expression" ? node : { ...node, type: "argument_list" };
  return {
    ...whole,
    type: "call",
    children: [
      { ...name, field: "function" },
      { ...list, field: "arguments" },
    ],
    comments: [],
  };
}
