import { byteType, stringType, wordType } from "../types/build.ts";
import type { FunctionType, Type } from "../types/type.ts";
import { assign } from "./check-assignable.ts";
import { invalid, valueOf } from "./checker.ts";
import type { Checker, Operand } from "./checker.ts";
import { bytesOf } from "./constants.ts";
import { identical, typeSetOf, underlying } from "./check-identity.ts";
import { infer, instantiateSignature, partialInstance, verifyArguments } from "./check-instantiate.ts";
import { describe, expressionText } from "./check-messages.ts";
import { convertUntyped, integerValue, isNegative, requireValue, singleValue } from "./check-operand.ts";
import { typeOperand } from "./check-entities.ts";
import { showGoType } from "./check-show.ts";
import { substitution } from "./check-substitute.ts";
import { coreString, every, isInteger, isParameter, isString } from "./check-types.ts";
import type { Expr, IndexExpr, IndexListExpr, SliceExpr } from "./tree.ts";

/** Whether the node names a type, seen without evaluating it. */
export function namesType(check: Checker, node: Expr): boolean {
  if (node.kind === "Ident")
    return node.packagePath === undefined && check.context.scope.lookup(node.name)?.role === "type";
  if (node.kind === "SelectorExpr" && node.x.kind === "Ident") {
    const path = node.x.packagePath;
    const imported = path === undefined ? check.context.scope.lookup(node.x.name)?.imported : check.importPackage(path);
    return imported?.scope.names.get(node.sel.name)?.role === "type";
  }
  return node.kind === "ParenExpr" && namesType(check, node.x);
}

/** `x[i]`: an element, or an instantiation of a function or type. */
export function checkIndex(check: Checker, node: IndexExpr | IndexListExpr): Operand {
  if (namesType(check, node.x)) return typeOperand(node, check.typeExpression(node));
  const x = check.expression(node.x);
  if (x.mode === "value" && x.type.kind === "function" && x.type.typeParameters?.length)
    return instantiateFunction(check, node, x.type);
  requireValue(check, x);
  if (node.kind === "IndexListExpr") {
    if (x.mode !== "invalid") check.error(node, "invalid-index", "unexpected comma; expecting ]");
    return invalid(node);
  }
  if (x.mode === "invalid") {
    check.expression(node.index);
    return invalid(node);
  }
  return elementOf(check, node, x);
}

/** The type arguments of an explicit instantiation. */
export function explicitArguments(check: Checker, node: IndexExpr | IndexListExpr): Type[] {
  return (node.kind === "IndexExpr" ? [node.index] : node.indices).map((argument) => check.typeExpression(argument));
}

function instantiateFunction(check: Checker, node: IndexExpr | IndexListExpr, signature: FunctionType): Operand {
  const args = explicitArguments(check, node);
  const parameters = signature.typeParameters ?? [];
  if (args.length > parameters.length) {
    check.error(
      node,
      "type-arguments",
      `got ${args.length} type arguments but ${expressionText(node.x)} has ${parameters.length} type parameters`,
    );
    return invalid(node);
  }
  const all = infer(check, parameters, args, []);
  if (typeof all === "string" && args.length < parameters.length)
    return valueOf(node, partialInstance(signature, args));
  if (typeof all === "string") {
    check.error(node, "cannot-infer", `in call to ${expressionText(node.x)}, ${all}`);
    return invalid(node);
  }
  verifyArguments(check, node, parameters, all);
  return valueOf(node, instantiateSignature(signature, substitution(parameters, all)));
}

function elementOf(check: Checker, node: IndexExpr, x: Operand): Operand {
  const base = isParameter(x.type) ? (coreString(x.type) ?? sharedElements(x.type)) : underlying(x.type);
  switch (base?.kind) {
    case "unknown":
      check.expression(node.index);
      return invalid(node);
    case "dict": {
      const key = check.expression(node.index, base.key);
      assign(check, key, base.key, "map index");
      return { node, mode: base.value.kind === "unknown" ? "invalid" : "map index", type: base.value };
    }
    case "list":
      checkIndexValue(check, node.index, undefined);
      return { node, mode: base.element.kind === "unknown" ? "invalid" : "variable", type: base.element };
    case "array":
      checkIndexValue(check, node.index, base.length < 0 ? undefined : base.length);
      return {
        node,
        mode: base.element.kind === "unknown" ? "invalid" : x.mode === "variable" ? "variable" : "value",
        type: base.element,
      };
    case "pointer": {
      const array = underlying(base.target);
      if (array.kind === "unknown") return invalid(node);
      if (array.kind !== "array") break;
      checkIndexValue(check, node.index, array.length < 0 ? undefined : array.length);
      return { node, mode: "variable", type: array.element };
    }
    default:
      if (base === undefined || !isString(base)) break;
      checkIndexValue(check, node.index, x.value?.kind === "string" ? bytesOf(x.value.value).length : undefined);
      return valueOf(node, byteType);
  }
  check.expression(node.index);
  check.error(node, "invalid-operation", `invalid operation: cannot index ${expressionText(node.x)} (${describe(x)})`);
  return invalid(node);
}

/** For a type parameter whose types differ but have elements of one type: a slice of them. */
function sharedElements(type: Type): Type | undefined {
  const elements = (typeSetOf(type).terms ?? []).map((term): Type | undefined => {
    const base = underlying(term.type);
    if (base.kind === "list" || base.kind === "array") return base.element;
    if (base.kind === "pointer") {
      const array = underlying(base.target);
      return array.kind === "array" ? array.element : undefined;
    }
    return isString(base) ? byteType : undefined;
  });
  const [first] = elements;
  if (first === undefined || !elements.every((element) => element !== undefined && identical(element, first)))
    return undefined;
  return { kind: "list", element: first };
}

/** Checks an index or size; `length` is its exclusive bound where that is known. Gives the constant value. */
export function checkIndexValue(
  check: Checker,
  node: Expr,
  length: number | undefined,
  allowNegative = false,
): number | undefined {
  const operand = singleValue(check, node);
  return isValidIndex(check, operand, length, allowNegative);
}

/** Like `checkIndexValue`, for what is evaluated already. */
export function isValidIndex(
  check: Checker,
  operand: Operand,
  length: number | undefined,
  allowNegative = false,
): number | undefined {
  if (operand.mode === "invalid") return undefined;
  const { node } = operand;
  const text = expressionText(node);
  if (operand.type.kind === "untyped") {
    const whole =
      operand.mode !== "constant" || operand.value?.kind === "unknown" || integerValue(operand) !== undefined;
    if (!whole || !["int", "rune", "float", "complex"].includes(operand.type.basis)) {
      check.error(node, "invalid-index", `invalid argument: index ${text} (${describe(operand)}) must be integer`);
      return undefined;
    }
    if (!allowNegative && isNegative(operand)) return negative(check, operand);
    if (!convertUntyped(check, operand, wordType)) return undefined;
  }
  if (!every(operand.type, isInteger)) {
    check.error(node, "invalid-index", `invalid argument: index ${text} (${describe(operand)}) must be integer`);
    return undefined;
  }
  const value = integerValue(operand);
  if (value === undefined) return undefined;
  if (!allowNegative && value < 0n) return negative(check, operand);
  if (length !== undefined && value >= BigInt(length)) {
    check.error(node, "invalid-index", `invalid argument: index ${text} out of bounds [0:${length}]`);
    return undefined;
  }
  return Number(value);
}

function negative(check: Checker, operand: Operand): undefined {
  check.error(
    operand.node,
    "invalid-index",
    `invalid argument: index ${expressionText(operand.node)} (${describe(operand)}) must not be negative`,
  );
  return undefined;
}

/** `x[low:high:max]`. */
export function checkSlice(check: Checker, node: SliceExpr): Operand {
  const x = singleValue(check, node.x);
  const shape = x.mode === "invalid" ? undefined : sliceShape(check, node, x);
  const bounds = [node.low, node.high, node.max].map((bound) =>
    bound === undefined
      ? undefined
      : checkIndexValue(check, bound, shape?.length === undefined ? undefined : shape.length + 1),
  );
  const known = bounds.filter((bound): bound is number => bound !== undefined);
  if (known.some((bound, i) => i > 0 && bound < known[i - 1]!)) {
    check.error(node, "invalid-index", `invalid slice indices: ${known.at(-1)} < ${known.at(-2)}`);
  }
  return shape === undefined ? invalid(node) : valueOf(node, shape.type);
}

function sliceShape(check: Checker, node: SliceExpr, x: Operand): { type: Type; length?: number } | undefined {
  const base = coreString(x.type);
  const text = expressionText(node.x);
  if (base?.kind === "unknown") return undefined;
  if (base !== undefined && isString(base)) {
    if (node.max !== undefined) {
      check.error(node, "invalid-operation", `invalid operation: 3-index slice of string`);
      return undefined;
    }
    const length = x.value?.kind === "string" ? { length: bytesOf(x.value.value).length } : {};
    if (x.type.kind === "untyped") convertUntyped(check, x, stringType);
    return { type: x.type, ...length };
  }
  if (base?.kind === "list") return { type: x.type };
  if (base?.kind === "array") {
    if (x.mode !== "variable") {
      check.error(node, "not-addressable", `invalid operation: ${text} (slice of unaddressable value)`);
      return undefined;
    }
    return { type: { kind: "list", element: base.element }, ...(base.length < 0 ? {} : { length: base.length }) };
  }
  if (base?.kind === "pointer") {
    const array = underlying(base.target);
    if (array.kind === "unknown") return undefined;
    if (array.kind === "array")
      return { type: { kind: "list", element: array.element }, ...(array.length < 0 ? {} : { length: array.length }) };
  }
  check.error(
    node,
    "invalid-operation",
    `cannot slice ${text} (${describe(x)})${base === undefined ? `: ${showGoType(x.type)} has no core type` : ""}`,
  );
  return undefined;
}
