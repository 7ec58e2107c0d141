import type * as ir from "../ir/node.ts";
import { walkAll } from "../ir/walk.ts";
import type { Type } from "../types/type.ts";

/** Which kind of big number the type, or the type that it points to, is. */
export function bigKind(type: Type): "integer" | "fraction" | undefined {
  const bare = type.kind === "pointer" ? type.target : type;
  if (bare.kind !== "named" || bare.symbol.module !== "math/big") return undefined;
  return bare.symbol.name === "Int" ? "integer" : bare.symbol.name === "Rat" ? "fraction" : undefined;
}

/** The arguments of calls that are numbers which the caller may look at afterwards, as `function#position`. */
export function sharedNumbers(declarations: readonly ir.Declaration[]): readonly string[] {
  const found = new Set<string>();
  walkAll(declarations, (node) => {
    if (node.kind !== "Call" || node.callee.kind !== "Variable") return;
    const { id } = node.callee.binding;
    node.arguments.forEach(({ value }, position) => {
      if (value.type.kind === "pointer" && bigKind(value.type) && isHeld(value)) found.add(`${id}#${position}`);
    });
  });
  return [...found].sort();
}

/** A variable that is read here only, and a number that was made for the call, are nobody else's. */
function isHeld(value: ir.Expression): boolean {
  switch (value.kind) {
    case "Variable":
      return value.binding.captured || value.binding.kind === "global" || value.binding.reads > 1;
    case "AddressOf":
      return value.operand.kind !== "ZeroValue";
    case "UnknownCall":
      return value.receiver !== undefined && isHeld(value.receiver);
    case "Call":
    case "MethodCall":
      return false;
    default:
      return true;
  }
}
