import { isOnSuper } from "../../python/super-call.ts";
import { expression } from "../../ir/build.ts";
import type * as ir from "../../ir/node.ts";
import type * as py from "../../python/tree.ts";
import { stringType } from "../../types/build.ts";
import type { NamedType, Type } from "../../types/type.ts";
import type { PythonLiftContext } from "../lift-context.ts";
import { Untranslatable } from "../untranslatable.ts";

/** The type as that of an exception, if it is one. */
export function exceptionType(type: Type): NamedType | undefined {
  return type.kind === "named" && type.symbol.form === "exception" ? type : undefined;
}

/** The error that a `raise` gives: a class stands for an instance of it without arguments. */
export function liftRaised(node: py.Expression, context: PythonLiftContext): ir.Expression {
  const type = context.typeOf(node);
  const instance = type.kind === "class" ? exceptionType(type.instance) : undefined;
  return instance ? expression("New", instance, { arguments: [], bare: true }) : context.expression(node);
}

/** `ValueError("…")`: an instance of one of the library's exceptions. */
export function liftExceptionCall(node: py.Call, context: PythonLiftContext): ir.Expression | undefined {
  const target = context.analysis.callOf(node);
  if (target?.kind === "library-method" && (target.name === "__init__" || target.name === "__str__"))
    return superCall(node, target.name, context);
  if (target?.kind !== "builtin" && target?.kind !== "library") return undefined;
  const type = exceptionType(context.typeOf(node));
  const callee = context.typeOf(node.func);
  if (type === undefined || callee.kind !== "class") return undefined;
  return expression("New", type, { arguments: plainArguments(node, context) });
}

/** `super().__init__(…)` and `super().__str__()` of a class whose base is an exception of the library. */
function superCall(
  node: py.Call,
  method: "__init__" | "__str__",
  context: PythonLiftContext,
): ir.Expression | undefined {
  const { func } = node;
  if (!isOnSuper(func)) return undefined;
  const base = exceptionType(context.typeOf(func.value));
  if (base === undefined) return undefined;
  const receiver = expression("NoneLiteral", base, {});
  return expression("MethodCall", method === "__init__" ? { kind: "none" } : stringType, {
    receiver,
    method,
    symbol: base.symbol,
    arguments: plainArguments(node, context),
    viaSuper: true,
  });
}

function plainArguments(node: py.Call, context: PythonLiftContext): readonly ir.Argument[] {
  return [
    ...node.args.map((argument): ir.Argument =>
      argument.kind === "Starred"
        ? { value: context.expression(argument.value), spread: "positional" }
        : { value: context.expression(argument) },
    ),
    ...node.keywords.map((keyword): ir.Argument =>
      keyword.arg === undefined
        ? { value: context.expression(keyword.value), spread: "keywords" }
        : { value: context.expression(keyword.value), name: keyword.arg },
    ),
  ];
}

/** The classes that an `except` clause names. */
export function handlerTypes(node: py.Expression | undefined, context: PythonLiftContext): readonly Type[] {
  if (node === undefined) return [];
  const parts = node.kind === "Tuple" ? node.elts : [node];
  return parts.map((part) => {
    const type = context.typeOf(part);
    const instance = type.kind === "class" ? exceptionType(type.instance) : undefined;
    if (instance === undefined)
      throw new Untranslatable(
        "handler-class",
        `\`${context.source(part)}\` is not known to be an exception class, so its handler is not translated.`,
      );
    return instance;
  });
}
