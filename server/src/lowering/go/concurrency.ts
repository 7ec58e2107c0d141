import type * as go from "../../go/tree.ts";
import type * as ir from "../../ir/node.ts";
import type { Type } from "../../types/type.ts";
import type { GoLowerContext } from "../lower-context.ts";
import { Untranslatable } from "../untranslatable.ts";
import { callWithResults } from "./calls.ts";
import * as build from "./syntax.ts";
import { withKeptOperands } from "./tasks.ts";

const units: readonly (readonly [name: string, nanoseconds: bigint])[] = [
  ["Hour", 3_600_000_000_000n],
  ["Minute", 60_000_000_000n],
  ["Second", 1_000_000_000n],
  ["Millisecond", 1_000_000n],
  ["Microsecond", 1_000n],
  ["Nanosecond", 1n],
];

/** A number of seconds, or a `time.Duration` itself, as a `time.Duration`. */
export function durationOf(seconds: ir.Expression, context: GoLowerContext): go.Expr {
  if (seconds.kind === "IntegerLiteral") return literalDuration(seconds.value * 1_000_000_000n);
  if (seconds.kind === "FloatLiteral") return literalDuration(BigInt(Math.round(seconds.value * 1e9)));
  const value = context.expression(seconds);
  if (seconds.type.kind === "named") return value;
  const isInteger = seconds.type.kind === "int";
  const unit = build.packageMember("time", "Second");
  if (isInteger) return build.binary(build.call(build.packageMember("time", "Duration"), value), "*", unit);
  return build.call(build.packageMember("time", "Duration"), build.binary(value, "*", build.call("float64", unit)));
}

function literalDuration(nanoseconds: bigint): go.Expr {
  if (nanoseconds === 0n) return build.integer(0);
  const [name, size] = units.find(([, one]) => nanoseconds % one === 0n)!;
  const unit = build.packageMember("time", name);
  return nanoseconds === size ? unit : build.binary(build.integer(nanoseconds / size), "*", unit);
}

/** What runs on its own: the call, whose operands are evaluated where it is started, and whether it gives an error. */
export interface Job {
  readonly call: go.Expr;
  readonly fails: boolean;
  readonly result: Type;
}

/** The coroutine that an expression makes, ready to be run in a goroutine. */
export function jobOf(node: ir.Expression, context: GoLowerContext): Job {
  const result = node.type.kind === "awaitable" ? node.type.result : node.type;
  if (node.kind === "Sleep")
    return { call: build.libraryCall("time", "Sleep", durationOf(node.seconds, context)), fails: false, result };
  if (node.kind === "Call" || node.kind === "MethodCall") {
    if (result.kind === "tuple")
      throw new Untranslatable(
        "task-results",
        "A coroutine that gives a tuple is not started on its own; give its results a class.",
      );
    const call = withKeptOperands(node, context);
    return { call: callWithResults(call, context), fails: context.fails(node), result };
  }
  throw new Untranslatable(
    "coroutine-value",
    "This coroutine is not written as a call here, so that it cannot be started in a goroutine.",
  );
}

/** A function literal without parameters. */
export function thunk(statements: readonly go.Stmt[], ...results: readonly go.Expr[]): go.FuncLit {
  return build.functionLiteral([], results, build.block(statements));
}

/** Says what coroutines that run side by side do to each other that goroutines would do in another order, or at the same time. */
export function reportSharing(coroutines: readonly ir.Expression[], node: ir.Node, context: GoLowerContext): void {
  const effects = context.facts.sharedEffects(coroutines);
  if (effects.has("prints"))
    context.report(node, {
      severity: "mark",
      code: "task-order",
      message:
        "The coroutines print while they run side by side; Python's event loop interleaves them in a fixed order, goroutines in any. Collect what they print, or print results when all are done.",
    });
  if (effects.has("mutates"))
    context.report(node, {
      severity: "mark",
      code: "data-race",
      message:
        "The coroutines change data that others can see; Python switches between them only at `await`, goroutines at any time. Protect the data with a sync.Mutex, or let each give a result.",
    });
}
