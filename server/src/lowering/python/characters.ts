import type * as ir from "../../ir/node.ts";
import * as py from "../../python/build.ts";
import type * as pyTree from "../../python/tree.ts";
import type { PythonLowerContext } from "../lower-context.ts";

/** The operand of a lowered `ord(x)`: the string that the number stands for. */
export function textOfOrdinal(node: pyTree.Expression): pyTree.Expression | undefined {
  if (node.kind !== "Call" || node.func.kind !== "Name" || node.func.id !== "ord" || node.keywords.length > 0)
    return undefined;
  const [only, ...others] = node.args;
  return only !== undefined && others.length === 0 && only.kind !== "Starred" ? only : undefined;
}

/** `ord(x)` of a lowered string; `ord(chr(n))` is `n`. */
export function ordinal(text: pyTree.Expression): pyTree.Expression {
  if (
    text.kind === "Call" &&
    text.func.kind === "Name" &&
    text.func.id === "chr" &&
    text.args.length === 1 &&
    text.args[0]
  )
    return text.args[0];
  return py.call("ord", [text]);
}

/** `chr(n)` of a lowered number; `chr(ord(c))` is `c`. */
export function characterOf(number: pyTree.Expression): pyTree.Expression {
  return textOfOrdinal(number) ?? py.call("chr", [number]);
}

/** Both sides of a comparison as strings where both are characters: `ord(c) == ord("a")` reads `c == "a"`. Code points and strings of one have one order. */
export function comparedAsText(
  node: ir.Compare,
  context: PythonLowerContext,
): [pyTree.Expression, pyTree.Expression] | undefined {
  const [left, right] = context.expressions([node.left, node.right]) as [pyTree.Expression, pyTree.Expression];
  const [one, other] = [textOfOrdinal(left), textOfOrdinal(right)];
  return one && other ? [one, other] : [left, right];
}
