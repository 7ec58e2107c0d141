import { unknownType } from "../types/build.ts";
import type { Type } from "../types/type.ts";
import { invalid, valueOf } from "./checker.ts";
import type { Checker, Operand } from "./checker.ts";
import { nilOperand } from "./check-operand.ts";
import { isGeneric } from "./check-type-expressions.ts";
import { untyped } from "./check-types.ts";
import { intConstant } from "./constants.ts";
import type { Entity } from "./scope.ts";
import type { Expr } from "./tree.ts";

/** A type used as an operand. */
export function typeOperand(node: Expr, type: Type): Operand {
  return { node, mode: type.kind === "unknown" ? "invalid" : "type", type };
}

/** The operand that a plain or qualified name stands for. */
export function entityOperand(check: Checker, node: Expr, found: Entity): Operand {
  check.resolve(found);
  switch (found.role) {
    case "package":
      return { node, mode: "package", type: found.type, entity: found };
    case "nil":
      return nilOperand(node);
    case "builtin":
      return { node, mode: "builtin", type: unknownType, builtin: found.name, entity: found };
    case "type":
      if (isGeneric(found)) {
        check.error(node, "type-arguments", `cannot use generic type ${found.name} without instantiation`);
        return invalid(node);
      }
      return { ...typeOperand(node, found.type), entity: found };
    case "constant":
      return constantOperand(check, node, found);
    case "function":
      return { ...valueOf(node, found.type), entity: found };
    case "variable":
      if (found.state === "resolving" && found.type.kind === "unknown") {
        check.error(node, "invalid-declaration", `initialization cycle: ${found.name} refers to itself`);
        return invalid(node);
      }
      return { node, mode: found.type.kind === "unknown" ? "invalid" : "variable", type: found.type, entity: found };
  }
}

function constantOperand(check: Checker, node: Expr, found: Entity): Operand {
  if (found.name === "iota" && found.package === undefined && found.value === undefined) {
    const { iota } = check.context;
    if (iota === undefined) {
      check.error(node, "misplaced", "cannot use iota outside constant declaration");
      return invalid(node);
    }
    return { node, mode: "constant", type: untyped("int"), value: intConstant(iota) };
  }
  if (found.state === "resolving") {
    check.error(node, "invalid-declaration", `initialization cycle: ${found.name} refers to itself`);
    return invalid(node);
  }
  if (found.type.kind === "unknown") return invalid(node);
  return { node, mode: "constant", type: found.type, value: found.value, entity: found };
}
