import type * as ir from "../../ir/node.ts";
import * as build from "../../python/build.ts";
import type * as py from "../../python/tree.ts";
import type { Type } from "../../types/type.ts";
import type { PythonLowerContext } from "../lower-context.ts";
import { lowerPythonTarget } from "./targets.ts";

/** Whether the value is a call of a library that gives (value, error) in Go and raises in Python. */
export function raisesInstead(value: ir.Expression): value is ir.LibraryCall {
  return value.kind === "LibraryCall" && value.type.kind === "tuple" && isError(value.type.elements.at(-1));
}

function isError(type: Type | undefined): boolean {
  return type?.kind === "named" && type.symbol.name === "error";
}

/** `v, err := f()` of a call that raises in Python: what it raises becomes the error, and the other values are zero then, as in Go. */
export function assignCaught(
  target: ir.TupleLiteral,
  value: ir.LibraryCall,
  context: PythonLowerContext,
): readonly py.Statement[] {
  const types = value.type.kind === "tuple" ? value.type.elements.slice(0, -1) : [];
  const places = target.elements.slice(0, -1);
  const error = target.elements.at(-1)!;
  const isBlank = (node: ir.Expression): boolean => node.kind === "Variable" && node.binding.name === "_";
  const lowered = context.expression(value);
  const stored =
    places.length === 1 && isBlank(places[0]!)
      ? build.expr(lowered)
      : build.assign(
          places.length === 1
            ? lowerPythonTarget(places[0]!, context)
            : build.tuple(places.map((place) => lowerPythonTarget(place, context))),
          lowered,
        );
  const zeros = places.flatMap((place, position) =>
    isBlank(place)
      ? []
      : [build.assign(lowerPythonTarget(place, context), context.zero(types[position] ?? { kind: "none" }))],
  );
  if (isBlank(error)) {
    return [
      build.tryStatement({
        body: [stored],
        handlers: [build.exceptHandler(build.name("Exception"), undefined, zeros.length > 0 ? zeros : [build.pass()])],
      }),
    ];
  }
  const caught = context.fresh("error");
  const place = lowerPythonTarget(error, context);
  const handler = build.exceptHandler(build.name("Exception"), caught, [
    ...zeros,
    build.assign(place, build.name(caught)),
  ]);
  return [build.tryStatement({ body: [stored, build.assign(place, build.none())], handlers: [handler] })];
}
