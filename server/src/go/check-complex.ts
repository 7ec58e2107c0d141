import type { Type } from "../types/type.ts";
import { invalid, valueOf } from "./checker.ts";
import type { Checker, Operand } from "./checker.ts";
import { toRational } from "./constants.ts";
import type { Constant } from "./constants.ts";
import { identical, underlying } from "./check-identity.ts";
import { describe, expressionText } from "./check-messages.ts";
import { convertUntyped, matchOperands, settle } from "./check-operand.ts";
import { showGoType } from "./check-show.ts";
import { isComplex, isFloat, isNumeric, untyped } from "./check-types.ts";
import { complexType, floatType } from "../types/build.ts";
import type { CallExpr } from "./tree.ts";

/** `complex(re, im)`. */
export function complexBuiltin(check: Checker, node: CallExpr, args: Operand[]): Operand {
  const [re, im] = args as [Operand, Operand];
  const constant = re.mode === "constant" && im.mode === "constant";
  if (re.type.kind === "untyped" && im.type.kind === "untyped") {
    const float = constant ? untyped("float") : floatType;
    if (settle(check, re, float) ?? settle(check, im, float))
      return complain(check, node, re, "arguments have no floating-point value");
  } else if (!matchOperands(check, re, im))
    return complain(check, node, im, `does not have type ${showGoType(re.type)}`);
  if (!identical(re.type, im.type) && !(constant && re.type.kind === "untyped" && im.type.kind === "untyped")) {
    return complain(check, node, im, `(mismatched types ${showGoType(re.type)} and ${showGoType(im.type)})`);
  }
  const base = underlying(re.type);
  if (base.kind === "unknown") return invalid(node);
  if (!isFloat(base) && base.kind !== "untyped")
    return complain(check, node, re, "arguments have type that is not a float");
  const type: Type =
    base.kind === "float" ? { kind: "complex", bits: base.bits === 64 ? 128 : 64 } : untyped("complex");
  const [left, right] = [re.value && toRational(re.value), im.value && toRational(im.value)];
  if (!constant) return valueOf(node, type);
  const value: Constant = left && right ? { kind: "complex", re: left, im: right } : { kind: "unknown" };
  return { node, mode: "constant", type, value };
}

/** `real(x)` and `imag(x)`. */
export function partBuiltin(check: Checker, node: CallExpr, args: Operand[], name: string): Operand {
  const [x] = args as [Operand];
  if (x.type.kind === "untyped") {
    if (x.mode === "constant" && isNumeric(x.type))
      return { node, mode: "constant", type: untyped("float"), value: partOf(x.value, name) };
    if (!convertUntyped(check, x, complexType)) return invalid(node);
  }
  const base = underlying(x.type);
  if (base.kind === "unknown") return invalid(node);
  if (!isComplex(base) || base.kind !== "complex") return complain(check, node, x, "not of complex type");
  const type: Type = { kind: "float", bits: base.bits === 128 ? 64 : 32 };
  return x.mode === "constant" ? { node, mode: "constant", type, value: partOf(x.value, name) } : valueOf(node, type);
}

function partOf(value: Constant | undefined, name: string): Constant {
  if (value?.kind === "complex") return { kind: "float", value: name === "real" ? value.re : value.im };
  const real = value && toRational(value);
  return real === undefined
    ? { kind: "unknown" }
    : { kind: "float", value: name === "real" ? real : { num: 0n, den: 1n } };
}

function complain(check: Checker, node: CallExpr, operand: Operand, text: string): Operand {
  check.error(
    operand.node,
    "invalid-operation",
    `invalid argument: ${expressionText(operand.node)} (${describe(operand)}) ${text}`,
  );
  return invalid(node);
}
