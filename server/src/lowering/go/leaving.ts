import {
  breaksOf,
  canComplete,
  continuesOf,
  mapBodies,
  replaceBreaks,
  replaceContinues,
  type Body,
} from "../../ir/blocks.ts";
import { assign, boolean, breakStatement, ifStatement, localBinding, tuple, variable } from "../../ir/build.ts";
import type * as ir from "../../ir/node.ts";
import type * as go from "../../go/tree.ts";
import { boolType, noneType } from "../../types/build.ts";
import type { Binding } from "../../types/binding.ts";
import type { GoLowerContext } from "../lower-context.ts";
import { Untranslatable } from "../untranslatable.ts";
import * as build from "./syntax.ts";

/* Statements that become a function literal, and how control leaves them other than at their end. */

/** Whether a statement of the list, functions inside aside, returns or jumps out of it. */
export function leaves(body: Body): boolean {
  return hasReturn(body) || breaksOf(body).length > 0 || continuesOf(body).length > 0 || hasLabelled(body);
}

function hasReturn(body: Body): boolean {
  return body.some((statement) => statement.kind === "Return" || innerBodies(statement).some(hasReturn));
}

function hasLabelled(body: Body): boolean {
  return body.some(
    (statement) =>
      ((statement.kind === "Break" || statement.kind === "Continue") && statement.label !== undefined) ||
      statement.kind === "Goto" ||
      innerBodies(statement).some(hasLabelled),
  );
}

function innerBodies(statement: ir.Statement): readonly Body[] {
  const bodies: Body[] = [];
  mapBodies(statement, (body) => (bodies.push(body), body));
  return bodies;
}

/** How control leaves the body other than at its end, and what carries that over the function literal. */
export class Flow {
  readonly body: Body;
  readonly flags: readonly Binding[];
  /** What follows: the jumps themselves. */
  readonly after: Body;
  /** The literal gives the function's own results, since its body always returns. */
  readonly direct?:
    | {
        readonly type: ir.Expression["type"];
        readonly types: readonly ir.Expression["type"][];
        readonly several: boolean;
      }
    | undefined;
  readonly #leaving: Binding[] = [];

  /** `mayGiveResults`: the literal may have the function's results. */
  constructor(node: Pick<ir.Try, "body" | "orElse">, context: GoLowerContext, mayGiveResults = true) {
    const { enclosing } = context;
    if (hasLabelled(node.body))
      throw new Untranslatable("try-jump", "A jump to a label out of a `try` is not translated.");
    const returns = hasReturn(node.body);
    const breaks = breaksOf(node.body).length > 0;
    const continues = continuesOf(node.body).length > 0;
    const result = enclosing?.isGenerator === true ? noneType : (enclosing?.result ?? noneType);
    const several = enclosing?.several === true && result.kind === "tuple";
    if (
      mayGiveResults &&
      returns &&
      !breaks &&
      !continues &&
      !canComplete(node.body) &&
      node.orElse.length === 0 &&
      result.kind !== "none"
    ) {
      this.body = node.body;
      this.flags = [];
      this.after = [];
      this.direct = { type: result, types: several && result.kind === "tuple" ? result.elements : [result], several };
      return;
    }
    const flags: Binding[] = [];
    const after: ir.Statement[] = [];
    let body: Body = node.body;
    const flag = (name: string): Binding => {
      const binding = localBinding(name, boolType, `flow/${name}/${serial++}`);
      flags.push(binding);
      return binding;
    };
    const leave = (binding: Binding): ir.Statement[] => [
      assign(variable(binding), boolean(true)),
      { sort: "statement", kind: "Return" },
    ];
    if (returns) {
      const returned = flag("returned");
      const types = result.kind === "none" ? [] : several && result.kind === "tuple" ? result.elements : [result];
      const values = types.map((type, position) =>
        localBinding(types.length === 1 ? "result" : `result${position + 1}`, type, `flow/result/${serial++}`),
      );
      flags.unshift(...values);
      const stored = values.map((binding) => variable(binding));
      const target = several ? tuple(stored) : stored[0];
      body = replaceReturns(body, (statement) => [
        ...(statement.value && target ? [assign(target, statement.value)] : []),
        ...leave(returned),
      ]);
      after.push(
        ifStatement(variable(returned), [{ sort: "statement", kind: "Return", ...(target ? { value: target } : {}) }]),
      );
      this.#leaving.push(returned);
    }
    if (breaks) {
      const broke = flag("stopped");
      body = replaceBreaks(body, () => leave(broke));
      after.push(ifStatement(variable(broke), [breakStatement()]));
      this.#leaving.push(broke);
    }
    if (continues) {
      const skipped = flag("skipped");
      body = replaceContinues(body, () => leave(skipped));
      after.push(ifStatement(variable(skipped), [{ sort: "statement", kind: "Continue" }]));
      this.#leaving.push(skipped);
    }
    this.body = body;
    this.flags = flags;
    this.after = after;
  }

  /** The `else` of the `try` runs only where the body came to its end. */
  guardedElse(body: Body): Body {
    if (body.length === 0 || this.#leaving.length === 0) return body;
    const any = this.#leaving
      .map((binding): ir.Expression => variable(binding))
      .reduce((left, right) => ({ sort: "expression", kind: "Logical", operator: "or", left, right, type: boolType }));
    return [ifStatement({ sort: "expression", kind: "Not", operand: any, type: boolType }, body)];
  }
}

let serial = 0;

function replaceReturns(body: Body, replace: (statement: ir.Return) => Body): Body {
  return body.flatMap((statement): Body =>
    statement.kind === "Return"
      ? replace(statement)
      : [mapBodies(statement, (inner) => replaceReturns(inner, replace))],
  );
}

/** The jumps out of the body, behind it. Where it always leaves (`isLast`), nothing follows them. */
export function jumpsOf(flow: Flow, isLast: boolean): Body {
  const [only, ...others] = flow.after;
  return isLast && only?.kind === "If" && others.length === 0 ? only.then : flow.after;
}

/** The declarations of what carries control, and results, over the literal. */
export function declarationsOf(flow: Flow, context: GoLowerContext): readonly go.Stmt[] {
  return flow.flags.map((binding) =>
    binding.type.kind === "bool" && binding.id.startsWith("flow/")
      ? build.define(context.name(binding), build.ident("false"))
      : build.declare(context.name(binding), context.type(binding.type)),
  );
}
