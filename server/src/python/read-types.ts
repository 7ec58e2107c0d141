import { required, requireChild, spanOf, textOf, Unreadable, type ReadContext } from "./read-context.ts";
import { hasToken, namedChildren, type RawNode } from "./read-raw.ts";
import type { Expression, TypeParam } from "./tree.ts";

/*
 * The grammar has kinds of its own for annotations; Python's `ast` has expressions. `list[int]` is a generic_type there and a Subscript
 * here, `int | None` a union_type and a BinOp, `a.b` behind a bracket a member_type and an Attribute, `T: int` a constrained_type.
 */

/** The readers of the kinds that stand in annotations only. */
export const typeReaders: Readonly<Record<string, (context: ReadContext, node: RawNode) => Expression>> = {
  type: (context, node) => context.expression(required(namedChildren(node)[0])),
  generic_type: readGeneric,
  union_type: (context, node) => {
    const [left, right] = namedChildren(node);
    return {
      kind: "BinOp",
      left: context.expression(required(left)),
      op: "BitOr",
      right: context.expression(required(right)),
      span: spanOf(node),
    };
  },
  member_type: (context, node) => {
    const [value, attribute] = namedChildren(node);
    const name = required(attribute);
    return {
      kind: "Attribute",
      value: context.expression(required(value)),
      attr: textOf(context, name),
      attrSpan: spanOf(name),
      span: spanOf(node),
    };
  },
  constrained_type: (context, node) => {
    const [lower, upper] = namedChildren(node);
    return {
      kind: "Slice",
      lower: context.expression(required(lower)),
      upper: context.expression(required(upper)),
      span: spanOf(node),
    };
  },
  splat_type: (context, node) => {
    if (hasToken(node, "**")) throw new Unreadable("syntax");
    return { kind: "Starred", value: context.expression(required(namedChildren(node)[0])), span: spanOf(node) };
  },
};

function readGeneric(context: ReadContext, node: RawNode): Expression {
  const [value, list] = namedChildren(node);
  const bracket = required(list);
  if (bracket.broken) throw new Unreadable("syntax");
  const elements = namedChildren(bracket).map((element) => context.expression(element));
  const [only] = elements;
  const alone = only !== undefined && elements.length === 1 && !hasToken(bracket, ",") && only.kind !== "Starred";
  const span = { start: elements[0]?.span.start ?? bracket.start, end: elements.at(-1)?.span.end ?? bracket.end };
  return {
    kind: "Subscript",
    value: context.expression(required(value)),
    slice: alone ? only : { kind: "Tuple", elts: elements, span },
    span: spanOf(node),
  };
}

/** The type parameters of a function or class; `undefined` where it has none. */
export function readTypeParameters(context: ReadContext, node: RawNode | undefined): readonly TypeParam[] {
  if (node === undefined) return [];
  if (node.broken) throw new Unreadable("syntax");
  return namedChildren(node).map((child) => readTypeParameter(context, child));
}

/** The name and the parameters of a type alias. */
export function readAliasHead(
  context: ReadContext,
  node: RawNode,
): { name: Expression; typeParams: readonly TypeParam[] } {
  const inner = unwrapped(node);
  if (inner.type === "generic_type") {
    const [name, list] = namedChildren(inner);
    return { name: context.expression(required(name)), typeParams: readTypeParameters(context, list) };
  }
  if (inner.type === "subscript") {
    const parameters = inner.children.filter((child) => child.field === "subscript");
    return {
      name: context.expression(requireChild(inner, "value")),
      typeParams: parameters.map((parameter) => readTypeParameter(context, parameter)),
    };
  }
  return { name: context.expression(inner), typeParams: [] };
}

function readTypeParameter(context: ReadContext, node: RawNode): TypeParam {
  const inner = unwrapped(node);
  const [first, second] = namedChildren(inner);
  const span = spanOf(node);
  if (inner.broken) throw new Unreadable("syntax");
  if (inner.type === "identifier") return { kind: "TypeVar", name: textOf(context, inner), span };
  if (inner.type === "splat_type" || inner.type === "list_splat") {
    const name = textOf(context, required(first));
    return hasToken(inner, "**") ? { kind: "ParamSpec", name, span } : { kind: "TypeVarTuple", name, span };
  }
  const bounded = inner.type === "constrained_type" || inner.type === "slice";
  if (!bounded || first === undefined || second === undefined) throw new Unreadable("syntax");
  return { kind: "TypeVar", name: textOf(context, first), bound: context.expression(second), span };
}

function unwrapped(node: RawNode): RawNode {
  return node.type === "type" ? required(namedChildren(node)[0]) : node;
}
