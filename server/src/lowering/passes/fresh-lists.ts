import type * as ir from "../../ir/node.ts";
import type { ProgramFacts } from "../facts.ts";
import { lender, lentArguments } from "../lent-lists.ts";

/*
 * Which lists are new, and which a call keeps or gives back, by what is known of the function.
 */

/** Whether the value is a list that was made just now. */
export function isFresh(value: ir.Expression, facts: ProgramFacts | undefined): boolean {
  switch (value.kind) {
    case "Call":
      return isFreshResult(value, facts);
    case "MethodCall":
      return facts !== undefined && isFreshResult(value, facts);
    case "Await":
      return isFresh(value.operand, facts);
    case "Variable":
    case "Field":
    case "Index":
    case "Lookup":
    case "DictGet":
    case "DictSetDefault":
    case "Dereference":
    case "ListPop":
    case "DictPop":
    case "Next":
    case "Extreme":
    case "Receive":
      return false;
    case "Slice":
      return !value.shares;
    case "Cast":
    case "Convert":
    case "AssignmentExpression":
      return isFresh(value.kind === "AssignmentExpression" ? value.value : value.operand, facts);
    case "Conditional":
      return isFresh(value.then, facts) && isFresh(value.otherwise, facts);
    case "Either":
      return isFresh(value.left, facts) && isFresh(value.right, facts);
    default:
      return true;
  }
}

/** Whether a call gives a list that nobody else holds: the function makes it, or gives back one that was made for it. */
function isFreshResult(value: ir.Call | ir.MethodCall, facts: ProgramFacts | undefined): boolean {
  const callee = lender(value);
  if (!facts || callee === undefined) return value.kind === "Call";
  return (
    !facts.lending.givesHeld(callee) &&
    facts.lending.givesArguments(callee).every((index) => {
      const given = value.arguments[index]?.value;
      return given === undefined || isFresh(given, facts);
    })
  );
}

/** The arguments that a function or method keeps; a method that nothing is known of may keep all. */
export function keptArguments(node: ir.Expression, facts: ProgramFacts | undefined): readonly ir.Expression[] {
  const values = lentArguments(node).map((argument) => argument.value);
  if (node.kind === "MethodCall") return values;
  const callee = node.kind === "Call" ? lender(node) : undefined;
  const kept = callee === undefined ? [] : (facts?.lending.keeps(callee) ?? []);
  return values.filter((_, index) => kept.includes(index));
}

/** The arguments that a call may give back. */
export function givenBack(value: ir.Expression, facts: ProgramFacts | undefined): readonly ir.Expression[] {
  const callee = lender(value);
  if (callee === undefined || !facts) return [];
  const given = lentArguments(value);
  return facts.lending.givesArguments(callee).flatMap((index) => given[index]?.value ?? []);
}
