import type * as go from "../../go/tree.ts";
import { assign, tuple } from "../../ir/build.ts";
import type * as ir from "../../ir/node.ts";
import { walk } from "../../ir/walk.ts";
import { boolType } from "../../types/build.ts";
import type { Binding } from "../../types/binding.ts";
import type { Type } from "../../types/type.ts";
import { isExternalCall } from "../external.ts";
import type { GoLiftContext } from "../lift-context.ts";
import { Untranslatable } from "../untranslatable.ts";

/** Lifts `=` and `:=`, the comma-ok forms and several results included. */
export function liftGoAssignment(node: go.AssignStmt, context: GoLiftContext): ir.Assign {
  const declares = node.tok === ":=" ? newBindings(node.lhs, context) : [];
  const targets = node.lhs.map((target) => context.target(target));
  if (node.lhs.length === 1) return assign(targets[0]!, liftValue(node.lhs[0]!, node.rhs[0]!, context), declares);
  checkOrder(targets);
  if (node.rhs.length === 1) return assign(tuple(targets), severalValues(node.rhs[0]!, targets, context), declares);
  return assign(
    tuple(targets),
    tuple(node.rhs.map((value, position) => liftValue(node.lhs[position]!, value, context))),
    declares,
  );
}

function liftValue(target: go.Expr, value: go.Expr, context: GoLiftContext): ir.Expression {
  const type = target.kind === "Ident" && target.name === "_" ? context.typeOf(value) : context.typeOf(target);
  return context.coerced(value, type);
}

/** The bindings that a short declaration makes; those that the block has already are set only. */
export function newBindings(names: readonly go.Expr[], context: GoLiftContext): readonly Binding[] {
  return names.flatMap((name) => {
    if (name.kind !== "Ident" || name.name === "_") return [];
    const binding = context.bindingOf(name);
    return binding.node === undefined || binding.node === name ? [binding] : [];
  });
}

/** One expression that gives several values: a call, or a form that also says whether there was one. */
export function severalValues(node: go.Expr, targets: readonly ir.Expression[], context: GoLiftContext): ir.Expression {
  const lifted = context.expression(node);
  // What a package that is not known gives, only the variables tell.
  if (lifted.type.kind === "unknown" && isExternalCall(lifted))
    return { ...lifted, type: { kind: "tuple", elements: targets.map((target) => target.type) } };
  if (targets.length !== 2) return lifted;
  const pair = (value: Type): Type => ({ kind: "tuple", elements: [value, boolType] });
  switch (lifted.kind) {
    case "Lookup":
      return { ...lifted, missing: "commaOk", type: pair(lifted.type) };
    case "TypeAssertion":
    case "Receive":
      return lifted.type.kind === "tuple" && lifted.commaOk
        ? lifted
        : { ...lifted, commaOk: true, type: pair(lifted.type) };
    default:
      return lifted;
  }
}

/** Go finds all places before it stores anything, Python finds each when its turn comes. */
function checkOrder(targets: readonly ir.Expression[]): void {
  const set = new Set<Binding>();
  for (const target of targets) {
    if (target.kind === "Variable") {
      set.add(target.binding);
      continue;
    }
    walk(target, (node) => {
      if (node.kind === "Variable" && set.has(node.binding)) {
        throw new Untranslatable(
          "assignment-order",
          `The place of a later target depends on \`${node.binding.name}\`, which the same assignment sets; split the assignment.`,
        );
      }
    });
  }
}
