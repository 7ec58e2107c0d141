import type { Type } from "../types/type.ts";
import type { PythonAnalysis } from "./analysis-api.ts";
import type { Expression, FunctionDef, PythonNode } from "./tree.ts";
import { walk } from "./walk.ts";

/*
 * A copy of a function is used with values of one type, so that what it asks of their type has one answer, and the other branch is not there.
 */

/** Kinds of values that have no kinds below them, by the names that Python gives their classes. */
const kinds: Readonly<Record<string, Type["kind"]>> = {
  list: "list",
  dict: "dict",
  set: "set",
  str: "string",
  tuple: "tuple",
  int: "int",
  float: "float",
  bool: "bool",
};
const plain: ReadonlySet<Type["kind"]> = new Set([
  "list",
  "dict",
  "set",
  "string",
  "tuple",
  "int",
  "float",
  "bool",
  "iterator",
  "function",
]);

/** The answers of the type tests in a definition that have only one. */
export function settledTests(definition: FunctionDef, analysis: PythonAnalysis): ReadonlyMap<PythonNode, boolean> {
  const found = new Map<PythonNode, boolean>();
  walk(definition, (node) => {
    if (node.kind !== "Call" || node.func.kind !== "Name" || node.func.id !== "isinstance" || node.args.length !== 2)
      return;
    const [subject, classes] = node.args;
    const wanted = classesOf(classes!);
    const type = analysis.typeOf(subject!);
    if (!wanted || !isSettled(type)) return;
    if (subject!.kind !== "Name" && subject!.kind !== "Subscript") return;
    // Truth values are integers.
    found.set(node, wanted.includes(type.kind) || (type.kind === "bool" && wanted.includes("int")));
  });
  return found;
}

function isSettled(type: Type): boolean {
  if (type.kind === "float" && type.mixed) return false;
  // What else lists hold may be of any kind; a list is a list all the same.
  return plain.has(type.kind);
}

function classesOf(node: Expression): readonly Type["kind"][] | undefined {
  if (node.kind === "Tuple") {
    const each = node.elts.map(classesOf);
    return each.every((one) => one !== undefined) ? each.flat() : undefined;
  }
  const kind = node.kind === "Name" ? kinds[node.id] : undefined;
  return kind && [kind];
}

/** What a condition always gives; undefined where that depends. */
export function settledCondition(test: PythonNode, answers: ReadonlyMap<PythonNode, boolean>): boolean | undefined {
  const known = answers.get(test);
  if (known !== undefined) return known;
  if (test.kind === "UnaryOp" && test.op === "Not") {
    const inner = settledCondition(test.operand, answers);
    return inner === undefined ? undefined : !inner;
  }
  if (test.kind !== "BoolOp") return undefined;
  const deciding = test.op === "Or";
  const values = test.values.map((value) => settledCondition(value, answers));
  if (values[0] === deciding) return deciding;
  return values.every((value) => value === !deciding) ? !deciding : undefined;
}
