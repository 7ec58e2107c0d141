import {
  anyType,
  bigIntType,
  boolType,
  bytesType,
  characterType,
  complexType,
  dictOf,
  floatType,
  iteratorOf,
  listOf,
  noneType,
  setOf,
  stringType,
  tupleOf,
  unknownType,
} from "../types/build.ts";
import type { FunctionType, ParameterType, Type } from "../types/type.ts";
import { allArguments } from "./bind-visit.ts";
import { inferAttribute } from "./infer-attributes.ts";
import { inferCall } from "./infer-call-nodes.ts";
import { type Inference, meetNarrowings, withoutNone } from "./infer-context.ts";
import { elementOf, itemOf, joinAll, sliceOf } from "./infer-elements.ts";
import { entityOf, entityType } from "./infer-entities.ts";
import { applyFacts, factsOf } from "./infer-narrowing.ts";
import { binaryType, compareHints } from "./infer-operators.ts";
import { integerConstant } from "./infer-numbers.ts";
import { isVariable } from "./infer-solver.ts";
import { branchCounts, inBranch, typeTestOutcome } from "./infer-type-tests.ts";
import { assignTo } from "./infer-targets.ts";
import type { Comprehension, Constant, Expression, Lambda, Name } from "./tree.ts";

/** Infers an expression and all inside it. `expected` is what the context wants, where that is known. */
export function inferExpression(inference: Inference, node: Expression, expected?: Type): Type {
  return inference.record(node, infer(inference, node, expected));
}

function infer(inference: Inference, node: Expression, expected: Type | undefined): Type {
  switch (node.kind) {
    case "Constant":
      return constantType(node);
    case "Name":
      return nameType(inference, node);
    case "Attribute":
      return inferAttribute(inference, node);
    case "Call":
      return inferCall(inference, node, expected);
    case "BinOp": {
      const left = inferExpression(inference, node.left, expected);
      const right = inferExpression(inference, node.right, node.op === "Add" ? expected : undefined);
      return binaryType(inference, {
        node,
        op: node.op,
        left,
        right,
        leftNode: node.left,
        rightNode: node.right,
      });
    }
    case "UnaryOp":
      return unary(inference, node.op, inferExpression(inference, node.operand));
    case "BoolOp":
      return boolOperation(inference, node, expected);
    case "Compare": {
      let [left, leftNode] = [inferExpression(inference, node.left), node.left];
      for (const { op, right } of node.comparisons) {
        const rightType = inferExpression(inference, right, op === "In" || op === "NotIn" ? undefined : left);
        compareHints(inference, right, op, left, rightType, leftNode, right);
        [left, leftNode] = [rightType, right];
      }
      return boolType;
    }
    case "IfExp":
      return conditional(inference, node, expected);
    case "NamedExpr": {
      const type = inferExpression(inference, node.value);
      assignTo(inference, node.target, type);
      return type;
    }
    case "Lambda":
      return inferLambda(
        inference,
        node,
        expected?.kind === "function" ? expected.parameters.map((parameter) => parameter.type) : [],
      );
    case "Await": {
      const head = inference.head(inferExpression(inference, node.value));
      return head.kind === "awaitable" ? head.result : unknownType;
    }
    case "Yield": {
      const given = node.value ? inferExpression(inference, node.value, inference.frame.yields) : noneType;
      if (!inference.isIdle) inference.solver.flow(given, inference.frame.yields);
      return unknownType;
    }
    case "YieldFrom": {
      const type = inferExpression(inference, node.value);
      inference.solver.flow(elementOf(inference, type, node), inference.frame.yields);
      return unknownType;
    }
    case "JoinedStr":
      for (const value of node.values) if (value.kind !== "Constant") inferExpression(inference, value);
      return stringType;
    case "FormattedValue":
      inferExpression(inference, node.value);
      if (node.formatSpec) {
        inferExpression(inference, node.formatSpec);
        formatHint(inference, node.value, node.formatSpec);
      }
      return stringType;
    case "Starred":
      return inferExpression(inference, node.value);
    case "Slice":
      for (const part of [node.lower, node.upper, node.step])
        if (part) inference.solver.hint(inferExpression(inference, part), bigIntType, 3);
      return sliceType(inference);
    case "Subscript":
      return subscript(inference, node);
    default:
      return display(inference, node, expected);
  }
}

function sliceType(inference: Inference): Type {
  const slice = inference.env.library.member("builtins.slice");
  return slice?.kind === "library-class" ? { kind: "named", symbol: slice.symbol, arguments: [] } : unknownType;
}

function formatHint(inference: Inference, value: Expression, spec: Expression): void {
  if (spec.kind !== "JoinedStr") return;
  const last = spec.values.at(-1);
  if (last?.kind !== "Constant" || last.value.type !== "str") return;
  const type = inference.types.get(value);
  if (type === undefined) return;
  if (/[feEgG%]$/.test(last.value.value)) inference.solver.hint(type, floatType, 1);
  else if (/[dxXbo]$/.test(last.value.value)) inference.solver.hint(type, bigIntType, 2);
}

function constantType(node: Constant): Type {
  switch (node.value.type) {
    case "int":
      return integerConstant(node.value.value);
    case "float":
      return floatType;
    case "complex":
      return complexType;
    case "str":
      return [...node.value.value].length === 1 ? characterType : stringType;
    case "bytes":
      return bytesType;
    case "bool":
      return boolType;
    case "None":
      return noneType;
    default:
      return anyType;
  }
}

function nameType(inference: Inference, node: Name): Type {
  const key = inference.narrowKey(node);
  const narrowed = key === undefined ? undefined : inference.narrowings?.get(key);
  if (narrowed) return narrowed;
  const entity = entityOf(inference, node);
  if (entity !== undefined) return entityType(inference, entity);
  return inference.place(node)?.term ?? unknownType;
}

function unary(inference: Inference, op: string, operand: Type): Type {
  if (op === "Not") return boolType;
  const head = inference.head(operand);
  if (isVariable(head)) {
    inference.solver.hint(head, bigIntType, op === "Invert" ? 3 : 1);
    return op === "Invert" ? bigIntType : head;
  }
  if (head.kind === "bool") return bigIntType;
  if (head.kind !== "named") return head;
  const info = inference.env.classOfType(head);
  const name = op === "USub" ? "__neg__" : op === "UAdd" ? "__pos__" : "__invert__";
  const method = info?.lineage.map((decl) => decl.methods.get(name)).find((found) => found !== undefined);
  return method ? inference.slot(method.resultSlot) : head;
}

function boolOperation(
  inference: Inference,
  node: Extract<Expression, { kind: "BoolOp" }>,
  expected: Type | undefined,
): Type {
  const before = inference.copyNarrowings();
  const types: Type[] = [];
  let after = before;
  node.values.forEach((value, index) => {
    const type = inferExpression(inference, value, expected ?? types[0]);
    types.push(node.op === "Or" && index < node.values.length - 1 ? withoutNone(inference, type) : type);
    after = index === 0 ? inference.copyNarrowings() : meetNarrowings(inference, after, inference.copyNarrowings());
    if (index < node.values.length - 1) applyFacts(inference, factsOf(inference, value, node.op === "And"));
  });
  inference.narrowings = after;
  if (types.every((type) => inference.solver.shallow(type).kind === "bool")) return boolType;
  return joinAll(inference, types);
}

function conditional(
  inference: Inference,
  node: Extract<Expression, { kind: "IfExp" }>,
  expected: Type | undefined,
): Type {
  inferExpression(inference, node.test);
  const before = inference.copyNarrowings();
  applyFacts(inference, factsOf(inference, node.test, true));
  const outcome = typeTestOutcome(inference, node.test);
  const counts = [branchCounts(inference, outcome, true), branchCounts(inference, outcome, false)];
  const body = inBranch(inference, counts[0]!, () => inferExpression(inference, node.body, expected));
  inference.narrowings = before && new Map(before);
  applyFacts(inference, factsOf(inference, node.test, false));
  const orelse = inBranch(inference, counts[1]!, () => inferExpression(inference, node.orelse, expected));
  inference.narrowings = before;
  if (counts[0] && counts[1]) return inference.solver.merge(body, orelse);
  return counts[0] ? body : counts[1] ? orelse : unknownType;
}

function subscript(inference: Inference, node: Extract<Expression, { kind: "Subscript" }>): Type {
  const value = inferExpression(inference, node.value);
  const index = inferExpression(inference, node.slice);
  if (node.slice.kind === "Slice") return sliceOf(inference, node, value);
  const key = inference.narrowKey(node);
  const narrowed = key === undefined ? undefined : inference.narrowings?.get(key);
  if (narrowed) return narrowed;
  const kinds = inference.head(index);
  const members = kinds.kind === "union" ? kinds.members : [kinds];
  const slices = members.filter(
    (member) => member.kind === "named" && member.symbol.name === "slice" && member.symbol.module === "builtins",
  ).length;
  const item = slices === members.length ? unknownType : itemOf(inference, node, value, index);
  return slices === 0 ? item : inference.solver.merge(item, sliceOf(inference, node, value));
}

/** The element that the context wants a display or comprehension to have. */
function wantedElement(inference: Inference, expected: Type | undefined): Type | undefined {
  const head = expected && inference.head(expected);
  if (head === undefined) return undefined;
  return head.kind === "list" || head.kind === "set" || head.kind === "iterator" ? head.element : undefined;
}

/** The cell of an element: what the context wants, where that is settled, and else what is put in. */
function elementCell(inference: Inference, node: Expression, tag: string, wanted: Type | undefined): Type {
  const cell = inference.cell(node, tag);
  const head = wanted && inference.solver.shallow(wanted);
  if (
    head &&
    (head.kind === "float" ||
      head.kind === "optional" ||
      head.kind === "union" ||
      head.kind === "any" ||
      head.kind === "named")
  )
    inference.solver.flow(head, cell);
  return cell;
}

function display(inference: Inference, node: Expression, expected: Type | undefined): Type {
  const { solver } = inference;
  switch (node.kind) {
    case "List":
    case "Set": {
      const wanted = wantedElement(inference, expected);
      const cell = elementCell(inference, node, "element", wanted);
      for (const element of node.elts) {
        const type = inferExpression(inference, element, wanted);
        solver.flow(element.kind === "Starred" ? elementOf(inference, type, element) : type, cell);
      }
      if (node.kind === "Set") return setOf(cell);
      nestMixed(inference, cell);
      return listOf(cell);
    }
    case "Tuple":
      return tupleDisplay(inference, node.elts, expected);
    case "Dict": {
      const head = expected && inference.head(expected);
      const wanted = head?.kind === "dict" ? head : undefined;
      const [key, value] = [
        elementCell(inference, node, "key", wanted?.key),
        elementCell(inference, node, "value", wanted?.value),
      ];
      for (const item of node.items) {
        if (item.key) {
          solver.flow(inferExpression(inference, item.key, wanted?.key), key);
          solver.flow(inferExpression(inference, item.value, wanted?.value), value);
        } else {
          const spread = inference.head(inferExpression(inference, item.value));
          if (spread.kind === "dict") {
            solver.flow(spread.key, key);
            solver.flow(spread.value, value);
          }
        }
      }
      return dictOf(key, value);
    }
    case "ListComp":
    case "SetComp":
    case "GeneratorExp":
    case "DictComp":
      return comprehension(inference, node, expected);
    default:
      return unknownType;
  }
}

/** Lists among values of other kinds hold such values again: `[1, [2, [3]]]` is one list of numbers and lists, not three kinds of lists. */
function nestMixed(inference: Inference, cell: Type): void {
  const head = inference.solver.shallow(cell);
  if (head.kind !== "union") return;
  for (const member of head.members) {
    const inner = inference.solver.shallow(member);
    if (inner.kind === "list" && isVariable(inner.element)) inference.solver.unify(inner.element, cell);
  }
}

function tupleDisplay(inference: Inference, elements: readonly Expression[], expected: Type | undefined): Type {
  const wanted = expected && inference.head(expected);
  const types = elements.map((element, i) =>
    inferExpression(inference, element, wanted?.kind === "tuple" ? (wanted.elements[i] ?? wanted.rest) : undefined),
  );
  if (!elements.some((element) => element.kind === "Starred")) return tupleOf(types);
  const parts: Type[] = [];
  for (const [i, element] of elements.entries()) {
    const head = inference.head(types[i]!);
    if (element.kind !== "Starred") parts.push(types[i]!);
    else if (head.kind === "tuple" && head.rest === undefined) parts.push(...head.elements);
    else
      return {
        kind: "tuple",
        elements: [],
        rest: joinAll(
          inference,
          types.map((type, j) => (elements[j]!.kind === "Starred" ? elementOf(inference, type, elements[j]) : type)),
        ),
      };
  }
  return tupleOf(parts);
}

function comprehension(
  inference: Inference,
  node: Extract<Expression, { kind: "ListComp" | "SetComp" | "GeneratorExp" | "DictComp" }>,
  expected: Type | undefined,
): Type {
  const before = inference.copyNarrowings();
  const result = inference.inScope(node, () => {
    node.generators.forEach((part, index) => generator(inference, part, index));
    if (node.kind === "DictComp") {
      const [key, value] = [inference.cell(node, "key"), inference.cell(node, "value")];
      inference.solver.flow(inferExpression(inference, node.key), key);
      inference.solver.flow(inferExpression(inference, node.value), value);
      return dictOf(key, value);
    }
    const wanted = wantedElement(inference, expected);
    const cell = elementCell(inference, node, "element", wanted);
    inference.solver.flow(inferExpression(inference, node.elt, wanted), cell);
    return node.kind === "ListComp"
      ? listOf(cell)
      : node.kind === "SetComp"
        ? setOf(cell)
        : iteratorOf(cell, node.generators.some((part) => part.isAsync) ? "async" : "generator");
  });
  inference.narrowings = before;
  return result;
}

function generator(inference: Inference, part: Comprehension, _index: number): void {
  const iterable = inferExpression(inference, part.iter);
  assignTo(inference, part.target, elementOf(inference, iterable, part.iter));
  for (const test of part.ifs) {
    inferExpression(inference, test);
    applyFacts(inference, factsOf(inference, test, true));
  }
}

/** Infers a lambda whose parameters get these types. */
export function inferLambda(inference: Inference, node: Lambda, parameterTypes: readonly Type[]): FunctionType {
  const before = inference.copyNarrowings();
  const parameters: ParameterType[] = [];
  for (const [index, arg] of allArguments(node.args).entries()) {
    const term = inference.place(arg)?.term ?? unknownType;
    const given = parameterTypes[index];
    if (given !== undefined) inference.solver.flow(given, term);
    if (arg.default) inference.solver.flow(inferExpression(inference, arg.default), term);
    // A parameter with a default keeps a value from when the lambda is made; those who call it know nothing of it.
    if (arg.default) continue;
    const isVariadic = arg === node.args.vararg;
    parameters.push({
      name: arg.arg,
      type: isVariadic ? elementOf(inference, term, node) : term,
      ...(isVariadic && { kind: "variadic" }),
    });
  }
  const result = inference.inScope(node, () => inferExpression(inference, node.body));
  inference.narrowings = before;
  const type: FunctionType = { kind: "function", parameters, result };
  inference.lambdas.set(node, type);
  inference.types.set(node, type);
  return type;
}
