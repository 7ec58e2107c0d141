import { anyType, byteType, noneType, wordType } from "../types/build.ts";
import type { Type } from "../types/type.ts";
import { assign } from "./check-assignable.ts";
import { invalid, valueOf } from "./checker.ts";
import type { Checker, Operand } from "./checker.ts";
import { bytesOf, intConstant } from "./constants.ts";
import { compareConstants } from "./constants-arithmetic.ts";
import { typeSetOf, identical, underlying } from "./check-identity.ts";
import { checkUnsafe } from "./check-unsafe.ts";
import { complexBuiltin, partBuiltin } from "./check-complex.ts";
import { isValidIndex } from "./check-index.ts";
import { describe, expressionText } from "./check-messages.ts";
import { matchOperands, requireValue, settleDefault, singleValue } from "./check-operand.ts";
import { showGoType } from "./check-show.ts";
import {
  coreString,
  coreType,
  every,
  isByteSlice,
  isOrdered,
  isParameter,
  isString,
  isUntypedNil,
} from "./check-types.ts";
import type { CallExpr, Expr } from "./tree.ts";

/** The least and the greatest number of arguments. */
const argumentCounts: Readonly<Record<string, readonly [number, number]>> = {
  append: [1, Infinity],
  cap: [1, 1],
  clear: [1, 1],
  close: [1, 1],
  complex: [2, 2],
  copy: [2, 2],
  delete: [2, 2],
  imag: [1, 1],
  len: [1, 1],
  make: [1, 3],
  max: [1, Infinity],
  min: [1, Infinity],
  new: [1, 1],
  panic: [1, 1],
  print: [0, Infinity],
  println: [0, Infinity],
  real: [1, 1],
  recover: [0, 0],
};

/** A call of the predeclared function `name`. */
export function checkBuiltin(check: Checker, node: CallExpr, name: string): Operand {
  if (name.startsWith("unsafe.")) return checkUnsafe(check, node, name.slice(7));
  if (node.ellipsis && name !== "append") {
    check.error(node, "misplaced", `invalid operation: invalid use of ... with built-in ${name}`);
    for (const argument of node.args) check.expression(argument);
    return invalid(node);
  }
  if (name === "make") return checkMake(check, node);
  if (name === "new") return checkNew(check, node);
  const args = evaluate(check, node);
  if (!checkCount(check, node, name, args.length)) return invalid(node);
  if (args.some((operand) => operand.mode === "invalid")) return afterInvalid(node, name, args);
  return calls[name]?.(check, node, args, name) ?? invalid(node);
}

function evaluate(check: Checker, node: CallExpr): Operand[] {
  const [only] = node.args;
  if (node.args.length !== 1 || only === undefined) return node.args.map((argument) => singleValue(check, argument));
  const operand = check.expression(only);
  if (operand.mode === "value" && operand.type.kind === "tuple")
    return operand.type.elements.map((type) => valueOf(only, type));
  return [requireValue(check, operand)];
}

function checkCount(check: Checker, node: CallExpr, name: string, count: number): boolean {
  const [least, most] = argumentCounts[name] ?? [0, Infinity];
  if (count >= least && count <= most) return true;
  const problem = count < least ? "not enough" : "too many";
  check.error(
    node,
    "argument-count",
    `${problem} arguments for ${expressionText(node)} (expected ${count < least ? least : most}, found ${count})`,
  );
  return false;
}

/** Some results do not depend on the arguments that could not be understood. */
function afterInvalid(node: CallExpr, name: string, args: readonly Operand[]): Operand {
  if (name === "len" || name === "cap" || name === "copy") return valueOf(node, wordType);
  if (name === "append" && args[0]!.mode !== "invalid") return valueOf(node, args[0]!.type);
  return calls[name] !== undefined && noResult.has(name) ? { node, mode: "novalue", type: noneType } : invalid(node);
}

const noResult: ReadonlySet<string> = new Set(["clear", "close", "delete", "panic", "print", "println"]);

type BuiltinRule = (check: Checker, node: CallExpr, args: Operand[], name: string) => Operand;

const nothing = (node: CallExpr): Operand => ({ node, mode: "novalue", type: noneType });

function complain(check: Checker, node: CallExpr, operand: Operand, text: string): Operand {
  check.error(
    operand.node,
    "invalid-operation",
    `invalid argument: ${expressionText(operand.node)} (${describe(operand)}) ${text}`,
  );
  return invalid(node);
}

const calls: Readonly<Record<string, BuiltinRule>> = {
  append: checkAppend,
  cap: checkLength,
  len: checkLength,
  clear: (check, node, [x]) => {
    const clearable = every(x!.type, (base) => base.kind === "dict" || base.kind === "list");
    return clearable ? nothing(node) : complain(check, node, x!, "must be a map or slice");
  },
  close: (check, node, [x]) => {
    if (!every(x!.type, (base) => base.kind === "channel")) return complain(check, node, x!, "is not a channel");
    const open = every(x!.type, (base) => base.kind === "channel" && base.direction !== "receive");
    return open ? nothing(node) : complain(check, node, x!, "must not be a receive-only channel");
  },
  complex: complexBuiltin,
  real: partBuiltin,
  imag: partBuiltin,
  copy: checkCopy,
  delete: (check, node, [x, key]) => {
    const core = isParameter(x!.type) ? mapOf(x!.type) : underlying(x!.type);
    if (core?.kind === "unknown") return nothing(node);
    if (core?.kind !== "dict") return complain(check, node, x!, "is not a map");
    assign(check, key!, core.key, "argument to delete");
    return nothing(node);
  },
  max: checkExtreme,
  min: checkExtreme,
  panic: (check, node, [x]) => {
    assign(check, x!, anyType, "argument to panic");
    return nothing(node);
  },
  print: checkPrint,
  println: checkPrint,
  recover: (_check, node) => valueOf(node, anyType),
};

function mapOf(type: Type): Type | undefined {
  const maps = (typeSetOf(type).terms ?? []).map((term) => underlying(term.type));
  const [first] = maps;
  return first?.kind === "dict" && maps.every((other) => other.kind === "dict" && identical(other.key, first.key))
    ? first
    : undefined;
}

function checkPrint(check: Checker, node: CallExpr, args: Operand[]): Operand {
  for (const operand of args) assign(check, operand, undefined, "argument to built-in print");
  return nothing(node);
}

function checkAppend(check: Checker, node: CallExpr, args: Operand[]): Operand {
  const [slice, ...values] = args;
  if (isUntypedNil(slice!.type)) {
    check.error(slice!.node, "invalid-operation", "first argument to append must be a typed slice; have untyped nil");
    return invalid(node);
  }
  const core = coreString(slice!.type);
  if (core?.kind === "unknown") return valueOf(node, slice!.type);
  const [second] = values;
  const textual = core !== undefined && (isByteSlice(core) || (isParameter(slice!.type) && isString(core)));
  if (node.ellipsis && textual && values.length === 1 && second !== undefined) {
    const text = coreString(second.type);
    if (text !== undefined && isString(text)) {
      if (second.type.kind === "untyped") settleDefault(check, second);
      return valueOf(node, slice!.type);
    }
  }
  if (core?.kind !== "list") return complain(check, node, slice!, "is not a slice");
  if (node.ellipsis && values.length !== 1) {
    check.error(node, "misplaced", "can only use ... with final argument in list");
    return valueOf(node, slice!.type);
  }
  for (const operand of values)
    assign(
      check,
      operand,
      node.ellipsis ? { kind: "list", element: core.element } : core.element,
      "argument to append",
    );
  return valueOf(node, slice!.type);
}

function checkCopy(check: Checker, node: CallExpr, args: Operand[]): Operand {
  const [to, from] = args;
  const target = coreType(to!.type);
  const source = coreString(from!.type);
  if (target?.kind === "unknown" || source?.kind === "unknown") return valueOf(node, wordType);
  if (target?.kind !== "list") return complain(check, node, to!, "is not a slice");
  if (source !== undefined && isString(source)) {
    if (from!.type.kind === "untyped") settleDefault(check, from!);
    if (isByteSlice(target)) return valueOf(node, wordType);
  } else if (source?.kind !== "list") return complain(check, node, from!, "is not a slice");
  const element = source?.kind === "list" ? source.element : byteType;
  if (!identical(target.element, element)) {
    check.error(
      node,
      "mismatched-types",
      `invalid argument: arguments to copy ${expressionText(to!.node)} and ${expressionText(from!.node)} have different element types ${showGoType(target.element)} and ${showGoType(element)}`,
    );
  }
  return valueOf(node, wordType);
}

function checkLength(check: Checker, node: CallExpr, args: Operand[], name: string): Operand {
  const [x] = args;
  const base = underlying(x!.type);
  const array = base.kind === "pointer" ? underlying(base.target) : base;
  if (array.kind === "unknown") return valueOf(node, wordType);
  if (name === "len" && isString(base)) {
    const text = x!.mode === "constant" && x!.value?.kind === "string" ? x!.value.value : undefined;
    settleDefault(check, x!);
    if (text === undefined) return valueOf(node, wordType);
    return { node, mode: "constant", type: wordType, value: intConstant(BigInt(bytesOf(text).length)) };
  }
  if (array.kind === "array") {
    if (mayHaveEffects(node.args[0]!, check)) return valueOf(node, wordType);
    const value = array.length < 0 ? ({ kind: "unknown" } as const) : intConstant(BigInt(array.length));
    return { node, mode: "constant", type: wordType, value };
  }
  const measurable = every(x!.type, (kind) => hasLength(kind, name));
  return measurable ? valueOf(node, wordType) : complain(check, node, x!, `for built-in ${name}`);
}

function hasLength(base: Type, name: string): boolean {
  if (base.kind === "pointer") return underlying(base.target).kind === "array";
  if (base.kind === "array" || base.kind === "list" || base.kind === "channel") return true;
  return name === "len" && (base.kind === "dict" || isString(base));
}

/** Whether the expression has a call or a receive, so that its length is no constant. */
function mayHaveEffects(node: Expr, check: Checker): boolean {
  switch (node.kind) {
    case "CallExpr":
      return check.facts.expressions.get(node)?.mode !== "constant" && !namesConversion(node, check);
    case "UnaryExpr":
      return node.op === "<-" || mayHaveEffects(node.x, check);
    case "ParenExpr":
    case "SelectorExpr":
    case "StarExpr":
    case "SliceExpr":
    case "TypeAssertExpr":
      return mayHaveEffects(node.x, check);
    case "IndexExpr":
      return mayHaveEffects(node.x, check) || mayHaveEffects(node.index, check);
    case "BinaryExpr":
      return mayHaveEffects(node.x, check) || mayHaveEffects(node.y, check);
    case "CompositeLit":
      return node.elts.some((elt) => mayHaveEffects(elt.kind === "KeyValueExpr" ? elt.value : elt, check));
    default:
      return false;
  }
}

function namesConversion(node: Extract<Expr, { kind: "CallExpr" }>, check: Checker): boolean {
  return (
    check.facts.calls.get(node)?.kind === "conversion" && !node.args.some((argument) => mayHaveEffects(argument, check))
  );
}

function checkExtreme(check: Checker, node: CallExpr, args: Operand[], name: string): Operand {
  for (const operand of args)
    if (!every(operand.type, isOrdered)) return complain(check, node, operand, "cannot be ordered");
  let [result] = args as [Operand];
  for (const operand of args.slice(1)) {
    if (!matchOperands(check, result, operand) || !identical(result.type, operand.type)) {
      check.error(
        operand.node,
        "mismatched-types",
        `invalid argument: mismatched types ${showGoType(result.type)} (previous argument) and ${showGoType(operand.type)} (type of ${expressionText(operand.node)})`,
      );
      return invalid(node);
    }
    if (
      result.mode === "constant" &&
      operand.mode === "constant" &&
      result.value !== undefined &&
      operand.value !== undefined
    ) {
      const less = compareConstants("<", operand.value, result.value);
      if (less === (name === "min")) result = operand;
    } else result = { ...result, mode: "value", value: undefined };
  }
  // Every untyped argument takes the type that all of them agreed on.
  if (result.type.kind !== "untyped")
    for (const operand of args) if (operand.type.kind === "untyped") assign(check, operand, result.type, "argument");
  if (result.mode === "constant") return { node, mode: "constant", type: result.type, value: result.value };
  if (result.type.kind === "untyped") for (const operand of args) settleDefault(check, operand);
  return valueOf(node, result.type.kind === "untyped" ? args[0]!.type : result.type);
}

function checkNew(check: Checker, node: CallExpr): Operand {
  const [argument] = node.args;
  if (!checkCount(check, node, "new", node.args.length) || argument === undefined) return invalid(node);
  const operand = check.expression(argument);
  if (operand.mode === "type") return valueOf(node, { kind: "pointer", target: operand.type });
  if (operand.mode === "invalid") return invalid(node);
  if (!assign(check, operand, undefined, "argument to new")) return invalid(node);
  return valueOf(node, { kind: "pointer", target: operand.type });
}

function checkMake(check: Checker, node: CallExpr): Operand {
  const [typeNode, ...sizes] = node.args;
  if (typeNode === undefined) {
    check.error(node, "argument-count", "not enough arguments for make() (expected 1, found 0)");
    return invalid(node);
  }
  const type = check.typeExpression(typeNode);
  const core = coreType(type);
  const bounds = sizes.map((size) => isValidIndex(check, singleValue(check, size), undefined));
  if (core?.kind === "unknown") return type.kind === "unknown" ? invalid(node) : valueOf(node, type);
  if (core?.kind !== "list" && core?.kind !== "dict" && core?.kind !== "channel") {
    check.error(
      typeNode,
      "invalid-operation",
      `invalid argument: cannot make ${expressionText(typeNode)}; type must be slice, map, or channel`,
    );
    return invalid(node);
  }
  const least = core.kind === "list" ? 1 : 0;
  if (sizes.length < least || sizes.length > least + 1) {
    const problem = sizes.length < least ? "expects at least" : "expects at most";
    check.error(
      node,
      "argument-count",
      `invalid operation: ${expressionText(node)} ${problem} ${1 + (sizes.length < least ? least : least + 1)} arguments; found ${node.args.length}`,
    );
  }
  const [length, capacity] = bounds;
  if (length !== undefined && capacity !== undefined && length > capacity) {
    check.error(sizes[0]!, "invalid-index", `invalid argument: length and capacity swapped`);
  }
  return valueOf(node, type);
}
