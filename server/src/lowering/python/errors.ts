import type * as ir from "../../ir/node.ts";
import * as build from "../../python/build.ts";
import type * as py from "../../python/tree.ts";
import { decorationOf } from "../decoration.ts";
import type { PythonLowerContext } from "../lower-context.ts";
import { heldCause } from "./error-values.ts";
import { pythonBody } from "./bodies.ts";

const nowhere = { start: 0, end: 0 } as const;

/** `raise`, for Go's `panic` too: what is no exception there becomes the message of a RuntimeError. */
export function raiseToPython(node: ir.Raise, context: PythonLowerContext): py.Statement {
  if (node.error === undefined) return build.raise();
  if (node.panics === true) return panicToPython(node.error, context);
  if (node.error.kind === "MakeError" && node.cause === undefined) {
    const { message, cause: reason } = heldCause(node.error, context);
    const [text, from] = context.expressions(reason ? [message, reason] : [message]);
    return build.raise(build.call("RuntimeError", [text!]), from);
  }
  const [error, cause] = context.expressions(node.cause ? [node.error, node.cause] : [node.error]);
  return build.raise(bareClass(node.error, error!), cause);
}

/** A panic is no error that callers handle: it passes all handlers but those that stand for `recover`. */
function panicToPython(value: ir.Expression, context: PythonLowerContext): py.Statement {
  return build.raise(
    build.call(context.helper("Panic"), [context.expression(value.kind === "Cast" ? value.operand : value)]),
  );
}

/** `raise Stop` for `raise Stop()`, where the source has it so. */
function bareClass(node: ir.Expression, lowered: py.Expression): py.Expression {
  return node.kind === "New" && node.bare === true && lowered.kind === "Call" ? lowered.func : lowered;
}

export function tryToPython(node: ir.Try, context: PythonLowerContext): py.Statement {
  const handlers = node.handlers.map((handler): py.ExceptHandler => {
    const types = handler.types.map((type) => context.type(type));
    const type = types.length === 0 ? undefined : types.length === 1 ? types[0] : build.tuple(types);
    const name = handler.binding ? context.name(handler.binding) : undefined;
    return {
      ...build.exceptHandler(type, name, pythonBody(handler.body, context), handler.origin),
      ...decorationOf(handler),
    };
  });
  const made = build.tryStatement({
    body: pythonBody(node.body, context),
    handlers,
    orelse: node.orElse.length === 0 ? [] : pythonBody(node.orElse, context),
    finalbody: node.finally.length === 0 ? [] : pythonBody(node.finally, context),
    star: node.group,
  });
  return {
    ...made,
    ...(node.elseDecoration && node.orElse.length > 0 ? { elseClause: { span: nowhere, ...node.elseDecoration } } : {}),
    ...(node.finallyDecoration && node.finally.length > 0
      ? { finallyClause: { span: nowhere, ...node.finallyDecoration } }
      : {}),
  };
}
