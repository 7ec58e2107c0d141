import type * as go from "../../go/tree.ts";
import { localBinding } from "../../ir/build.ts";
import type * as ir from "../../ir/node.ts";
import { forEachChild } from "../../ir/walk.ts";
import { boolType } from "../../types/build.ts";
import type { EnclosingFunction, GoLowerContext } from "../lower-context.ts";
import * as build from "./syntax.ts";

/*
 * A part of a generator that becomes a function literal of its own: where the caller wants no more values, the literal is left first, so that its
 * deferred calls run, and then the generator.
 */

type Stop = NonNullable<EnclosingFunction["stop"]>;

/** What the `yield`s in the body set, which is about to become a literal; undefined without any. */
export function stopOf(body: readonly ir.Statement[], context: GoLowerContext): Stop | undefined {
  const { enclosing } = context;
  if (enclosing?.isGenerator !== true && enclosing?.stop === undefined) return undefined;
  if (!body.some(hasYield)) return undefined;
  const withErrors = enclosing.stop?.withErrors ?? enclosing.yieldsErrors !== undefined;
  return { flag: localBinding("done", boolType, `stop/${serial++}`), withErrors };
}

let serial = 0;

function hasYield(node: ir.Node): boolean {
  if (node.kind === "Yield") return node.block === undefined;
  if (node.kind === "Closure" || node.kind === "Function") return false;
  let found = false;
  forEachChild(node, (child) => void (found ||= hasYield(child)));
  return found;
}

/** The declaration of the flag, before the literal. */
export function stopDeclaration(stop: Stop | undefined, context: GoLowerContext): readonly go.Stmt[] {
  return stop ? [build.define(context.name(stop.flag), build.ident("false"))] : [];
}

/** What a `yield` does where no more values are wanted. */
export function stopping(context: GoLowerContext): readonly go.Stmt[] {
  const { enclosing } = context;
  const leave = build.returnStatement(...(enclosing?.fails === true ? [build.ident("nil")] : []));
  const flag = enclosing?.stop?.flag;
  return flag ? [build.assign(build.ident(context.name(flag)), build.ident("true")), leave] : [leave];
}

/** Behind the literal: leaves what is around it too. */
export function afterStop(stop: Stop | undefined, context: GoLowerContext): readonly go.Stmt[] {
  return stop ? [build.ifStatement(build.ident(context.name(stop.flag)), stopping(context))] : [];
}
