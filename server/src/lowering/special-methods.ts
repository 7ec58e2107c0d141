import { expression } from "../ir/build.ts";
import { isPure } from "../ir/purity.ts";
import type * as ir from "../ir/node.ts";
import { operatorMethods } from "../python/operator-methods.ts";
import type * as py from "../python/tree.ts";
import { boolType } from "../types/build.ts";
import { isOwnClass, memberType, methodOf } from "../types/members.ts";
import type { Type } from "../types/type.ts";
import { coerce } from "./coerce.ts";
import { Untranslatable } from "./untranslatable.ts";

/*
 * Operators and builtins that call a special method of a class of the program. Go has no operators for structs: they are calls of methods.
 */

/** The call of a special method on an object of a class of the program; undefined where it has none. */
export function specialCall(
  operand: ir.Expression,
  name: string,
  args: readonly ir.Expression[],
  inferred?: Type,
): ir.MethodCall | undefined {
  const type = operand.type.kind === "optional" ? operand.type.inner : operand.type;
  const method = isOwnClass(type) ? methodOf(type, name) : undefined;
  if (!method || !isOwnClass(type)) return undefined;
  const { parameters, result } = method.signature.type;
  const receiver = operand.type.kind === "optional" ? expression("Cast", type, { operand }) : operand;
  const given = args.map((value, position) => {
    const parameter = parameters[position];
    return { value: parameter ? coerce(value, memberType(type, method.owner, parameter.type)) : value };
  });
  const own = memberType(type, method.owner, result);
  return expression("MethodCall", own.kind === "unknown" && inferred ? inferred : own, {
    receiver,
    method: name,
    symbol: method.owner,
    arguments: given,
  });
}

/** `left op right` where one of them is an object whose class says what that means. `inPlace`: `left op= right`. */
export function specialBinary(
  left: ir.Expression,
  op: py.BinaryOperator,
  right: ir.Expression,
  inferred: Type,
  inPlace: boolean,
): ir.Expression | undefined {
  const name = operatorMethods[op];
  const direct =
    (inPlace ? specialCall(left, `__i${name}__`, [right], inferred) : undefined) ??
    (accepts(left, `__${name}__`, right) ? specialCall(left, `__${name}__`, [right], inferred) : undefined);
  if (direct) return direct;
  const reflected = specialCall(right, `__r${name}__`, [left], inferred);
  if (reflected && !isPure(left) && !isPure(right))
    throw new Untranslatable(
      "operand-order",
      "The right operand's method is called with the left one, which Python evaluates first; assign it to a variable first.",
    );
  return reflected;
}

/** Whether the method may take the operand: one that is of another kind of type goes to the other operand's method. */
function accepts(left: ir.Expression, name: string, right: ir.Expression): boolean {
  const method = methodOf(left.type, name);
  const parameter = method?.signature.type.parameters[0]?.type;
  if (!method || !parameter) return false;
  const isOpen = parameter.kind !== "named" && parameter.kind !== "int" && parameter.kind !== "float";
  return (
    isOpen ||
    right.type.kind === "unknown" ||
    right.type.kind === "optional" ||
    right.type.kind === parameter.kind ||
    (parameter.kind === "float" && right.type.kind === "int") ||
    !methodOf(right.type, name.replace("__", "__r"))
  );
}

/** What derived comparisons are made of, for `@total_ordering`, by the one that is written. */
const derived: Readonly<Record<string, Readonly<Record<string, readonly [boolean, "and" | "or", boolean] | "not">>>> = {
  // [whether the written one is negated, how it is joined, whether equality is negated]
  __lt__: { __gt__: [true, "and", true], __le__: [false, "or", false], __ge__: "not" },
  __le__: { __ge__: [true, "or", false], __lt__: [false, "and", true], __gt__: "not" },
  __gt__: { __lt__: [true, "and", true], __ge__: [false, "or", false], __le__: "not" },
  __ge__: { __le__: [true, "or", false], __gt__: [false, "and", true], __lt__: "not" },
};
const orderNames = { less: "__lt__", lessEqual: "__le__", greater: "__gt__", greaterEqual: "__ge__" } as const;
const mirrored = { __lt__: "__gt__", __gt__: "__lt__", __le__: "__ge__", __ge__: "__le__" } as const;

/** `left < right` and the like where the class of one of them says what that means. */
export function specialOrder(
  left: ir.Expression,
  operator: ir.ComparisonOperator,
  right: ir.Expression,
): ir.Expression | undefined {
  if (operator === "equal" || operator === "notEqual") return undefined;
  const name = orderNames[operator];
  const direct = specialCall(left, name, [right]);
  if (direct) return direct;
  if (left.type.kind === "named" && left.type.symbol.made?.order !== undefined) return undefined;
  const totally = left.type.kind === "named" && left.type.symbol.made?.totalOrdering === true;
  const root = totally ? Object.keys(derived).find((written) => methodOf(left.type, written)) : undefined;
  if (root === undefined) return specialCall(right, mirrored[name], [left]);
  const written = specialCall(left, root, [right])!;
  const rule = derived[root]![name]!;
  const negated: ir.Expression = expression("Not", boolType, { operand: written });
  if (rule === "not") return negated;
  if (!isPure(left) || !isPure(right))
    throw new Untranslatable(
      "operand-order",
      "This comparison asks for the order and for equality; assign its operands to variables first.",
    );
  const [isNegated, joint, isUnequal] = rule;
  return expression("Logical", boolType, {
    operator: joint,
    left: isNegated ? negated : written,
    right:
      specialEqual(left, isUnequal, right) ??
      expression("Compare", boolType, { operator: isUnequal ? "notEqual" : "equal", left, right }),
  });
}

/** `left == right` where the class of the left one has an `__eq__` of its own. */
export function specialEqual(left: ir.Expression, negated: boolean, right: ir.Expression): ir.Expression | undefined {
  if (left.type.kind !== "named" || right.type.kind === "optional") return undefined;
  if (negated) {
    const differs = specialCall(left, "__ne__", [right]);
    if (differs) return differs;
  }
  const same = specialCall(left, "__eq__", [right]);
  if (!same) return undefined;
  const asBool = same.type.kind === "bool" ? same : { ...same, type: boolType };
  return negated ? expression("Not", boolType, { operand: asBool }) : asBool;
}
