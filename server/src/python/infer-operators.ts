import { bigIntType, boolType, floatType, listOf, setOf, stringType, unknownType } from "../types/build.ts";
import { sameType } from "../types/relations.ts";
import type { Type } from "../types/type.ts";
import type { Inference } from "./infer-context.ts";
import { constantIndex, elementOf, joinAll } from "./infer-elements.ts";
import { callMethod } from "./infer-method-calls.ts";
import { floatArithmetic, integerArithmetic } from "./infer-numbers.ts";
import { isVariable } from "./infer-solver.ts";
import { operatorMethods } from "./operator-methods.ts";
import type { BinaryOperator, CompareOperator, Expression, PythonNode } from "./tree.ts";

const rank: Partial<Record<Type["kind"], number>> = { bool: 0, int: 1, float: 2, complex: 3 };
const compareNames: Partial<Record<CompareOperator, string>> = {
  Eq: "__eq__",
  NotEq: "__ne__",
  Lt: "__lt__",
  LtE: "__le__",
  Gt: "__gt__",
  GtE: "__ge__",
};
const bitwise = new Set<BinaryOperator>(["LShift", "RShift", "BitOr", "BitXor", "BitAnd"]);

/** The operands of a binary operation and the node whose value it is. */
export interface Operation {
  readonly node: PythonNode;
  readonly op: BinaryOperator;
  readonly left: Type;
  readonly right: Type;
  readonly leftNode?: Expression;
  readonly rightNode: Expression;
}

/** The type of `left op right`. What an operator says about an operand of unknown type is noted as a hint. */
export function binaryType(inference: Inference, operation: Operation): Type {
  const [left, right] = [inference.head(operation.left), inference.head(operation.right)];
  if (isVariable(left) || isVariable(right)) return openOperation(inference, operation, left, right);
  if (left.kind === "unknown" || right.kind === "unknown" || left.kind === "any" || right.kind === "any")
    return halfKnown(operation.op, left, right);
  if (left.kind === "union" || right.kind === "union") return unionOperation(inference, operation, left, right);
  return (
    arithmetic(inference, operation, left, right) ??
    containerOperation(inference, operation, left, right) ??
    dunder(inference, operation, left, right)
  );
}

function halfKnown(op: BinaryOperator, left: Type, right: Type): Type {
  if (op === "Mod" && left.kind === "string") return stringType;
  if (op === "Add" && (left.kind === "string" || right.kind === "string")) return stringType;
  if (op === "Mult" && (left.kind === "string" || right.kind === "string")) return stringType;
  if (op === "Div" && (rank[left.kind] !== undefined || rank[right.kind] !== undefined)) return floatType;
  if (left.kind === "float" || right.kind === "float") return floatType;
  return unknownType;
}

function unionOperation(inference: Inference, operation: Operation, left: Type, right: Type): Type {
  const results: Type[] = [];
  for (const a of left.kind === "union" ? left.members : [left]) {
    for (const b of right.kind === "union" ? right.members : [right]) {
      results.push(binaryType(inference, { ...operation, left: a, right: b }));
    }
  }
  return joinAll(
    inference,
    results.filter((result) => result.kind !== "unknown"),
  );
}

function arithmetic(inference: Inference, operation: Operation, left: Type, right: Type): Type | undefined {
  const { op, rightNode } = operation;
  const [a, b] = [rank[left.kind], rank[right.kind]];
  if (a === undefined || b === undefined) return undefined;
  const wider = a >= b ? left : right;
  if (wider.kind === "complex") return wider;
  if (bitwise.has(op) && a === 0 && b === 0 && op !== "LShift" && op !== "RShift") return boolType;
  if (op === "Div") return floatType;
  if (wider.kind === "float") return floatArithmetic(op, left, right);
  if (op === "Pow") {
    const exponent = constantIndex(rightNode);
    const isNegated = exponent === undefined && rightNode.kind === "UnaryOp" && rightNode.op === "USub";
    if (isNegated || (exponent !== undefined && exponent < 0)) return floatType;
  }
  return integerArithmetic(inference, op, left, right, { left: operation.leftNode, right: rightNode });
}

function containerOperation(inference: Inference, operation: Operation, left: Type, right: Type): Type | undefined {
  const { op, node } = operation;
  if (left.kind === "string")
    return op === "Mod" || (op === "Mult" && right.kind !== "string") || (op === "Add" && right.kind === "string")
      ? stringType
      : undefined;
  if (left.kind === "bytes") return op === "Mod" || op === "Mult" || op === "Add" ? left : undefined;
  if (op === "Mult" && (left.kind === "int" || left.kind === "bool"))
    return ["list", "string", "tuple", "bytes"].includes(right.kind)
      ? repeated(inference, node, right, undefined)
      : undefined;
  if (op === "Mult" && (left.kind === "list" || left.kind === "tuple"))
    return repeated(inference, node, left, constantIndex(operation.rightNode));
  if (op === "Add" && left.kind === "list" && right.kind === "list") {
    const opened = inference.open(left, node, "sum");
    if (opened.kind === "list") {
      inference.solver.flow(right.element, opened.element);
      for (const side of [left, right]) shareLarge(inference, opened.element, side.element);
    }
    return opened;
  }
  if (op === "Add" && left.kind === "tuple" && right.kind === "tuple") {
    if (left.rest === undefined && right.rest === undefined)
      return { kind: "tuple", elements: [...left.elements, ...right.elements] };
    return {
      kind: "tuple",
      elements: [],
      rest: joinAll(inference, [
        ...left.elements,
        ...right.elements,
        ...(left.rest ? [left.rest] : []),
        ...(right.rest ? [right.rest] : []),
      ]),
    };
  }
  if (left.kind === "set" || (left.kind === "iterator" && (left.source === "keys" || left.source === "items")))
    return setOperation(inference, operation, left.element, right);
  if (left.kind === "dict" && right.kind === "dict" && (op === "BitOr" || left.variant === "counter")) {
    const opened = inference.open(left, node, "sum");
    if (opened.kind === "dict") {
      inference.solver.flow(right.key, opened.key);
      if (left.variant !== "counter") inference.solver.flow(right.value, opened.value);
    }
    return opened;
  }
  return undefined;
}

/** Where a sum of lists holds large integers, the lists that it is made of hold them too: Go's lists have elements of one form. */
function shareLarge(inference: Inference, sum: Type, element: Type): void {
  const [whole, part] = [inference.solver.shallow(sum), inference.solver.shallow(element)];
  if (isVariable(element) && whole.kind === "int" && whole.size === "large" && part.kind === "int")
    inference.solver.flow(whole, element);
}

function setOperation(inference: Inference, operation: Operation, element: Type, right: Type): Type | undefined {
  if (!["BitOr", "BitAnd", "Sub", "BitXor"].includes(operation.op)) return undefined;
  const opened = inference.open(setOf(element), operation.node, "set");
  if (opened.kind === "set" && (operation.op === "BitOr" || operation.op === "BitXor"))
    inference.solver.flow(elementOf(inference, right, operation.node), opened.element);
  return opened;
}

function repeated(inference: Inference, node: PythonNode, value: Type, count: number | undefined): Type {
  if (value.kind === "list") {
    const opened = inference.open(value, node, "repeat");
    if (opened.kind === "list") shareLarge(inference, opened.element, value.element);
    return opened;
  }
  if (value.kind !== "tuple") return value.kind === "string" ? stringType : value;
  if (count !== undefined && count >= 0 && count * value.elements.length <= 16 && value.rest === undefined) {
    return { kind: "tuple", elements: Array.from({ length: count }, () => value.elements).flat() };
  }
  return {
    kind: "tuple",
    elements: [],
    rest: joinAll(inference, [...value.elements, ...(value.rest ? [value.rest] : [])]),
  };
}

function dunder(inference: Inference, operation: Operation, left: Type, right: Type): Type {
  const name = operatorMethods[operation.op];
  const isFlags =
    bitwise.has(operation.op) && sameType(left, right) && inference.env.classOfType(left)?.form === "enum";
  if (isFlags) return left;
  if (left.kind === "named") {
    const direct = callMethod(inference, left, `__${name}__`, [operation.right], operation.node);
    if (direct !== undefined) return direct;
  }
  if (right.kind === "named")
    return callMethod(inference, right, `__r${name}__`, [operation.left], operation.node) ?? unknownType;
  if (operation.op === "Div" && (rank[left.kind] !== undefined || rank[right.kind] !== undefined)) return floatType;
  return unknownType;
}

/** One operand or both are not known: the operator and the other operand tell something. */
function openOperation(inference: Inference, operation: Operation, left: Type, right: Type): Type {
  const { op } = operation;
  const solver = inference.solver;
  if (bitwise.has(op)) {
    const other = isVariable(left) ? right : left;
    if (other.kind === "set" || other.kind === "dict") {
      solver.hint(isVariable(left) ? left : right, other, 2);
      return other;
    }
    for (const operand of [left, right]) solver.hint(operand, bigIntType, op === "LShift" || op === "RShift" ? 3 : 2);
    return bigIntType;
  }
  if (isVariable(left) && isVariable(right)) {
    if (left !== right) {
      solver.hint(left, right, 1);
      solver.hint(right, left, 1);
    }
    if (op === "Div") for (const operand of [left, right]) solver.hint(operand, floatType, 1);
    if (op === "Sub" || op === "Mult") for (const operand of [left, right]) solver.noteNumber(operand);
    return op === "Div" ? floatType : left;
  }
  const [open, known] = isVariable(left) ? [left, right] : [right, left];
  if (op === "Mod" && left.kind === "string") return stringType;
  if (op === "Mult") return openProduct(inference, open, known);
  if (rank[known.kind] !== undefined) {
    solver.hint(
      open,
      op === "Div" && known.kind !== "complex" ? floatType : known.kind === "bool" ? bigIntType : known,
      op === "Mod" || op === "FloorDiv" ? 3 : op === "Div" ? 1 : 2,
    );
    if (op === "Div" || known.kind === "float") return known.kind === "complex" ? known : floatType;
    return open;
  }
  if (op === "Add" && known.kind === "string") {
    solver.hint(open, stringType, 3);
    return stringType;
  }
  if (op === "Add" && known.kind === "list") {
    solver.hint(open, listOf(known.element), 2);
    return inference.open(known, operation.node, "sum");
  }
  if (known.kind === "named") return known === left ? dunder(inference, operation, left, right) : unknownType;
  if (op === "Sub" && known.kind === "set") solver.hint(open, known, 2);
  return op === "Sub" && known.kind === "set" ? known : unknownType;
}

function openProduct(inference: Inference, open: Type, known: Type): Type {
  if (known.kind === "float" || known.kind === "complex") {
    inference.solver.hint(open, known, 2);
    return known;
  }
  if (known.kind === "string" || known.kind === "list") {
    inference.solver.hint(open, bigIntType, 3);
    return known.kind === "string" ? stringType : known;
  }
  if (known.kind === "int") inference.solver.hint(open, bigIntType, 1);
  return known.kind === "int" ? open : unknownType;
}

/** What a comparison tells about its operands. */
export function compareHints(
  inference: Inference,
  node: PythonNode,
  op: CompareOperator,
  left: Type,
  right: Type,
  leftNode: Expression,
  rightNode: Expression,
): void {
  const [a, b] = [inference.head(left), inference.head(right)];
  if (op === "In" || op === "NotIn") {
    pointHint(inference, leftNode, rightNode);
    containmentHints(inference, node, a, b, rightNode);
    return;
  }
  if (op === "Is" || op === "IsNot") return;
  const strength = (other: Expression): 1 | 2 => (other.kind === "Constant" || other.kind === "UnaryOp" ? 2 : 1);
  if (isVariable(a)) inference.solver.hint(a, b, strength(rightNode));
  else if (isVariable(b)) inference.solver.hint(b, a, strength(leftNode));
  else inference.solver.hint(a, b, 1);
  const method = compareNames[op];
  if (a.kind === "named" && method !== undefined) callMethod(inference, a, method, [right], node);
}

/** `"." in str(x)` asks whether a number is a float, so that it may be one. */
function pointHint(inference: Inference, member: Expression, container: Expression): void {
  if (member.kind !== "Constant" || member.value.type !== "str" || member.value.value !== ".") return;
  const [shown] =
    container.kind === "Call" && container.func.kind === "Name" && container.func.id === "str" ? container.args : [];
  const type = shown && inference.types.get(shown);
  const head = type && inference.solver.shallow(type);
  if (type && head?.kind === "int" && isVariable(type)) inference.solver.flow({ ...floatType, mixed: "always" }, type);
}

function containmentHints(
  inference: Inference,
  node: PythonNode,
  member: Type,
  container: Type,
  containerNode: Expression,
): void {
  const solver = inference.solver;
  if (isVariable(container)) {
    if (member.kind === "string" && !member.character) return;
    if (!isVariable(member)) solver.hint(container, listOf(inference.cell(node, "member")), 1);
    return;
  }
  if (container.kind === "string") {
    const letters =
      containerNode.kind === "Constant" && containerNode.value.type === "str" && containerNode.value.value.length > 1;
    solver.hint(member, { kind: "string", character: true }, letters ? 2 : 1);
    return;
  }
  if (container.kind === "named") {
    callMethod(inference, container, "__contains__", [member], node);
    return;
  }
  if (["list", "set", "dict", "tuple"].includes(container.kind)) {
    const element = elementOf(inference, container, node);
    solver.hint(member, element, 2);
    solver.hint(element, member, 1);
  }
}
