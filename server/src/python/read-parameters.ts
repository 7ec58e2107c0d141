import type { Comment } from "../base/syntax-node.ts";
import { elementComments } from "./read-comments.ts";
import { required, requireChild, spanOf, textOf, Unreadable, type ReadContext } from "./read-context.ts";
import { namedChildren, type RawNode } from "./read-raw.ts";
import type { Arg, Arguments } from "./tree.ts";

/** The parameters of a function or lambda; `at` is where an empty list stands when the node is undefined. */
export function readParameters(context: ReadContext, node: RawNode | undefined, at: number): Arguments {
  if (node === undefined)
    return { kind: "arguments", posonlyargs: [], args: [], kwonlyargs: [], span: { start: at, end: at } };
  if (node.broken) throw new Unreadable("syntax");
  const nodes = namedChildren(node);
  const comments = elementComments(context.text, node, nodes);
  const lists: { posonlyargs: Arg[]; args: Arg[]; kwonlyargs: Arg[]; vararg?: Arg; kwarg?: Arg } = {
    posonlyargs: [],
    args: [],
    kwonlyargs: [],
  };
  let afterStar = false;
  let pending: Comment[] = [];
  nodes.forEach((parameter, index) => {
    const decoration = comments.elements[index];
    if (parameter.type === "positional_separator" || parameter.type === "keyword_separator") {
      if (parameter.type === "keyword_separator") afterStar = true;
      else lists.posonlyargs = lists.args.splice(0);
      // A separator is no node: its comments go to the parameter behind it.
      pending.push(
        ...(decoration?.leading ?? []),
        ...(decoration?.trailing === undefined ? [] : [decoration.trailing]),
      );
    } else {
      const [arg, stars] = readParameter(context, parameter);
      const leading = [...pending, ...(decoration?.leading ?? [])];
      const decorated: Arg = { ...arg, ...decoration, ...(leading.length === 0 ? {} : { leading }) };
      pending = [];
      if (stars === 2) lists.kwarg = decorated;
      else if (stars === 1) lists.vararg = decorated;
      else (afterStar ? lists.kwonlyargs : lists.args).push(decorated);
      afterStar ||= stars === 1;
    }
  });
  const inner = [...pending, ...(comments.inner ?? [])];
  return { kind: "arguments", ...lists, inner: inner.length === 0 ? undefined : inner, span: spanOf(node) };
}

/** The parameter, and the number of stars before it. */
function readParameter(context: ReadContext, node: RawNode): readonly [Arg, 0 | 1 | 2] {
  if (node.broken) throw new Unreadable("syntax");
  if (node.type === "typed_parameter") {
    const [arg, stars] = readParameter(context, required(namedChildren(node)[0]));
    return [{ ...arg, annotation: context.expression(requireChild(node, "type")), span: spanOf(node) }, stars];
  }
  if (node.type === "default_parameter" || node.type === "typed_default_parameter") {
    const [arg] = readParameter(context, requireChild(node, "name"));
    const annotation = node.children.find((child) => child.field === "type");
    return [
      {
        ...arg,
        annotation: annotation === undefined ? undefined : context.expression(annotation),
        default: context.expression(requireChild(node, "value")),
        span: spanOf(node),
      },
      0,
    ];
  }
  if (node.type === "list_splat_pattern")
    return [{ ...plain(context, required(namedChildren(node)[0])), span: spanOf(node) }, 1];
  if (node.type === "dictionary_splat_pattern")
    return [{ ...plain(context, required(namedChildren(node)[0])), span: spanOf(node) }, 2];
  return [plain(context, node), 0];
}

function plain(context: ReadContext, node: RawNode): Arg {
  // A tuple in place of a name is Python 2.
  if (node.type !== "identifier") throw new Unreadable(node.type === "tuple_pattern" ? "python2" : "syntax");
  return { kind: "arg", arg: textOf(context, node), nameSpan: spanOf(node), span: spanOf(node) };
}
