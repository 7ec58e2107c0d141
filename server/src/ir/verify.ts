import type { Binding } from "../types/binding.ts";
import type { Declaration, Expression, Node } from "./node.ts";
import { bodiesOf } from "./blocks.ts";
import { forEachChild } from "./walk.ts";

/** One way in which IR breaks its own rules: always a defect of a construct or pass. */
export interface Violation {
  readonly rule: string;
  readonly node: Node;
}

const targetKinds: ReadonlySet<string> = new Set([
  "Variable",
  "Field",
  "Index",
  "Lookup",
  "Slice",
  "Dereference",
  "TupleLiteral",
  "ListLiteral",
  "Spread",
  "OpaqueExpression",
]);
const loopKinds: ReadonlySet<string> = new Set(["While", "Loop", "ForEach"]);
const breakable: ReadonlySet<string> = new Set([...loopKinds, "Switch", "TypeSwitch", "Select", "Match"]);

/**
 * Checks what must hold after lifting and after each pass: expressions stand where expressions belong and have types; targets can be assigned to;
 * booleans are tested; break and continue have a loop; DefaultArgument and Spread stand only where they mean something; a binding begins at most once in
 * a list and the lists around it (in lists side by side it may begin again).
 */
export function verify(declaration: Declaration): readonly Violation[] {
  const violations: Violation[] = [];
  const begun = new Map<Binding, object[]>();
  const report = (rule: string, node: Node): void => void violations.push({ rule, node });
  const begin = (binding: Binding, node: Node, scopes: readonly object[]): void => {
    const earlier = begun.get(binding) ?? [];
    if (earlier.some((scope) => scopes.includes(scope))) report(`the binding ${binding.name} begins twice`, node);
    const own = scopes.at(-1);
    if (own) begun.set(binding, [...earlier, own]);
  };
  const visit = (node: Node, inLoop: boolean, inBreakable: boolean, scopes: readonly object[]): void => {
    const head = node.kind === "ForEach" ? [...scopes, node] : scopes;
    checkNode(node, inLoop, inBreakable, report, (binding, at) => begin(binding, at, head));
    const isFunction = node.kind === "Function" || node.kind === "Closure";
    const loop = isFunction ? false : inLoop || loopKinds.has(node.kind);
    const leave = isFunction ? false : inBreakable || breakable.has(node.kind);
    const lists = node.sort === "statement" ? bodiesOf(node) : "body" in node ? [node.body] : [];
    forEachChild(node, (child) => {
      const list = lists.find((body) => (body as readonly Node[]).includes(child));
      visit(child, loop, leave, list ? [...head, list] : head);
    });
  };
  visit(declaration, false, false, [declaration]);
  return violations;
}

function checkNode(
  node: Node,
  inLoop: boolean,
  inBreakable: boolean,
  report: (rule: string, node: Node) => void,
  begin: (binding: Binding, node: Node) => void,
): void {
  if (node.sort === "expression" && (node.type as unknown) === undefined) report("an expression has a type", node);
  switch (node.kind) {
    case "Assign":
      for (const target of node.targets) checkTarget(target, report);
      for (const binding of node.declares) begin(binding, node);
      break;
    case "ForEach":
      checkTarget(node.target, report);
      for (const binding of node.declares) begin(binding, node);
      break;
    case "Declare":
      begin(node.binding, node);
      break;
    case "Update":
      checkTarget(node.target, report);
      break;
    case "If":
    case "While":
      checkCondition(node.test, report);
      break;
    case "Conditional":
      checkCondition(node.test, report);
      break;
    case "Logical":
      checkCondition(node.left, report);
      checkCondition(node.right, report);
      break;
    case "Not":
      checkCondition(node.operand, report);
      break;
    case "Truth":
      if (node.operand.type.kind === "bool") report("Truth is not put around a boolean", node);
      break;
    case "Continue":
      if (!inLoop) report("continue stands in a loop", node);
      break;
    case "Break":
      if (!inBreakable) report("break stands in a loop or switch", node);
      break;
  }
}

function checkTarget(target: Expression, report: (rule: string, node: Node) => void): void {
  if (!targetKinds.has(target.kind)) report(`${target.kind} is no target of an assignment`, target);
  if (target.kind === "TupleLiteral" || target.kind === "ListLiteral")
    target.elements.forEach((element) => checkTarget(element, report));
  if (target.kind === "Spread") checkTarget(target.operand, report);
}

/** A condition is a boolean, or of a type that nothing is known of. */
function checkCondition(test: Expression, report: (rule: string, node: Node) => void): void {
  const type = test.type.kind === "named" ? (test.type.symbol.underlying ?? test.type) : test.type;
  if (!["bool", "unknown", "any"].includes(type.kind) && !(type.kind === "untyped" && type.basis === "bool"))
    report(`a condition is a boolean, not ${type.kind}`, test);
}
