import type { Type } from "../types/type.ts";
import type { Checker, Operand } from "./checker.ts";
import { stringConstant, toInteger } from "./constants.ts";
import { representConstant } from "./constants-represent.ts";
import { identical, identicalIgnoringTags, typeSetOf, underlying } from "./check-identity.ts";
import { whyNotImplements } from "./check-implements.ts";
import { instantiateFor } from "./check-instantiate.ts";
import { describe, expressionText } from "./check-messages.ts";
import {
  implicitType,
  makeInvalid,
  reportUnrepresentable,
  requireValue,
  settle,
  settleDefault,
  settleNode,
} from "./check-operand.ts";
import { showGoType } from "./check-show.ts";
import {
  defaultType,
  every,
  isByteSlice,
  isComplex,
  isConstantType,
  isFloat,
  isInteger,
  isInterface,
  isParameter,
  isRuneSlice,
  isString,
  isUnsafePointer,
  isUntypedNil,
} from "./check-types.ts";

/** Whether the language gives the type a name: predeclared, declared, or a type parameter. */
function hasName(type: Type): boolean {
  return (
    ["bool", "int", "float", "complex", "string", "named", "parameter", "any"].includes(type.kind) ||
    isUnsafePointer(type)
  );
}

/** Whether the operand may be assigned to a variable of the type. Nothing is reported or changed. */
export function isAssignable(check: Checker, operand: Operand, target: Type): boolean {
  const source = operand.type;
  if (operand.mode === "invalid" || source.kind === "unknown" || target.kind === "unknown") return true;
  if (source.kind === "untyped") return typeof implicitType(operand, target) !== "string";
  if (identical(source, target)) return true;
  const [from, to] = [underlying(source), underlying(target)];
  if (from.kind === "unknown" || to.kind === "unknown") return true;
  const unnamed = !hasName(source) || !hasName(target);
  if (unnamed && !isParameter(from) && !isParameter(to) && identical(from, to)) return true;
  if (isInterface(target) && whyNotImplements(source, target, check.packagePath) === undefined) return true;
  if (
    from.kind === "channel" &&
    to.kind === "channel" &&
    from.direction === "both" &&
    identical(from.element, to.element)
  )
    return unnamed;
  if (isParameter(to) && !hasName(source)) return eachTerm(to, (term) => isAssignable(check, operand, term));
  if (isParameter(from) && !hasName(target))
    return eachTerm(from, (term) => isAssignable(check, { ...operand, type: term }, target));
  return false;
}

function eachTerm(parameter: Type, passes: (type: Type) => boolean): boolean {
  const { terms } = typeSetOf(parameter);
  return terms !== undefined && terms.length > 0 && terms.every((term) => passes(term.type));
}

/**
 * Makes the operand a value of `target`, as an assignment, argument or result (`purpose`, for the message). Reports when it cannot be one; it is
 * then invalid. Without `target` an untyped operand gets its default type.
 */
export function assign(check: Checker, operand: Operand, target: Type | undefined, purpose: string): boolean {
  requireValue(check, operand);
  if (operand.mode === "invalid") return false;
  if (
    operand.type.kind === "function" &&
    operand.type.typeParameters?.length &&
    !instantiateFor(check, operand, target)
  ) {
    check.error(
      operand.node,
      "cannot-infer",
      `cannot use generic function ${expressionText(operand.node)} without instantiation`,
    );
    makeInvalid(operand);
    return false;
  }
  if (target === undefined) {
    if (isUntypedNil(operand.type)) {
      check.error(operand.node, "not-assignable", `use of untyped nil in ${purpose}`);
      makeInvalid(operand);
      return false;
    }
    settleDefault(check, operand);
    return (operand.mode as string) !== "invalid";
  }
  if (operand.type.kind === "untyped") return assignUntyped(check, operand, target, purpose);
  if (isAssignable(check, operand, target)) return true;
  const reason = isInterface(target) ? whyNotImplements(operand.type, target, check.packagePath) : undefined;
  const detail = reason === undefined ? "" : `: ${reason}`;
  check.error(
    operand.node,
    "not-assignable",
    `cannot use ${expressionText(operand.node)} (${describe(operand)}) as ${showGoType(target)} value in ${purpose}${detail}`,
  );
  makeInvalid(operand);
  return false;
}

function assignUntyped(check: Checker, operand: Operand, target: Type, purpose: string): boolean {
  const failure = settle(check, operand, target);
  if (failure === undefined) return true;
  if (failure === "mismatch") {
    const text = `cannot use ${expressionText(operand.node)} (${describe(operand)}) as ${showGoType(target)} value in ${purpose}`;
    check.error(operand.node, "not-assignable", text);
  } else reportUnrepresentable(check, operand, target, failure);
  makeInvalid(operand);
  return false;
}

/** Converts the operand to `target` as `T(x)` does, or reports that it cannot be. */
export function convert(check: Checker, operand: Operand, target: Type): void {
  if (operand.mode === "invalid") return;
  const base = underlying(target);
  const constant = operand.mode === "constant" && operand.value !== undefined && isConstantType(base);
  if (operand.mode === "constant" && isConstantType(base)) {
    if (constant && !convertConstant(operand, base)) return reportConversion(check, operand, target);
  } else if (!isConvertible(check, operand, target)) return reportConversion(check, operand, target);
  else {
    operand.mode = "value";
    operand.value = undefined;
  }
  if (operand.type.kind === "untyped") settleNode(check, operand.node, finalType(operand, target));
  operand.type = target;
}

function finalType(operand: Operand, target: Type): Type {
  if (isUntypedNil(operand.type)) return target;
  const base = underlying(target);
  if (isInterface(target) || (operand.mode !== "value" && !isConstantType(base))) return defaultType(operand.type);
  if (isInteger(operand.type) && every(target, isString)) return defaultType(operand.type);
  return isParameter(target) || isConstantType(base) ? target : defaultType(operand.type);
}

function convertConstant(operand: Operand, base: Type): boolean {
  const value = operand.value!;
  const represented = representConstant(value, base);
  if (typeof represented !== "string") {
    operand.value = represented;
    return true;
  }
  if (isString(base) && isInteger(underlying(operand.type))) {
    const code = toInteger(value) ?? -1n;
    const valid = code >= 0n && code <= 0x10ffffn && !(code >= 0xd800n && code < 0xe000n);
    operand.value = stringConstant(String.fromCodePoint(valid ? Number(code) : 0xfffd));
    return true;
  }
  return false;
}

function reportConversion(check: Checker, operand: Operand, target: Type): void {
  const constant = operand.mode === "constant" && isConstantType(underlying(target));
  const code =
    constant && isInteger(underlying(operand.type)) && isInteger(underlying(target))
      ? "constant-overflow"
      : "invalid-conversion";
  check.error(
    operand.node,
    code,
    `cannot convert ${expressionText(operand.node)} (${describe(operand)}) to type ${showGoType(target)}`,
  );
  makeInvalid(operand);
}

function isConvertible(check: Checker, operand: Operand, target: Type): boolean {
  if (isAssignable(check, operand, target)) return true;
  const source = operand.type;
  const [from, to] = [underlying(source), underlying(target)];
  if (isParameter(from))
    return eachTerm(from, (term) =>
      isConvertible(check, { ...operand, mode: "value", value: undefined, type: term }, target),
    );
  if (isParameter(to)) {
    if (operand.mode === "constant" && source.kind === "untyped") {
      return eachTerm(to, (term) =>
        isConstantType(underlying(term))
          ? convertConstant({ ...operand }, underlying(term))
          : isConvertible(check, operand, term),
      );
    }
    return eachTerm(to, (term) => isConvertible(check, operand, term));
  }
  if (identicalIgnoringTags(from, to)) return true;
  if (source.kind === "pointer" && target.kind === "pointer") {
    if (identicalIgnoringTags(underlying(source.target), underlying(target.target))) return true;
  }
  return convertibleBasics(from, to) || convertibleSlice(from, to);
}

function convertibleBasics(from: Type, to: Type): boolean {
  const real = (type: Type): boolean => isInteger(type) || isFloat(type);
  if (real(from) && real(to)) return true;
  if (isComplex(from) && isComplex(to)) return true;
  if (isString(to) && (isInteger(from) || isByteSlice(from) || isRuneSlice(from))) return true;
  if (isString(from) && (isByteSlice(to) || isRuneSlice(to))) return true;
  const address = (type: Type): boolean => type.kind === "pointer" || (type.kind === "int" && type.size === "pointer");
  return (isUnsafePointer(to) && address(from)) || (isUnsafePointer(from) && address(to));
}

function convertibleSlice(from: Type, to: Type): boolean {
  if (from.kind !== "list") return false;
  if (to.kind === "array") return identical(from.element, to.element);
  if (to.kind !== "pointer") return false;
  const array = underlying(to.target);
  return array.kind === "array" && identical(from.element, array.element);
}
