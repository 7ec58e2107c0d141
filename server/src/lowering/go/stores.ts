import type * as go from "../../go/tree.ts";
import { expression } from "../../ir/build.ts";
import { isPure } from "../../ir/purity.ts";
import type * as ir from "../../ir/node.ts";
import { noneType } from "../../types/build.ts";
import { isOwnClass, methodOf } from "../../types/members.ts";
import type { GoLowerContext } from "../lower-context.ts";
import { setterKey } from "../method-key.ts";
import { specialCall } from "../special-methods.ts";
import { Untranslatable } from "../untranslatable.ts";
import { setterName } from "./interface-methods.ts";
import { setEntry } from "./ordered-maps.ts";
import * as build from "./syntax.ts";

/** The statements that store in a place by a method, the setter of a property or `__setitem__`; undefined for all other places. */
export function storeByMethod(
  target: ir.Expression,
  value: ir.Expression,
  context: GoLowerContext,
): readonly go.Stmt[] | undefined {
  if (context.names.isFaithful) return undefined;
  if (target.kind === "Field" && target.member === "property") return setProperty(target, value, context);
  if (target.kind === "Lookup" && context.facts.isOrdered(target.map.type)) return storeInOrder(target, value, context);
  if (target.kind !== "Index" || !isOwnClass(target.object.type)) return undefined;
  const call = specialCall(target.object, "__setitem__", [target.index, value]);
  if (!call)
    throw new Untranslatable(
      "assignment-target",
      `\`${target.object.type.symbol.name}\` has no \`__setitem__\`; Python raises a TypeError here.`,
    );
  return statementOf(context.expression({ ...call, type: noneType }));
}

/** Python evaluates the value before the place that it is stored in. */
function storeInOrder(target: ir.Lookup, value: ir.Expression, context: GoLowerContext): readonly go.Stmt[] {
  const [stored, map, key] = context.expressions([value, target.map, target.key]) as [go.Expr, go.Expr, go.Expr];
  const isOrderFree = isPure(value) || (isPure(target.map) && isPure(target.key));
  const held = isOrderFree ? stored : context.temporary("value", stored);
  return [setEntry(map, target.map.type, key, held, context)];
}

function setProperty(target: ir.Field, value: ir.Expression, context: GoLowerContext): readonly go.Stmt[] {
  const { type } = target.object;
  const owner = type.kind === "named" ? methodOf(type, target.name)?.owner : undefined;
  if (!owner) throw new Untranslatable("property-assignment", `The setter of \`${target.name}\` is not known here.`);
  const [object, given] = context.expressions([target.object, value]);
  const call = build.call(build.selector(object!, setterName(target.name, context)), given!);
  if (!context.facts.methodFails(owner, setterKey(target.name))) return [build.statement(call)];
  return statementOf(context.failing(call, { ...expression("NoneLiteral", noneType, {}), origin: target.origin }));
}

function statementOf(call: go.Expr): readonly go.Stmt[] {
  return call.kind === "CallExpr" ? [build.statement(call)] : [];
}

/** `place op= value` where storing calls a method: the place is read by another, so that its parts must not have effects. */
export function updateByMethod(node: ir.Update, context: GoLowerContext): readonly go.Stmt[] | undefined {
  const { target } = node;
  const isMethod =
    (target.kind === "Field" && target.member === "property") ||
    (target.kind === "Index" && isOwnClass(target.object.type));
  if (!isMethod || context.names.isFaithful) return undefined;
  const parts = target.kind === "Index" ? [target.object, target.index] : [target.object];
  if (!parts.every(isPure))
    throw new Untranslatable(
      "update-target",
      "The place on the left has effects that would happen twice; assign its parts to variables first.",
    );
  return storeByMethod(target, node.value, context);
}
