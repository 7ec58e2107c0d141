import { boolType, runeType, unknownType, wordType } from "../types/build.ts";
import type { Type } from "../types/type.ts";
import { assign } from "./check-assignable.ts";
import { assignmentTarget, declareLocal, localVariable } from "./check-assignments.ts";
import { valueOf } from "./checker.ts";
import type { Checker, Operand } from "./checker.ts";
import { identical, underlying } from "./check-identity.ts";
import { describe, expressionText } from "./check-messages.ts";
import { integerValue, settle, settleDefault, singleValue } from "./check-operand.ts";
import { showGoType } from "./check-show.ts";
import { coreString, every, isInteger, isString } from "./check-types.ts";
import { Scope } from "./scope.ts";
import type { Entity } from "./scope.ts";
import type { RangeStmt } from "./tree.ts";

interface Iteration {
  readonly key?: Type;
  readonly value?: Type;
  /** How many variables are allowed. */
  readonly most: number;
}

/** `for key, value := range x { … }`. */
export function checkRange(check: Checker, node: RangeStmt): void {
  const x = singleValue(check, node.x);
  const iteration = x.mode === "invalid" ? undefined : iterationOf(check, x);
  const unknown = iteration === undefined;
  if (iteration !== undefined) reportExtra(check, node, iteration, x);
  const scope = new Scope(check.context.scope);
  const types = unknown ? [unknownType, unknownType] : [iteration.key ?? unknownType, iteration.value ?? unknownType];
  const untypedCount = x.mode === "constant" && x.type.kind === "untyped" && isInteger(x.type);
  if (node.tok === ":=") defineVariables(check, node, scope, types, x, untypedCount);
  else assignVariables(check, node, types, x, untypedCount);
  if (untypedCount && x.type.kind === "untyped") settleDefault(check, x);
  else if (x.type.kind === "untyped") settleDefault(check, x);
  check.inScope(scope, () => check.inScope(new Scope(scope), () => check.statements(node.body.list)));
}

function reportExtra(check: Checker, node: RangeStmt, iteration: Iteration, x: Operand): void {
  const extra = [node.key, node.value][iteration.most];
  if (extra === undefined) return;
  const allowed = iteration.most === 0 ? "no iteration variables" : "only one iteration variable";
  check.error(extra, "invalid-range", `range over ${expressionText(x.node)} (${describe(x)}) permits ${allowed}`);
}

function iterationOf(check: Checker, x: Operand): Iteration | undefined {
  const base = coreString(x.type);
  switch (base?.kind) {
    case "unknown":
      return undefined;
    case "list":
    case "array":
      return { key: wordType, value: base.element, most: 2 };
    case "dict":
      return { key: base.key, value: base.value, most: 2 };
    case "channel":
      if (base.direction === "send") break;
      return { key: base.element, most: 1 };
    case "pointer": {
      const array = underlying(base.target);
      if (array.kind === "unknown") return undefined;
      if (array.kind === "array") return { key: wordType, value: array.element, most: 2 };
      break;
    }
    case "function": {
      const iteration = functionIteration(base);
      if (iteration !== undefined) return iteration;
      break;
    }
    default:
      if (base !== undefined && isString(base)) return { key: wordType, value: runeType, most: 2 };
      if (base !== undefined && isInteger(base)) return { key: x.type, most: 1 };
      if (
        x.mode === "constant" &&
        x.type.kind === "untyped" &&
        integerValue(x) !== undefined &&
        base?.kind === "untyped" &&
        base.basis === "float"
      ) {
        break;
      }
  }
  check.error(x.node, "invalid-range", `cannot range over ${expressionText(x.node)} (${describe(x)})`);
  return undefined;
}

function functionIteration(base: Extract<Type, { kind: "function" }>): Iteration | undefined {
  const [parameter] = base.parameters;
  if (base.parameters.length !== 1 || parameter === undefined || base.result.kind !== "none") return undefined;
  const yielding = coreString(parameter.type);
  if (yielding?.kind !== "function" || yielding.parameters.length > 2 || !identical(yielding.result, boolType))
    return undefined;
  const [key, value] = yielding.parameters;
  return { ...(key && { key: key.type }), ...(value && { value: value.type }), most: yielding.parameters.length };
}

function defineVariables(
  check: Checker,
  node: RangeStmt,
  scope: Scope,
  types: readonly Type[],
  x: Operand,
  untypedCount: boolean,
): void {
  const declared: Entity[] = [];
  for (const [i, left] of [node.key, node.value].entries()) {
    if (left === undefined) continue;
    if (left.kind !== "Ident") {
      check.error(left, "misplaced", `non-name ${expressionText(left)} on left side of :=`);
      continue;
    }
    let type = types[i]!;
    if (i === 0 && untypedCount) type = settleDefault(check, x).type;
    const variable = localVariable(check, left, type);
    if (type.kind === "unknown") variable.used = true;
    declared.push(variable);
    check.record({ node: left, mode: type.kind === "unknown" ? "invalid" : "variable", type });
  }
  check.inScope(scope, () => {
    for (const variable of declared) declareLocal(check, variable.node ?? node, variable);
  });
}

function assignVariables(
  check: Checker,
  node: RangeStmt,
  types: readonly Type[],
  x: Operand,
  untypedCount: boolean,
): void {
  for (const [i, left] of [node.key, node.value].entries()) {
    if (left === undefined) continue;
    const target = assignmentTarget(check, left);
    if (target === undefined || target.mode === "invalid") continue;
    if (i === 0 && untypedCount) {
      if (!every(target.type, isInteger))
        check.error(left, "invalid-range", `cannot use iteration variable of type ${showGoType(target.type)}`);
      else if (settle(check, x, target.type) !== undefined) assign(check, { ...x }, target.type, "range clause");
    } else assign(check, valueOf(left, types[i]!), target.type, "range clause");
  }
}
