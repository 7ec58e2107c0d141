import type * as go from "../../go/tree.ts";
import type * as ir from "../../ir/node.ts";
import type { NamedType, Type } from "../../types/type.ts";
import type { GoLowerContext } from "../lower-context.ts";
import { Untranslatable } from "../untranslatable.ts";
import * as build from "./syntax.ts";

/** The name that Python has for the class of a value, or for a function. */
export function nameToGo(node: ir.TypeName, context: GoLowerContext): go.Expr {
  const { operand } = node;
  const type = operand.type.kind === "optional" ? operand.type.inner : operand.type;
  if (node.of === "function") return functionName(operand, context);
  if (type.kind === "named" && type.symbol.form === "exception")
    return build.call(context.helper("exceptionName"), context.expression(operand));
  if (operand.type.kind !== "optional") {
    const known = builtinNames[type.kind] ?? (type.kind === "named" ? fixedName(type, context) : undefined);
    if (known !== undefined) return build.string(known);
  }
  if (type.kind === "named" && type.symbol.module === "") return nameOfObject(operand, type, context);
  if (type.kind === "any" || type.kind === "union" || operand.type.kind === "optional")
    return build.call(context.helper("className"), context.expression(operand));
  throw new Untranslatable("type-name", "The class of this value is not known, so that its name is not translated.");
}

const builtinNames: Partial<Readonly<Record<Type["kind"], string>>> = {
  string: "str",
  int: "int",
  float: "float",
  bool: "bool",
  bytes: "bytes",
  complex: "complex",
  tuple: "tuple",
  none: "NoneType",
};

/** The name of a class whose objects are of no other class. */
function fixedName(type: NamedType, context: GoLowerContext): string | undefined {
  const { symbol } = type;
  const isFixed = symbol.module === "" && symbol.form !== "interface" && context.facts.subclasses(symbol).length === 0;
  return isFixed ? symbol.name : undefined;
}

/** The name of the Go type, where it is that of the class. The struct of a class that is an interface has another. */
function nameOfObject(operand: ir.Expression, type: NamedType, context: GoLowerContext): go.Expr {
  const { symbol } = type;
  const classes = [symbol, ...context.facts.subclasses(symbol)];
  const renamed = classes.find((one) => context.names.typeName(one) !== one.name);
  if (renamed || symbol.form === "interface")
    throw new Untranslatable(
      "type-name",
      `The name of a class that is called otherwise in Go is not translated; give \`${symbol.name}\` a method that tells it.`,
    );
  const name = build.call(context.helper("className"), context.expression(operand));
  const hasStruct = classes.some((one) => context.facts.isPolymorphic(one) && one.abstract !== true);
  return hasStruct ? build.libraryCall("strings", "TrimSuffix", name, build.string("Base")) : name;
}

/** The name of a function of the package, as Go's runtime knows it, in Python's spelling. */
function functionName(operand: ir.Expression, context: GoLowerContext): go.Expr {
  const candidates = context.facts.functionsOf(operand.type);
  const isKnown = candidates?.every((binding) => snakeCase(context.names.global(binding) ?? "") === binding.name);
  if (!isKnown || candidates?.length === 0)
    throw new Untranslatable(
      "function-name",
      "The name of this function is not translated; Go keeps the name beside the function where it is wanted.",
    );
  return build.call(context.helper("functionName"), context.expression(operand));
}

/** What the helper `functionName` makes of a Go name. */
function snakeCase(name: string): string {
  return name
    .replace(/([a-z0-9])([A-Z])/g, "$1_$2")
    .replace(/([A-Z])([A-Z][a-z])/g, "$1_$2")
    .toLowerCase();
}
