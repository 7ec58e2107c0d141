import { assign, expressionStatement, localBinding, variable } from "../../ir/build.ts";
import { bodiesOf, mapBodies, type Body } from "../../ir/blocks.ts";
import { isTotal } from "../../ir/purity.ts";
import type * as ir from "../../ir/node.ts";
import { forEachChild, mapChildren } from "../../ir/walk.ts";
import type { Binding } from "../../types/binding.ts";
import type { Type } from "../../types/type.ts";
import type { Pass } from "./pass.ts";

/*
 * Go refuses a variable that nothing reads. What only stores in one becomes `_`, or goes where the value has no effect either. An update (`x += 1`)
 * counts as a use, as it does for Go's compiler.
 */

export const unusedPass: Pass = {
  name: "unused",
  reason: "Go refuses to compile a variable that nothing reads.",
  from: "python",
  to: "go",
  run: (declarations) =>
    declarations.map((declaration) => {
      const inner = mapChildren(declaration, intoFunctions);
      return inner.kind === "Function" || inner.kind === "TopLevel" ? { ...inner, body: cleaned(inner.body) } : inner;
    }),
};

/** Statement lists are cleaned from the outside in, since a variable's uses may stand in lists further in. */
function intoFunctions(node: ir.Node): ir.Node {
  if (node.sort === "statement") {
    const inner = mapChildren<ir.Statement>(node, intoFunctions);
    return mapBodies(inner, cleaned);
  }
  const inner = mapChildren(node, intoFunctions);
  if (inner.kind === "Function" || inner.kind === "Closure") return { ...inner, body: cleaned(inner.body) };
  return inner;
}

/** Removes the variables that begin in this very list and are not read behind that place. */
export function cleaned(body: Body): Body {
  let current = body.flatMap(withoutLoopVariables);
  for (const [binding, scope] of beginnings(current)) {
    if (isRead(scope, binding)) continue;
    current = current.flatMap((statement) => withoutVariable(statement, binding));
  }
  return current;
}

/** Two loops may each declare the same variable, so one that does not read it says nothing about the other. */
function withoutLoopVariables(statement: ir.Statement): Body {
  if (statement.kind !== "ForEach") return [statement];
  const unread = statement.declares.filter((binding) => !isRead([statement], binding));
  return unread.reduce<Body>((left, binding) => left.flatMap((each) => withoutVariable(each, binding)), [statement]);
}

/** The variables that begin in the list, with the statements in which they are visible. */
function beginnings(body: Body): readonly (readonly [Binding, Body])[] {
  return body.flatMap((statement, position): readonly (readonly [Binding, Body])[] => {
    const rest = body.slice(position);
    if (statement.kind === "Assign") return statement.declares.map((binding) => [binding, rest] as const);
    if (statement.kind === "Declare") return [[statement.binding, rest] as const];
    if (
      statement.kind === "LocalDeclaration" &&
      statement.declaration.kind === "Function" &&
      statement.declared !== true
    )
      return [[statement.declaration.binding, rest] as const];
    return [];
  });
}

function isRead(body: Body, binding: Binding): boolean {
  let read = false;
  const target = (node: ir.Expression): void => {
    if (node.kind === "Variable") return;
    if (node.kind === "TupleLiteral") node.elements.forEach(target);
    else if (node.kind === "Spread") target(node.operand);
    else visit(node);
  };
  const visit = (node: ir.Node): void => {
    if (read) return;
    if (node.kind === "Variable") read = node.binding === binding;
    else if (node.kind === "Assign") {
      visit(node.value);
      node.targets.forEach(target);
      bodiesOf(node).forEach(visitList);
    } else if (node.kind === "ForEach") {
      target(node.target);
      visit(node.iterable);
      [node.body, node.orElse].forEach(visitList);
    } else if (
      node.kind === "LocalDeclaration" &&
      node.declaration.kind === "Function" &&
      node.declaration.binding === binding
    ) {
      // A function that only calls itself is not used.
      return;
    } else if (node.sort === "statement") {
      const lists = bodiesOf(node);
      const inner = new Set<ir.Node>(lists.flat());
      forEachChild(node, (child) => void (inner.has(child) || visit(child)));
      lists.forEach(visitList);
    } else forEachChild(node, visit);
  };
  const visitList = (list: Body): void => {
    for (const statement of list) {
      if (!redeclares(statement, binding)) visit(statement);
      else if (statement.kind === "ForEach") visit(statement.iterable);
      else return visit(statement.value);
    }
  };
  const [beginning, ...rest] = body;
  if (beginning) visit(beginning);
  visitList(rest);
  return read;
}

/** Whether the statement begins the variable anew, so that what it reads from there on is not the one of the list further out. */
function redeclares(statement: ir.Statement, binding: Binding): statement is ir.Assign | ir.ForEach {
  return (statement.kind === "Assign" || statement.kind === "ForEach") && statement.declares.includes(binding);
}

function withoutVariable(statement: ir.Statement, binding: Binding): Body {
  switch (statement.kind) {
    case "Declare":
      if (binding.kind === "function") return [statement];
      return statement.binding === binding ? (statement.value ? discard(statement.value, statement) : []) : [statement];
    case "Assign":
      return withoutTarget(statement, binding);
    case "ForEach": {
      const declares = statement.declares.filter((other) => other !== binding);
      return [innerLists({ ...statement, target: blanked(statement.target, binding), declares }, binding)];
    }
    case "LocalDeclaration":
      if (statement.declaration.kind !== "Function" || statement.declaration.binding !== binding) return [statement];
      return [statement, assign(blank(binding.type), variable(binding))];
    default:
      return [innerLists(statement, binding)];
  }
}

function innerLists(statement: ir.Statement, binding: Binding): ir.Statement {
  return mapBodies(statement, (inner) => {
    const end = inner.findIndex((each) => each.kind === "Assign" && redeclares(each, binding));
    const visible = end < 0 ? inner : inner.slice(0, end);
    const rest = end < 0 ? [] : inner.slice(end);
    const cleared = visible.flatMap((each) => (redeclares(each, binding) ? [each] : withoutVariable(each, binding)));
    return [...cleared, ...rest];
  });
}

function withoutTarget(statement: ir.Assign, binding: Binding): Body {
  const declares = statement.declares.filter((other) => other !== binding);
  const targets = statement.targets.map((target) => blanked(target, binding));
  const rest = innerLists(statement, binding) as ir.Assign;
  if (targets.every((target, position) => target === statement.targets[position])) return [rest];
  const kept = targets.filter((target) => !isBlank(target));
  if (kept.length > 0) return [{ ...rest, targets: kept, declares }];
  return discard(statement.value, rest);
}

/** The value alone, where evaluating it does anything. */
function discard(value: ir.Expression, statement: ir.Assign | ir.Declare): Body {
  const { origin, leading, trailing, blankBefore } = statement;
  const decoration = {
    ...(leading ? { leading } : {}),
    ...(trailing ? { trailing } : {}),
    ...(blankBefore ? { blankBefore } : {}),
    ...(origin ? { origin } : {}),
  };
  if (statement.kind === "Assign" && statement.failure)
    return [{ ...assign(blank(value.type), value), ...decoration, failure: statement.failure }];
  if (isTotal(value) || isFresh(value))
    return leading || trailing ? [{ sort: "statement", kind: "Empty", ...decoration }] : [];
  if (value.kind === "Call" || value.kind === "MethodCall") return [{ ...expressionStatement(value), ...decoration }];
  return [{ ...assign(blank(value.type), value), ...decoration }];
}

/** A new collection of things that have no effect. */
function isFresh(value: ir.Expression): boolean {
  switch (value.kind) {
    case "ListLiteral":
    case "SetLiteral":
    case "TupleLiteral":
      return value.elements.every((element) => isTotal(element) || isFresh(element));
    case "DictLiteral":
      return value.entries.every(
        (entry) =>
          entry.key !== undefined &&
          (isTotal(entry.key) || isFresh(entry.key)) &&
          (isTotal(entry.value) || isFresh(entry.value)),
      );
    case "Closure":
      return true;
    default:
      return false;
  }
}

function blank(type: Type): ir.Variable {
  return variable(localBinding("_", type, "_"));
}

function isBlank(target: ir.Expression): boolean {
  if (target.kind === "Variable")
    return target.binding.name === "_" && target.binding.reads <= 1 && target.binding.id === "_";
  return target.kind === "TupleLiteral" && target.elements.every(isBlank);
}

function blanked(target: ir.Expression, binding: Binding): ir.Expression {
  if (target.kind === "Variable") return target.binding === binding ? blank(target.type) : target;
  if (target.kind === "TupleLiteral") {
    const elements = target.elements.map((element) => blanked(element, binding));
    return elements.every((element, position) => element === target.elements[position])
      ? target
      : { ...target, elements };
  }
  if (target.kind === "Spread") {
    const operand = blanked(target.operand, binding);
    return operand === target.operand ? target : { ...target, operand };
  }
  return target;
}
