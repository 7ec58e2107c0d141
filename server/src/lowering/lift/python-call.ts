import { isOnSuper } from "../../python/super-call.ts";
import { expression } from "../../ir/build.ts";
import { isPure } from "../../ir/purity.ts";
import type * as ir from "../../ir/node.ts";
import type { CallTarget, ConstructorParameter, FunctionNode, MatchedArgument } from "../../python/analysis-api.ts";
import type * as py from "../../python/tree.ts";
import { named, unknownType } from "../../types/build.ts";
import type { Type, TypeSymbol } from "../../types/type.ts";
import { isOwnClass } from "../../types/members.ts";
import { hasUnknown } from "../../types/relations.ts";
import type { PythonLiftContext } from "../lift-context.ts";
import { specialCall } from "../special-methods.ts";
import { defaultOf, keywordDict, spreadArguments } from "./python-spread.ts";
import { Untranslatable } from "../untranslatable.ts";
import { factoryValue } from "./python-fields.ts";
import { typeParametersOf } from "./python-functions.ts";

/** Lifts a call: library rows first, then classes, methods and functions of the program, then function values. Builtins are claimed by other constructs. */
export function liftPythonCall(node: py.Call, context: PythonLiftContext): ir.Expression {
  const library = context.library(node);
  if (library) return library;
  const target = context.analysis.callOf(node);
  const type = context.typeOf(node);
  const called = calledObject(node, type, context) ?? replaced(node, target, context);
  if (called) return called;
  switch (target?.kind) {
    case "function":
      return expression("Call", type, {
        callee: context.expression(node.func),
        arguments: argumentsFor(node, target, target.node, context),
      });
    case "method":
      return methodCall(node, target, type, context);
    case "class":
      if (isSuperInit(node)) return superInit(target.symbol, constructorArguments(node, target, context));
      return expression("New", type.kind === "named" ? type : named(target.symbol), {
        arguments: constructorArguments(node, target, context),
      });
    case "value":
      return expression("Call", type, {
        callee: context.expression(node.func),
        arguments: plainArguments(node, target, context),
      });
    case "builtin":
    case "library":
      return expression("UnknownCall", type, { path: target.name, arguments: plainArguments(node, target, context) });
    case "library-method":
      return expression("UnknownCall", type, {
        path: target.name,
        receiver: context.expression(target.receiver),
        arguments: plainArguments(node, target, context),
      });
    default:
      if (isSuperInit(node)) return superInit(undefined, []);
      return expression("Call", type, {
        callee: calledName(node.func, context),
        arguments: plainArguments(node, undefined, context),
      });
  }
}

function calledName(func: py.Expression, context: PythonLiftContext): ir.Expression {
  if (func.kind !== "Name" || context.analysis.bindingOf(func)) return context.expression(func);
  return expression("ExternalName", unknownType, { package: "", qualifier: "", name: func.id, role: "function" });
}

/** `obj(…)` where the class of the object has a `__call__`. */
function calledObject(node: py.Call, type: Type, context: PythonLiftContext): ir.Expression | undefined {
  if (!isOwnClass(context.typeOf(node.func)) || node.keywords.length > 0) return undefined;
  if (node.args.some((arg) => arg.kind === "Starred")) return undefined;
  return specialCall(
    context.expression(node.func),
    "__call__",
    node.args.map((arg) => context.expression(arg)),
    type,
  );
}

/** `dataclasses.replace(obj, x=…)` and `obj._replace(x=…)`: a new object with the other fields of the old one. */
function replaced(
  node: py.Call,
  target: CallTarget | undefined,
  context: PythonLiftContext,
): ir.Expression | undefined {
  const isMethod = node.func.kind === "Attribute" && node.func.attr === "_replace" && node.args.length === 0;
  const isFunction = target?.kind === "library" && target.name === "dataclasses.replace" && node.args.length === 1;
  const object = isMethod && node.func.kind === "Attribute" ? node.func.value : isFunction ? node.args[0] : undefined;
  const type = object && context.typeOf(object);
  if (!object || !type || !isOwnClass(type) || node.keywords.some((keyword) => keyword.arg === undefined))
    return undefined;
  const definition = context.analysis.classOf(type.symbol);
  const fields = definition && context.analysis.constructorFields(definition);
  const lifted = context.expression(object);
  if (!fields || fields.some((field) => field.initOnly) || !isPure(lifted)) return undefined;
  const given = new Map(node.keywords.map((keyword) => [keyword.arg!, keyword.value]));
  return expression("New", type, {
    arguments: fields.map((field) => {
      const value = given.get(field.name);
      return {
        value: value
          ? context.coerced(value, field.type)
          : expression("Field", field.type, { object: lifted, name: field.name, member: "field" }),
      };
    }),
  });
}

/** `super().__init__(…)` */
function isSuperInit(node: py.Call): boolean {
  return isOnSuper(node.func) && node.func.attr === "__init__";
}

/** The call of an initializer that is made from the fields of a base, or of that of `object`, which does nothing. */
function superInit(symbol: TypeSymbol | undefined, args: readonly ir.Argument[]): ir.MethodCall {
  return expression(
    "MethodCall",
    { kind: "none" },
    {
      receiver: expression("NoneLiteral", { kind: "none" }, {}),
      method: "__init__",
      symbol,
      arguments: args,
      viaSuper: true,
    },
  );
}

function methodCall(
  node: py.Call,
  target: Extract<CallTarget, { kind: "method" }>,
  type: Type,
  context: PythonLiftContext,
): ir.Expression {
  const args = argumentsFor(node, target, target.node, context);
  const { func } = node;
  if (target.through === "super") {
    const receiver = expression("NoneLiteral", named(target.symbol), {});
    return expression("MethodCall", type, {
      receiver,
      method: target.node.name,
      symbol: target.symbol,
      arguments: args,
      viaSuper: true,
    });
  }
  if (target.receiver)
    return expression("MethodCall", type, {
      receiver: context.expression(target.receiver),
      method: target.node.name,
      symbol: target.symbol,
      arguments: args,
    });
  if (func.kind !== "Attribute")
    throw new Untranslatable("method-value", "This call of a method through a variable is not translated.");
  if (target.through === "class" && target.flavour === "instance") {
    // `Base.method(self, …)`: the receiver is the first argument.
    const [first] = node.args;
    const isOwn = first?.kind === "Name" && func.value.kind === "Name" && isInherited(first, target.symbol, context);
    if (isOwn)
      return expression("MethodCall", type, {
        receiver: expression("NoneLiteral", named(target.symbol), {}),
        method: target.node.name,
        symbol: target.symbol,
        arguments: args,
        viaSuper: true,
      });
    if (!first)
      throw new Untranslatable("method-value", "This call of a method through its class has no object to act on.");
    return expression("MethodCall", type, {
      receiver: context.expression(first),
      method: target.node.name,
      symbol: target.symbol,
      arguments: args,
    });
  }
  return expression("MethodCall", type, {
    receiver: context.expression(func.value),
    method: target.node.name,
    symbol: target.symbol,
    arguments: args,
  });
}

/** `Base.method(self)` in a derived class is what `super().method()` is. */
function isInherited(receiver: py.Name, symbol: TypeSymbol, context: PythonLiftContext): boolean {
  const type = context.typeOf(receiver);
  if (type.kind !== "named" || type.symbol === symbol) return false;
  const kind = context.analysis.bindingOf(receiver)?.kind;
  if (kind === "receiver" || receiver.id === "self") return true;
  throw new Untranslatable(
    "method-value",
    `\`${symbol.name}\`'s own version of this method is called on another class's object; Go calls the method of the object.`,
  );
}

function constructorArguments(
  node: py.Call,
  target: Extract<CallTarget, { kind: "class" }>,
  context: PythonLiftContext,
): readonly ir.Argument[] {
  if (target.initializer) return argumentsFor(node, target, target.initializer, context);
  if (target.irregular) return plainArguments(node, target, context);
  reportOrder(node, target.arguments, context);
  if (target.fields) return fieldArguments(target.arguments, target.fields, context);
  return target.arguments.flatMap((argument): readonly ir.Argument[] =>
    argument.values.map((value) => ({
      value: context.coerced(value, argument.type),
      ...(argument.name === undefined || argument.parameterKind === "variadic" ? {} : { name: argument.name }),
    })),
  );
}

/** The arguments of a constructor that is made from fields, in their order, defaults included. */
function fieldArguments(
  matched: readonly MatchedArgument[],
  fields: readonly ConstructorParameter[],
  context: PythonLiftContext,
): readonly ir.Argument[] {
  const given = new Map(matched.map((argument) => [argument.name, argument]));
  let isNamed = false;
  return fields.map((field): ir.Argument => {
    const argument = given.get(field.name);
    const value = argument?.values[0];
    isNamed ||= field.keywordOnly || value === undefined;
    if (argument && value)
      return { value: context.coerced(value, argument.type), ...(isNamed ? { name: field.name } : {}) };
    return { value: fieldDefault(field, context) };
  });
}

function fieldDefault(field: ConstructorParameter, context: PythonLiftContext): ir.Expression {
  const value = field.default
    ? context.coerced(field.default, field.type)
    : field.factory && factoryValue(field.factory, field.type, context);
  if (!value)
    throw new Untranslatable(
      "missing-argument",
      `The call gives no value for \`${field.name}\`; Python raises a TypeError here.`,
    );
  return expression("DefaultArgument", field.type, { parameter: field.name, value });
}

/** The arguments of a known function in the order of its parameters, defaults included. */
function argumentsFor(
  node: py.Call,
  target: { readonly arguments: readonly MatchedArgument[]; readonly irregular: boolean },
  definition: FunctionNode,
  context: PythonLiftContext,
): readonly ir.Argument[] {
  if (target.irregular) return spreadArguments(node, definition, context) ?? plainArguments(node, target, context);
  reportOrder(node, target.arguments, context);
  const given = new Map(target.arguments.map((argument) => [argument.name, argument]));
  let isNamed = false;
  return context.analysis.functionFacts(definition).parameters.flatMap((parameter): readonly ir.Argument[] => {
    const argument = given.get(parameter.name);
    const name = isNamed || parameter.kind === "keyword" ? { name: parameter.name } : {};
    if (parameter.kind === "variadic")
      return (argument?.values ?? []).map((value) => ({ value: context.coerced(value, parameter.type) }));
    if (parameter.kind === "keywords")
      return [{ value: keywordDict(argument, parameter, context), spread: "keywords" }];
    if (!argument?.values[0]) {
      isNamed = true;
      return [{ value: defaultOf(parameter, context) }];
    }
    return [{ value: context.coerced(argument.values[0], wantedType(parameter.type, argument.type)), ...name }];
  });
}

/** The type that an argument is converted to: what the call makes of the parameter's type parameters. */
function wantedType(declared: Type, given: Type): Type {
  return typeParametersOf([declared]).length > 0 && !hasUnknown(given) ? given : declared;
}

/** Arguments as they stand, for callees whose parameters are not known or that are spread. */
function plainArguments(
  node: py.Call,
  target: { readonly arguments: readonly MatchedArgument[]; readonly irregular: boolean } | undefined,
  context: PythonLiftContext,
): readonly ir.Argument[] {
  const types =
    target && !target.irregular ? target.arguments.flatMap((argument) => argument.values.map(() => argument.type)) : [];
  const positional = node.args.map((arg, position): ir.Argument => {
    if (arg.kind === "Starred") return { value: context.expression(arg.value), spread: "positional" };
    const type = types[position];
    return { value: type ? context.coerced(arg, type) : context.expression(arg) };
  });
  const keywords = node.keywords.map((keyword): ir.Argument =>
    keyword.arg === undefined
      ? { value: context.expression(keyword.value), spread: "keywords" }
      : { value: context.expression(keyword.value), name: keyword.arg },
  );
  return [...positional, ...keywords];
}

/** Python evaluates arguments as they are written; by position they may come in another order. */
function reportOrder(node: py.Call, matched: readonly MatchedArgument[], context: PythonLiftContext): void {
  if (node.keywords.length === 0) return;
  const values = matched.flatMap((argument) => argument.values);
  const starts = values.filter((value) => !isPure(context.expression(value))).map((value) => value.span.start);
  if (starts.some((start, position) => position > 0 && start < starts[position - 1]!)) {
    context.report(node, {
      severity: "mark",
      code: "argument-order",
      message:
        "The arguments with effects are evaluated in another order than they are written; assign them to variables first.",
    });
  }
}
