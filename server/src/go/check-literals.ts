import { unknownType } from "../types/build.ts";
import type { FieldType, Type } from "../types/type.ts";
import { assign } from "./check-assignable.ts";
import { invalid, valueOf } from "./checker.ts";
import type { Checker, Operand } from "./checker.ts";
import { floatLiteral, imaginaryLiteral, intConstant, stringConstant } from "./constants.ts";
import type { Constant } from "./constants.ts";
import { underlying } from "./check-identity.ts";
import { checkIndexValue } from "./check-index.ts";
import { isExported } from "./check-lookup.ts";
import { expressionText } from "./check-messages.ts";
import { singleValue } from "./check-operand.ts";
import { showGoType } from "./check-show.ts";
import { coreType, isInterface, untyped } from "./check-types.ts";
import type { BasicLit, CompositeLit, Expr } from "./tree.ts";

/** A literal number, character or string. */
export function checkBasicLiteral(check: Checker, node: BasicLit): Operand {
  const constant = (basis: "int" | "float" | "complex" | "rune" | "string", value: Constant): Operand => {
    return { node, mode: "constant", type: untyped(basis), value };
  };
  switch (node.token) {
    case "INT":
      if (node.value >= 1n << 512n) {
        check.error(node, "constant-overflow", "excessively long constant");
        return invalid(node);
      }
      return constant("int", intConstant(node.value));
    case "FLOAT":
      return constant("float", floatLiteral(node.raw));
    case "IMAG":
      return constant("complex", imaginaryLiteral(node.raw));
    case "CHAR":
      return constant("rune", intConstant(BigInt(node.value)));
    case "STRING":
      return constant("string", stringConstant(node.value));
  }
}

/** `T{…}`, or `{…}` inside another literal whose element type is `hint`. */
export function checkCompositeLiteral(check: Checker, node: CompositeLit, hint: Type | undefined): Operand {
  const type = node.type === undefined ? hint : literalType(check, node);
  if (type === undefined) check.error(node, "invalid-literal", "invalid composite literal type: missing type");
  let base = type === undefined ? unknownType : (coreType(type) ?? type);
  if (node.type === undefined && base.kind === "pointer") base = coreType(base.target) ?? base;
  switch (base.kind) {
    case "struct":
      checkStructElements(check, node, type!, base.fields);
      break;
    case "list":
      checkIndexedElements(check, node.elts, base.element, undefined);
      break;
    case "array":
      checkIndexedElements(check, node.elts, base.element, base.length < 0 ? undefined : base.length);
      break;
    case "dict":
      checkMapElements(check, node.elts, base);
      break;
    default:
      evaluateElements(check, node.elts);
      if (base.kind !== "unknown")
        check.error(node, "invalid-literal", `invalid composite literal type ${showGoType(type!)}`);
      return invalid(node);
  }
  return valueOf(node, type!);
}

function literalType(check: Checker, node: CompositeLit): Type {
  const type = node.type!;
  if (type.kind !== "ArrayType" || type.len?.kind !== "Ellipsis") return check.typeExpression(type);
  const element = check.typeExpression(type.elt);
  // The length is the greatest index plus one, so keys are looked at before the elements are checked.
  let next = 0;
  let length = 0;
  let known = true;
  for (const elt of node.elts) {
    if (elt.kind === "KeyValueExpr") {
      const key = singleValue(check, elt.key);
      if (key.value?.kind === "int") next = Number(key.value.value);
      else known = false;
    }
    next += 1;
    length = Math.max(length, next);
  }
  if (!known) length = -1;
  return check.recordType(type, { kind: "array", length, element });
}

/** Evaluates elements of a literal whose type is not known, so that the names in it are still resolved. */
function evaluateElements(check: Checker, elts: readonly Expr[]): void {
  for (const elt of elts) {
    const value = elt.kind === "KeyValueExpr" ? elt.value : elt;
    if (elt.kind === "KeyValueExpr" && elt.key.kind !== "Ident") evaluateElements(check, [elt.key]);
    if (value.kind === "CompositeLit" && value.type === undefined) evaluateElements(check, value.elts);
    else check.expression(value);
  }
}

function checkStructElements(check: Checker, node: CompositeLit, type: Type, fields: readonly FieldType[]): void {
  const [first] = node.elts;
  if (first === undefined) return;
  const home =
    type.kind === "named"
      ? type.symbol.module
      : type.kind === "pointer" && type.target.kind === "named"
        ? type.target.symbol.module
        : check.packagePath;
  if (first.kind === "KeyValueExpr") checkKeyedFields(check, node, type, fields, home);
  else checkPositionalFields(check, node, type, fields, home);
}

function checkKeyedFields(
  check: Checker,
  node: CompositeLit,
  type: Type,
  fields: readonly FieldType[],
  home: string,
): void {
  const seen = new Set<string>();
  for (const elt of node.elts) {
    if (elt.kind !== "KeyValueExpr") {
      check.error(elt, "invalid-literal", "mixture of field:value and value elements in struct literal");
      check.expression(elt);
      continue;
    }
    const { key } = elt;
    if (key.kind !== "Ident") {
      check.error(key, "invalid-literal", `invalid field name ${expressionText(key)} in struct literal`);
      check.expression(elt.value);
      continue;
    }
    const field = fields.find(
      (other) => other.name === key.name && (isExported(key.name) || home === check.packagePath),
    );
    const value = check.expression(elt.value, field?.type);
    if (field === undefined) {
      if (!fields.some((other) => other.embedded && other.type.kind === "unknown" && other.name === key.name)) {
        check.error(key, "missing-field", `unknown field ${key.name} in struct literal of type ${showGoType(type)}`);
      }
      continue;
    }
    if (seen.has(key.name)) check.error(key, "invalid-literal", `duplicate field name ${key.name} in struct literal`);
    seen.add(key.name);
    check.record({ node: key, mode: "variable", type: field.type });
    assign(check, value, field.type, "struct literal");
  }
}

function checkPositionalFields(
  check: Checker,
  node: CompositeLit,
  type: Type,
  fields: readonly FieldType[],
  home: string,
): void {
  for (const [i, elt] of node.elts.entries()) {
    if (elt.kind === "KeyValueExpr") {
      check.error(elt, "invalid-literal", "mixture of field:value and value elements in struct literal");
      check.expression(elt.value);
      continue;
    }
    const field = fields[i];
    const value = check.expression(elt, field?.type);
    if (field === undefined) {
      check.error(elt, "invalid-literal", `too many values in struct literal of type ${showGoType(type)}`);
      for (const rest of node.elts.slice(i + 1)) if (rest.kind !== "KeyValueExpr") check.expression(rest);
      return;
    }
    if (!isExported(field.name) && home !== check.packagePath) {
      check.error(
        elt,
        "invalid-literal",
        `implicit assignment to unexported field ${field.name} in struct literal of type ${showGoType(type)}`,
      );
    }
    assign(check, value, field.type, "struct literal");
  }
  if (node.elts.length < fields.length) {
    check.error(node, "invalid-literal", `too few values in struct literal of type ${showGoType(type)}`);
  }
}

function checkIndexedElements(check: Checker, elts: readonly Expr[], element: Type, length: number | undefined): void {
  const seen = new Set<number>();
  let next = 0;
  for (const elt of elts) {
    let value = elt;
    let known = true;
    if (elt.kind === "KeyValueExpr") {
      value = elt.value;
      const operandIndex = constantIndex(check, elt.key, length);
      known = operandIndex !== undefined;
      if (operandIndex !== undefined) next = operandIndex;
    } else if (length !== undefined && next >= length) {
      check.error(elt, "invalid-index", `index ${next} out of bounds (>= ${length})`);
    }
    if (known) {
      if (seen.has(next)) check.error(elt, "invalid-literal", `duplicate index ${next} in array or slice literal`);
      seen.add(next);
    }
    next += 1;
    assign(check, check.expression(value, element), element, "array or slice literal");
  }
}

function constantIndex(check: Checker, node: Expr, length: number | undefined): number | undefined {
  const before = check.context.unit.errors.length;
  const index = checkIndexValue(check, node, length);
  if (index === undefined && check.context.unit.errors.length === before && check.expression(node).mode !== "invalid") {
    check.error(node, "invalid-index", `index ${expressionText(node)} must be integer constant`);
  }
  return index;
}

function checkMapElements(check: Checker, elts: readonly Expr[], type: Extract<Type, { kind: "dict" }>): void {
  const seen = new Set<string>();
  for (const elt of elts) {
    if (elt.kind !== "KeyValueExpr") {
      check.error(elt, "invalid-literal", "missing key in map literal");
      check.expression(elt, type.value);
      continue;
    }
    const key = check.expression(elt.key, type.key);
    assign(check, key, type.key, "map literal");
    if (key.mode === "constant" && key.value !== undefined) {
      const text = constantKey(
        key.value,
        isInterface(type.key) || underlying(type.key).kind === "parameter" ? showGoType(key.type, true) : "",
      );
      if (text !== undefined && seen.has(text))
        check.error(elt, "invalid-literal", `duplicate key ${expressionText(elt.key)} in map literal`);
      if (text !== undefined) seen.add(text);
    }
    assign(check, check.expression(elt.value, type.value), type.value, "map literal");
  }
}

/** A text that two constants of one type share exactly when they are equal; undefined when that is not known. */
export function constantKey(value: Constant, type: string): string | undefined {
  switch (value.kind) {
    case "bool":
    case "int":
      return `${type}:${String(value.value)}`;
    case "string":
      return `${type}:${typeof value.value === "string" ? `"${value.value}` : `bytes ${value.value.join(",")}`}`;
    case "float":
      return value.value.den === 1n ? `${type}:${value.value.num}` : `${type}:${value.value.num}/${value.value.den}`;
    default:
      return undefined;
  }
}
