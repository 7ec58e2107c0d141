import * as build from "../../python/build.ts";
import type * as py from "../../python/tree.ts";
import type { NamedType, Type } from "../../types/type.ts";
import type { LibraryIndex } from "../library/index.ts";
import { isSynchronization, synchronizationType } from "./concurrency.ts";
import { isObject } from "../pointers.ts";
import { generated, isSequence, pushed } from "../push-iterators.ts";
import { boxedClass, definedCollection } from "./defined-types.ts";
import type { ProgramNames } from "../program-names.ts";
import { setOfMap } from "../set-maps.ts";

/** What lowering a type to an annotation needs to know. */
export interface AnnotationScope {
  readonly names: ProgramNames;
  readonly library: LibraryIndex;
  /** A reference to a name of a module, with the import that it needs. */
  readonly imported: (module: string, name: string) => py.Expression;
  /** A reference to a type variable, which the module declares. */
  readonly typeVariable: (name: string) => py.Expression;
  /** Whether the program stores through pointers to the type. */
  readonly storesThrough: (type: Type) => boolean;
  /** Whether functions of the type are coroutines. */
  readonly suspends: (type: Type) => boolean;
  readonly locksWait: boolean;
  /** A reference to a runtime helper. */
  readonly helper: (name: string) => py.Expression;
}

/** The type as a Python annotation. What Python has no word for is `Any`. */
export function lowerAnnotation(type: Type, scope: AnnotationScope): py.Expression {
  const lower = (inner: Type): py.Expression => lowerAnnotation(inner, scope);
  const generic = (head: py.Expression, ...args: readonly py.Expression[]): py.Expression =>
    build.subscript(head, args.length === 1 ? args[0]! : build.tuple(args));
  switch (type.kind) {
    case "none":
      return build.none();
    case "bool":
    case "int":
    case "float":
    case "complex":
      return build.name(type.kind);
    case "string":
      return build.name("str");
    case "bytes":
      return build.name(type.mutable ? "bytearray" : "bytes");
    case "list":
    case "array":
      return generic(
        type.kind === "list" && type.variant === "deque" ? scope.imported("collections", "deque") : build.name("list"),
        lower(type.element),
      );
    case "set":
      return generic(build.name(type.frozen ? "frozenset" : "set"), lower(type.element));
    case "tuple":
      if (type.rest) return generic(build.name("tuple"), lower(type.rest), build.ellipsis());
      return type.elements.length === 0
        ? build.name("tuple")
        : generic(build.name("tuple"), ...type.elements.map(lower));
    case "dict":
      if (setOfMap(type) !== undefined) return generic(build.name("set"), lower(type.key));
      if (type.variant === "counter") return generic(scope.imported("collections", "Counter"), lower(type.key));
      return generic(
        type.variant === "defaultdict" ? scope.imported("collections", "defaultdict") : build.name("dict"),
        lower(type.key),
        lower(type.value),
      );
    case "iterator":
      return generic(
        scope.imported("collections.abc", type.source === "generator" ? "Iterator" : "Iterable"),
        lower(type.element),
      );
    case "awaitable":
      return generic(
        type.task ? scope.imported("asyncio", "Task") : scope.imported("collections.abc", "Awaitable"),
        lower(type.result),
      );
    case "optional":
      return optional(lower(type.inner));
    case "union":
      return type.members.map(lower).reduce((left, right) => build.binOp(left, "BitOr", right));
    case "pointer":
      return pointer(type.target, lower, scope);
    case "channel":
      return generic(
        type.queue === undefined ? scope.helper("Channel") : scope.imported("asyncio", "Queue"),
        lower(type.element),
      );
    case "function": {
      const iterated = pushed(type);
      if (iterated) return lower(generated(iterated.parameters[0]!.type));
      const parameters = type.parameters.some((p) => p.kind === "variadic" || p.kind === "keywords")
        ? build.ellipsis()
        : build.list(type.parameters.map((p) => lower(p.type)));
      const result = lower(type.result);
      const given = scope.suspends(type) ? generic(scope.imported("collections.abc", "Awaitable"), result) : result;
      return generic(scope.imported("collections.abc", "Callable"), parameters, given);
    }
    case "named":
      if (isSequence(type) && pushed(type)) return lower(sequence(type));
      // A library's name for functions of a type, such as `context.CancelFunc`.
      if (type.symbol.underlying?.kind === "function" && type.symbol.module !== "")
        return lower(type.symbol.underlying);
      return namedAnnotation(type, scope);
    case "parameter":
      return scope.typeVariable(type.name);
    case "class":
      return generic(build.name("type"), lower(type.instance));
    default:
      return scope.imported("typing", "Any");
  }
}

/** `iter.Seq[V]` and `iter.Seq2[K, V]` by their type arguments. */
function sequence(type: NamedType): Type {
  const [first, second] = type.arguments;
  const element: Type =
    second === undefined ? (first ?? { kind: "any" }) : { kind: "tuple", elements: [first!, second] };
  return { kind: "iterator", element, source: "generator" };
}

function optional(inner: py.Expression): py.Expression {
  const isOptional =
    inner.kind === "BinOp" &&
    inner.op === "BitOr" &&
    inner.right.kind === "Constant" &&
    inner.right.value.type === "None";
  return isOptional || (inner.kind === "Constant" && inner.value.type === "None")
    ? inner
    : build.binOp(inner, "BitOr", build.none());
}

/** A pointer to a struct is the object itself; one to a value that pointers change is a Ref; any other may be None. */
function pointer(target: Type, lower: (type: Type) => py.Expression, scope: AnnotationScope): py.Expression {
  const isStruct =
    target.kind === "named" && (target.symbol.underlying?.kind === "struct" || isSynchronization(target.symbol));
  if (isStruct || target.kind === "unknown" || definedCollection(target) || boxedClass(target)) return lower(target);
  const isReference = !isObject(target) && scope.storesThrough(target);
  return optional(isReference ? build.subscript(scope.helper("Ref"), lower(target)) : lower(target));
}

function namedAnnotation(type: NamedType, scope: AnnotationScope): py.Expression {
  const { symbol } = type;
  const head = namedHead(type, scope);
  // Groups of exceptions of any kind are caught by their bare name.
  const saysNothing =
    type.arguments.length === 0 ||
    (symbol.module === "builtins" && type.arguments.every(({ kind }) => kind === "any" || kind === "unknown"));
  return saysNothing || symbol.module === "universe"
    ? head
    : build.subscript(
        head,
        type.arguments.length === 1
          ? lowerAnnotation(type.arguments[0]!, scope)
          : build.tuple(type.arguments.map((argument) => lowerAnnotation(argument, scope))),
      );
}

function namedHead(type: NamedType, scope: AnnotationScope): py.Expression {
  const { symbol } = type;
  if (symbol.module === "helper") return scope.helper(symbol.name);
  if (symbol.module === "math/big" && symbol.name === "Int") return build.name("int");
  if (symbol.module === "math/big" && symbol.name === "Rat") return scope.imported("fractions", "Fraction");
  if (isSynchronization(symbol)) return synchronizationType(symbol, scope);
  if (symbol.module === "universe")
    return symbol.name === "error" ? build.name("Exception") : scope.imported("typing", "Any");
  if (symbol.module === "builtins") return build.name(symbol.name);
  if (symbol.module === "") return build.name(scope.names.typeName(symbol));
  const row = scope.library.pythonType(symbol);
  if (row?.module === "helper") return scope.helper(row.name);
  // What is private to a module is there in its stubs alone.
  if (row?.name.startsWith("_")) return scope.imported("typing", "Any");
  if (row) return row.module === "builtins" ? build.name(row.name) : scope.imported(row.module, row.name);
  return symbol.underlying === undefined ? scope.imported(symbol.module, symbol.name) : scope.imported("typing", "Any");
}
