import { iteratorOf, tupleOf, unknownType } from "../types/build.ts";
import type { Type } from "../types/type.ts";
import type { Inference } from "./infer-context.ts";
import { constantIndex, elementOf, joinAll } from "./infer-elements.ts";
import { type CallArguments, argumentType } from "./infer-signatures.ts";
import type { PythonNode } from "./tree.ts";

/** The type of a call whose result has a shape that no signature says: tuples as long as a number in the call. */
export function shapedResult(
  inference: Inference,
  path: string,
  args: CallArguments,
  result: Type,
  site: PythonNode,
): Type {
  if (!path.startsWith("itertools.") || args.spread.length > 0) return result;
  const named = (name: string, position: number): number | undefined =>
    constantIndex(
      (args.keywords.find((keyword) => keyword.name === name)?.argument ?? args.positional[position])?.node,
    );
  const elements = args.positional.map((argument) =>
    elementOf(inference, argumentType(inference, argument), argument.node ?? site),
  );
  const [element = unknownType] = elements;
  const several = (count: number | undefined): Type =>
    count !== undefined && count > 0 && count <= 6
      ? iteratorOf(tupleOf(Array.from({ length: count }, () => element)), "generator")
      : result;
  switch (path.slice("itertools.".length)) {
    case "combinations":
    case "combinations_with_replacement":
    case "permutations":
      return several(named("r", 1));
    case "product": {
      const isRepeated = args.keywords.some((keyword) => keyword.name === "repeat");
      const times = isRepeated ? named("repeat", Infinity) : 1;
      if (times === undefined || elements.length * times > 6 || elements.length * times < 1) return result;
      return iteratorOf(tupleOf(Array.from({ length: times }, () => elements).flat()), "generator");
    }
    case "tee": {
      const count = args.positional.length > 1 ? named("n", 1) : 2;
      return count === undefined ? result : tupleOf(Array.from({ length: count }, () => iteratorOf(element)));
    }
    default:
      return result;
  }
}

/** What making an instance of a class of the library gives that is only a function to those who use it. */
export function constructedShape(
  inference: Inference,
  path: string,
  args: CallArguments,
  site: PythonNode,
): Type | undefined {
  if (path !== "itertools.chain") return undefined;
  const elements = args.positional.map((argument) =>
    elementOf(inference, argumentType(inference, argument), argument.node ?? site),
  );
  return iteratorOf(joinAll(inference, elements), "generator");
}
