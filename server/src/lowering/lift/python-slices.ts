import { expression } from "../../ir/build.ts";
import { integerValue } from "../../ir/purity.ts";
import type * as ir from "../../ir/node.ts";
import type * as py from "../../python/tree.ts";
import type { Type } from "../../types/type.ts";
import type { PythonLiftContext } from "../lift-context.ts";
import { Untranslatable } from "../untranslatable.ts";

/** `object[low:high:step]` of Python: a copy, whose bounds are cut to fit and may count from the end. */
export function liftPythonSlice(object: ir.Expression, slice: py.Slice, context: PythonLiftContext): ir.Expression {
  const type = object.type;
  const bound = (node: py.Expression | undefined): ir.Expression | undefined => {
    if (node === undefined) return undefined;
    const lifted = context.expression(node);
    return lifted.kind === "NoneLiteral" ? undefined : lifted;
  };
  const wraps = [slice.lower, slice.upper].some(
    (node) => node !== undefined && !(context.analysis.lowerBound(node) >= 0) && !isPositive(bound(node)),
  );
  return expression("Slice", slicedType(type, slice, bound), {
    object,
    low: bound(slice.lower),
    high: bound(slice.upper),
    step: bound(slice.step),
    ...(slice.step && context.analysis.lowerBound(slice.step) > 0 ? { ascending: true } : {}),
    unit: type.kind === "string" ? "character" : type.kind === "bytes" ? "byte" : "element",
    wraps,
    clamps: true,
    shares: false,
  });
}

function isPositive(node: ir.Expression | undefined): boolean {
  const value = integerValue(node);
  return value !== undefined && value >= 0n;
}

function slicedType(
  type: Type,
  slice: py.Slice,
  bound: (node: py.Expression | undefined) => ir.Expression | undefined,
): Type {
  switch (type.kind) {
    case "string":
      return { kind: "string" };
    case "list":
    case "bytes":
    case "unknown":
      return type;
    case "array":
      return { kind: "list", element: type.element };
    case "tuple": {
      if (type.rest) return type;
      const [low, high] = [bound(slice.lower), bound(slice.upper)].map((node) =>
        node === undefined ? undefined : integerValue(node),
      );
      const isKnown =
        (slice.lower === undefined || low !== undefined) &&
        (slice.upper === undefined || high !== undefined) &&
        slice.step === undefined;
      if (!isKnown)
        throw new Untranslatable(
          "tuple-slice",
          "A tuple can only be sliced at constants; Go programs use a slice for sequences of varying length.",
        );
      return {
        kind: "tuple",
        elements: type.elements.slice(
          low === undefined ? undefined : Number(low),
          high === undefined ? undefined : Number(high),
        ),
      };
    }
    default:
      throw new Untranslatable(
        "slice",
        "Slicing this type is not translated; Go slices slices, arrays and strings only.",
      );
  }
}
