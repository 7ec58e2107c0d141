import * as build from "../../python/build.ts";
import type * as py from "../../python/tree.ts";
import type { NamedType, Type, TypeSymbol } from "../../types/type.ts";
import { isSynchronization } from "./concurrency.ts";
import { definedClass } from "./defined-types.ts";
import type { PythonLowerContext } from "../lower-context.ts";
import { Untranslatable } from "../untranslatable.ts";
import { setOfMap } from "../set-maps.ts";
import { genericStruct, zeroName } from "../generic-zeros.ts";
import { duration, isDuration } from "./durations.ts";

/** The Python value that a Go variable of the type starts with. */
export function zeroValue(type: Type, context: PythonLowerContext): py.Expression {
  switch (type.kind) {
    case "bool":
      return build.bool(false);
    case "int":
      return build.int(0);
    case "float":
      return build.float(0);
    case "complex":
      return build.call(build.name("complex"));
    case "string":
      return build.str("");
    case "bytes":
      return build.bytes("");
    case "list":
      // A nil slice can be read, measured and appended to like an empty one.
      return build.list([]);
    case "set":
      return build.call(build.name("set"));
    case "dict":
      return setOfMap(type) === undefined ? build.dict([]) : build.call(build.name("set"));
    case "array":
      return arrayZero(type, context);
    case "tuple":
      return build.tuple(type.elements.map((element) => zeroValue(element, context)));
    case "struct":
      if (type.fields.length === 0) return build.none();
      return build.call(
        context.imported("types", "SimpleNamespace"),
        [],
        type.fields.map((field) =>
          build.keyword(context.member(field.name, undefined, "field"), zeroValue(field.type, context)),
        ),
      );
    case "named":
      return namedZero(type, context);
    case "parameter": {
      const given = context.enclosing?.zeros?.find(({ parameter }) => parameter === type.name);
      if (given) return context.expression(given.value);
      throw new Untranslatable(
        "generic-zero",
        `The zero value of the type parameter \`${type.name}\` depends on the type, which a Python function does not get to know; pass the value as an argument.`,
      );
    }
    default:
      return build.none();
  }
}

function arrayZero(type: Extract<Type, { kind: "array" }>, context: PythonLowerContext): py.Expression {
  const element = zeroValue(type.element, context);
  const isShared = element.kind !== "Constant";
  if (!isShared) return build.binOp(build.list([element]), "Mult", build.int(type.length));
  const range = build.call(build.name("range"), [build.int(type.length)]);
  return build.listComp(element, [build.comprehension(build.name("_"), range)]);
}

/** Types of Go's library whose zero value is ready to use, and whose counterpart is made without arguments. */
const readyZeros: ReadonlySet<string> = new Set(["strings.Builder", "bytes.Buffer"]);

/** Whether the zero value of a type of Go's library is ready to use in Python too. */
export function isReady(symbol: TypeSymbol): boolean {
  const path = `${symbol.module}.${symbol.name}`;
  return isSynchronization(symbol) || symbol.module === "sync/atomic" || readyZeros.has(path);
}

/** The zero value of a defined type: that of the type below, made by the class where there is one. */
function definedZero(type: NamedType, below: Type, context: PythonLowerContext): py.Expression {
  const zero = zeroValue(below, context);
  if (definedClass(type) === undefined || (zero.kind === "Constant" && zero.value.type === "None")) return zero;
  const isEmpty = (zero.kind === "List" && zero.elts.length === 0) || zero.kind === "Dict";
  return build.call(context.type({ ...type, arguments: [] }), isEmpty ? [] : [zero]);
}

/** A number, a flag or nothing, in what changes it in one step; numbers without a sign have a limit. */
function atomicZero(type: NamedType, context: PythonLowerContext): py.Expression {
  const { name } = type.symbol;
  const bits = /^Uint(32|64)$/.exec(name)?.[1];
  const isNumber = /^U?[Ii]nt/.test(name);
  const value = name === "Bool" ? build.bool(false) : isNumber ? build.int(0) : build.none();
  const limit = bits === undefined ? [] : [build.binOp(build.int(2), "Pow", build.int(Number(bits)))];
  return build.call(context.helper("Atomic"), [value, ...limit]);
}

/** What an object of a generic class is given, for the class does not know its zero values. */
function genericFields(type: NamedType, context: PythonLowerContext): readonly py.Keyword[] {
  const { genericZeros } = context.facts;
  const struct = genericStruct(type);
  if (!struct || type.symbol.underlying?.kind !== "struct") return [];
  const declared = type.symbol.underlying.fields;
  const fields = struct.fields.flatMap((field, position) =>
    genericZeros.parametersIn(declared[position]!.type).size > 0
      ? [build.keyword(context.member(field.name, undefined, "field"), zeroValue(field.type, context))]
      : [],
  );
  const own = genericZeros.ofClass(type.symbol).map((position) => {
    const name = zeroName(type.symbol.typeParameters[position]!.name);
    return build.keyword(name, zeroValue(type.arguments[position]!, context));
  });
  return [...fields, ...own];
}

function namedZero(type: Extract<Type, { kind: "named" }>, context: PythonLowerContext): py.Expression {
  if (isSynchronization(type.symbol)) return build.call(context.type(type));
  if (type.symbol.module === "sync/atomic") return atomicZero(type, context);
  if (isDuration(type)) return duration(undefined, context);
  const { symbol } = type;
  if (symbol.module === "math/big" && symbol.name === "Int") return build.int(0);
  if (symbol.name === "Rat" || symbol.module === "fractions")
    return build.call(context.imported("fractions", "Fraction"));
  const { underlying } = symbol;
  if (underlying === undefined || underlying.kind === "interface") return build.none();
  if (underlying.kind !== "struct") return definedZero(type, underlying, context);
  return symbol.module === "" || readyZeros.has(`${symbol.module}.${symbol.name}`)
    ? build.call(context.type({ ...type, arguments: [] }), [], genericFields(type, context))
    : build.none();
}
