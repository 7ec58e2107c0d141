import type * as go from "../../go/tree.ts";
import { expression, expressionStatement, none, variable } from "../../ir/build.ts";
import type * as ir from "../../ir/node.ts";
import type { Binding } from "../../types/binding.ts";
import { unknownType } from "../../types/build.ts";
import type { Type } from "../../types/type.ts";
import type { GoLiftContext } from "../lift-context.ts";
import { Untranslatable } from "../untranslatable.ts";

/** Lifts a call: library rows first, then the program's functions and methods, then function values. Builtins are claimed by other constructs. */
export function liftGoCall(node: go.CallExpr, context: GoLiftContext): ir.Expression {
  const library = context.library(node);
  if (library) return context.neverFails(library) ? none(library.type) : library;
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
        ...(target.typeArguments && target.typeArguments.length > 0 ? { instantiation: target.typeArguments } : {}),
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
  if (selection?.kind === "methodExpr") {
    const [receiver, ...others] = goArguments(node, context);
    if (receiver === undefined || receiver.spread !== undefined || !isOwn)
      return expression("Call", type, { callee: context.expression(fun), arguments: goArguments(node, context) });
    return expression("MethodCall", type, {
      receiver: receiver.value,
      method: fun.sel.name,
      symbol: target.receiver,
      arguments: others,
      ...(selection.path.length > 0 ? { path: selection.path.map((step) => step.name) } : {}),
    });
  }
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

/** `T.Method` and `strings.ToUpper` as values: a function literal that makes the call. */
export function functionValue(
  node: go.SelectorExpr,
  type: Type,
  context: GoLiftContext,
  make: (args: readonly ir.Expression[]) => ir.Expression | undefined,
): ir.Closure | undefined {
  if (type.kind !== "function" || type.parameters.some((parameter) => parameter.kind === "variadic")) return undefined;
  const bindings = type.parameters.map((parameter, position): Binding => ({
    ...context.temporary(parameterName(parameter.name, position), parameter.type),
    kind: "parameter",
  }));
  const value = make(bindings.map((binding) => variable(binding)));
  if (value === undefined) return undefined;
  return expression("Closure", type, {
    parameters: bindings.map((binding) => ({ binding, type: binding.type, kind: "positional" as const })),
    result: type.result,
    body:
      type.result.kind === "none"
        ? [expressionStatement(value)]
        : [{ sort: "statement", kind: "Return", value, origin: context.origin(node) }],
    several: type.result.kind === "tuple",
  });
}

function parameterName(name: string | undefined, position: number): string {
  return name !== undefined && name !== "_" ? name : position === 0 ? "value" : `value${position + 1}`;
}
