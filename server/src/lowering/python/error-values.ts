import type * as ir from "../../ir/node.ts";
import { variable } from "../../ir/build.ts";
import * as build from "../../python/build.ts";
import type * as py from "../../python/tree.ts";
import type { Binding } from "../../types/binding.ts";
import type { NamedType, Type } from "../../types/type.ts";
import type { PythonLowerContext } from "../lower-context.ts";
import { boxedClass, isErrorClass } from "./defined-types.ts";
import { Untranslatable } from "../untranslatable.ts";

/** Error types of Go's library that have a class in Python. */
const libraryErrors: ReadonlySet<string> = new Set(["strconv.NumError"]);

/** The exception class that an error type of Go is in Python; undefined where it is none. */
export function exceptionClass(type: Type): NamedType | undefined {
  const bare = type.kind === "pointer" ? type.target : type;
  if (bare.kind === "named" && libraryErrors.has(`${bare.symbol.module}.${bare.symbol.name}`)) return bare;
  if (bare.kind !== "named" || bare.symbol.module !== "") return undefined;
  return bare.symbol.underlying?.kind === "struct" || (boxedClass(bare) && isErrorClass(bare)) ? bare : undefined;
}

/** A new exception with a message. As a value it takes its cause along; a `raise` names the cause itself. */
export function makeError(node: ir.MakeError, context: PythonLowerContext): py.Expression {
  if (node.cause === undefined) return build.call("RuntimeError", [context.expression(node.message)]);
  const { message, cause } = heldCause(node, context);
  const [text, reason] = context.expressions([message, cause!]);
  return build.call(context.helper("wrap_error"), [text!, reason!]);
}

/** The message and the cause, which is shown in the message as well: one that is made here is kept in a variable. */
export function heldCause(node: ir.MakeError, context: PythonLowerContext): Pick<ir.MakeError, "message" | "cause"> {
  const { message, cause } = node;
  if (cause === undefined || cause.kind === "Variable" || message.kind !== "Format") return { message, cause };
  const binding: Binding = {
    name: "cause",
    kind: "local",
    id: `cause/${node.origin?.ranges[0]?.span.start ?? 0}`,
    type: cause.type,
    captured: false,
    assignments: 1,
    reads: 2,
  };
  context.emit(build.assign(build.name(context.name(binding)), context.expression(cause)));
  const held = variable(binding);
  const isCause = (value: ir.Expression): boolean =>
    value === cause || (value.kind === "Cast" && isCause(value.operand));
  return {
    message: {
      ...message,
      parts: message.parts.map((part) =>
        typeof part !== "string" && isCause(part.value) ? { ...part, value: held } : part,
      ),
    },
    cause: held,
  };
}

/** Whether the error, or one that it wraps, is the target. */
export function errorIs(node: ir.ErrorIs, context: PythonLowerContext): py.Expression {
  const [error, target] = context.expressions([node.error, node.target]);
  return build.call(context.helper("error_is"), [error!, target!]);
}

/** `target := find_error(err, Class)`, and whether it was found. */
export function errorAs(node: ir.ErrorAs, context: PythonLowerContext): py.Expression {
  const type = exceptionClass(node.as);
  if (type === undefined)
    throw new Untranslatable("errors-as", "`errors.As` is translated for error types that are structs.");
  const found = (error: py.Expression): py.Expression =>
    build.call(context.helper("find_error"), [error, context.type(type)]);
  if (node.target === undefined) {
    const name = context.temporary("found", found(context.expression(node.error)));
    return build.tuple([name, build.compare(name, "IsNot", build.none())]);
  }
  if (node.target.kind !== "Variable")
    throw new Untranslatable("errors-as", "`errors.As` is translated where its target is a variable.");
  const error = context.expression(node.error);
  return build.compare(build.namedExpr(context.name(node.target.binding), found(error)), "IsNot", build.none());
}

/** One error of several. */
export function joinErrors(node: ir.JoinErrors, context: PythonLowerContext): py.Expression {
  const errors = context.expressions(node.errors);
  return build.call(context.helper("join_errors"), node.spread ? [build.starred(errors[0]!)] : errors);
}

/** `outcome(lambda: int(s), 0)`: the results and the error side by side. */
export function outcome(node: ir.Outcome, context: PythonLowerContext): py.Expression {
  const { value, emitted } = context.capture(() => context.expression(node.operand));
  if (emitted.length > 0)
    throw new Untranslatable(
      "error-value",
      "The error of this call is not tested where it stands; in Python the call raises an exception.",
    );
  const types = node.type.kind === "tuple" ? node.type.elements.slice(0, -1) : [];
  const zeros = types.map((type) => context.zero(type));
  const call = build.lambda(build.parameters([]), value);
  if (types.length > 1) return build.call(context.helper("outcomes"), [call, ...zeros]);
  return build.call(context.helper(types.length === 0 ? "error_of" : "outcome"), [call, ...zeros]);
}
