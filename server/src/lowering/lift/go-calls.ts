import type * as go from "../../go/tree.ts";
import { expression } from "../../ir/build.ts";
import type * as ir from "../../ir/node.ts";
import { unknownType } from "../../types/build.ts";
import type { Type } from "../../types/type.ts";
import type { GoLiftContext } from "../lift-context.ts";
import { Untranslatable } from "../untranslatable.ts";

/** Lifts a call: library rows first, then the program's functions and methods, then function values. Builtins are claimed by other constructs. */
export function liftGoCall(node: go.CallExpr, context: GoLiftContext): ir.Expression {
  const library = context.library(node);
  if (library) return library;
  const target = context.analysis.callOf(node);
  const type = context.typeOf(node);
  const isOwn = target?.packagePath === undefined || target.packagePath === "";
  switch (target?.kind) {
    case "conversion":
      return expression("Convert", type, { operand: context.expression(node.args[0]!) });
    case "builtin":
      throw new Untranslatable("builtin", `The builtin \`${target.name ?? ""}\` is not translated here.`);
    case "method":
      return methodCall(node, type, isOwn, context);
    case "function":
      if (!isOwn)
        return expression("UnknownCall", type, {
          path: `${target.packagePath}.${target.name ?? ""}`,
          arguments: goArguments(node, context),
        });
      return expression("Call", type, {
        callee: calleeOf(node.fun, context),
        arguments: goArguments(node, context),
        ...(target.typeArguments && isInstantiated(node.fun) ? { typeArguments: target.typeArguments } : {}),
      });
    default:
      return expression("Call", type, {
        callee: calledName(node.fun, context),
        arguments: goArguments(node, context),
      });
  }
}

function calledName(fun: go.Expr, context: GoLiftContext): ir.Expression {
  if (fun.kind === "Ident" && !context.analysis.bindingOf(fun))
    return expression("ExternalName", unknownType, { package: "", qualifier: "", name: fun.name, role: "function" });
  const callee = context.expression(fun);
  return callee.kind === "ExternalName" ? { ...callee, role: "function" } : callee;
}

function isInstantiated(fun: go.Expr): boolean {
  return fun.kind === "IndexExpr" || fun.kind === "IndexListExpr";
}

/** The function itself, without the type arguments that stand behind it. */
function calleeOf(fun: go.Expr, context: GoLiftContext): ir.Expression {
  return context.expression(
    isInstantiated(fun) && (fun.kind === "IndexExpr" || fun.kind === "IndexListExpr") ? fun.x : fun,
  );
}

function methodCall(node: go.CallExpr, type: Type, isOwn: boolean, context: GoLiftContext): ir.Expression {
  const target = context.analysis.callOf(node)!;
  const fun = node.fun.kind === "ParenExpr" ? node.fun.x : node.fun;
  if (fun.kind !== "SelectorExpr")
    return expression("Call", type, { callee: context.expression(node.fun), arguments: goArguments(node, context) });
  const selection = context.analysis.selectionOf(fun);
  if (selection?.kind === "methodExpr")
    return expression("Call", type, { callee: context.expression(fun), arguments: goArguments(node, context) });
  const receiver = context.expression(fun.x);
  if (!isOwn)
    return expression("UnknownCall", type, { path: fun.sel.name, receiver, arguments: goArguments(node, context) });
  return expression("MethodCall", type, {
    receiver,
    method: fun.sel.name,
    symbol: target.receiver,
    arguments: goArguments(node, context),
    ...(selection && selection.path.length > 0 ? { path: selection.path.map((step) => step.name) } : {}),
  });
}

/** The arguments, each as its parameter needs it. */
export function goArguments(node: go.CallExpr, context: GoLiftContext): readonly ir.Argument[] {
  const parameters = context.analysis.callOf(node)?.signature?.parameters ?? [];
  const [only] = node.args;
  if (node.args.length === 1 && only?.kind === "CallExpr" && context.typeOf(only).kind === "tuple")
    return [{ value: context.expression(only), spread: "positional" }];
  return node.args.map((argument, position): ir.Argument => {
    const parameter = parameters[Math.min(position, parameters.length - 1)];
    const isSpread = node.ellipsis && position === node.args.length - 1;
    if (isSpread) return { value: context.expression(argument), spread: "positional" };
    return { value: parameter ? context.coerced(argument, parameter.type) : context.expression(argument) };
  });
}
