import type * as go from "../../go/tree.ts";
import { expression } from "../../ir/build.ts";
import type * as ir from "../../ir/node.ts";
import { boolType, stringType, tupleOf } from "../../types/build.ts";
import type { Type } from "../../types/type.ts";
import type { GoLiftContext } from "../lift-context.ts";
import { Untranslatable } from "../untranslatable.ts";
import { liftGoFormat } from "./go-format.ts";

/** Whether the type is Go's `error`. */
export function isError(type: Type): boolean {
  return type.kind === "named" && type.symbol.name === "error" && type.symbol.module === "universe";
}

/** Calls of package errors, `fmt.Errorf`, and the methods of an `error`. */
export function liftErrorCall(node: go.CallExpr, context: GoLiftContext): ir.Expression | undefined {
  const target = context.analysis.callOf(node);
  const type = context.typeOf(node);
  if (target?.kind === "method" && isErrorMethod(node, context)) return textOf(node, context);
  if (target?.kind === "method" && target.receiver?.module === "fmt" && target.name === "String")
    return shownText(node, context);
  if (target?.kind !== "function") return undefined;
  if (target.packagePath === "fmt" && target.name === "Errorf") return formatted(node, type, context);
  if (target.packagePath !== "errors") return undefined;
  const [first, second] = node.args;
  switch (target.name) {
    case "New":
      return expression("MakeError", type, { message: context.expression(first!) });
    case "Is":
      return expression("ErrorIs", boolType, {
        error: context.expression(first!),
        target: context.expression(second!),
      });
    case "As":
      return errorAs(node, context);
    case "AsType": {
      const wanted = type.kind === "tuple" ? type.elements[0]! : type;
      return expression("ErrorAs", tupleOf([wanted, boolType]), { error: context.expression(first!), as: wanted });
    }
    case "Join":
      return expression("JoinErrors", type, {
        errors: node.args.map((argument) => context.expression(argument)),
        spread: node.ellipsis,
      });
    case "Unwrap":
      return expression("ErrorCause", type, { operand: context.expression(first!) });
    default:
      throw new Untranslatable(
        "error-function",
        `\`errors.${target.name ?? ""}\` is not translated; Python groups exceptions in an \`ExceptionGroup\`.`,
      );
  }
}

function isErrorMethod(node: go.CallExpr, context: GoLiftContext): boolean {
  const { fun } = node;
  return (
    fun.kind === "SelectorExpr" && fun.sel.name === "Error" && node.args.length === 0 && isError(context.typeOf(fun.x))
  );
}

/** `err.Error()` */
function textOf(node: go.CallExpr, context: GoLiftContext): ir.Expression {
  const { fun } = node;
  const value = context.expression(fun.kind === "SelectorExpr" ? fun.x : fun);
  return expression("Convert", stringType, { operand: value });
}

/** `v.String()` of a `fmt.Stringer`. */
function shownText(node: go.CallExpr, context: GoLiftContext): ir.Expression {
  const { fun } = node;
  const value = context.expression(fun.kind === "SelectorExpr" ? fun.x : fun);
  return expression("Format", stringType, { parts: [{ value, style: "goValue", verb: "%v" }] });
}

/** `fmt.Errorf(…)`; what `%w` stands for is the cause. */
function formatted(node: go.CallExpr, type: Type, context: GoLiftContext): ir.Expression {
  const [format, ...args] = node.args;
  const message = liftGoFormat(format!, args, node.ellipsis, context);
  if (message.kind !== "Format") return expression("MakeError", type, { message });
  const wrapped = message.parts.filter(
    (part): part is ir.FormatPart => typeof part !== "string" && part.specification?.type === "w",
  );
  if (wrapped.length > 1)
    throw new Untranslatable(
      "several-causes",
      "An error that wraps several others is not translated; Python groups exceptions in an `ExceptionGroup`.",
    );
  const parts = message.parts.map((part) =>
    typeof part === "string" || part.specification?.type !== "w"
      ? part
      : { ...part, style: "goValue" as const, specification: { ...part.specification, type: "v" } },
  );
  const [cause] = wrapped;
  return expression("MakeError", type, {
    message: { ...message, parts },
    ...(cause ? { cause: bare(cause.value) } : {}),
  });
}

function bare(value: ir.Expression): ir.Expression {
  return value.kind === "Cast" ? bare(value.operand) : value;
}

/** `errors.As(err, &target)` */
function errorAs(node: go.CallExpr, context: GoLiftContext): ir.Expression {
  const [error, target] = node.args;
  if (target?.kind !== "UnaryExpr" || target.op !== "&")
    throw new Untranslatable("errors-as", "`errors.As` is translated where its target is written as `&name`.");
  const variable = context.expression(target.x);
  return expression("ErrorAs", boolType, { error: context.expression(error!), target: variable, as: variable.type });
}

/** `panic(…)` as a statement. */
export function liftPanic(node: go.ExprStmt, context: GoLiftContext): ir.Statement | undefined {
  if (node.x.kind !== "CallExpr" || node.x.fun.kind !== "Ident" || node.x.fun.name !== "panic") return undefined;
  const target = context.analysis.callOf(node.x);
  const [value] = node.x.args;
  if (target?.kind !== "builtin" || value === undefined) return undefined;
  return { sort: "statement", kind: "Raise", error: context.expression(value), panics: true };
}
