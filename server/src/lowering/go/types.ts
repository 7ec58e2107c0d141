import type * as go from "../../go/tree.ts";
import { methodOf } from "../../types/members.ts";
import type { NamedType, Type, TypeSymbol } from "../../types/type.ts";
import type { LibraryIndex } from "../library/index.ts";
import type { ProgramNames } from "../program-names.ts";
import { Untranslatable } from "../untranslatable.ts";
import { holdsLarge, isLarge, largeType } from "./large.ts";
import * as build from "./syntax.ts";
import { tupleType } from "./tuples.ts";

/** What lowering a type needs to know. */
export interface TypeScope {
  readonly names: ProgramNames;
  readonly library: LibraryIndex;
  /** Whether other classes inherit from the class, so that its name stands for an interface. */
  readonly isOpen: (symbol: TypeSymbol) => boolean;
  /** Makes a reference to a runtime helper. */
  readonly helper: (name: string) => go.Expr;
  /** Whether dicts of the type keep the order of insertion. */
  readonly isOrdered: (type: Type) => boolean;
  /** Tasks run on an event loop of their own, see `ProgramFacts.tasks`. */
  readonly needsLoop: boolean;
  /** Whether function values of the type give an error besides their result. */
  readonly functionFails?: (type: Type) => boolean;
}

/** The type as Go writes it. Throws Untranslatable for types that Go has no word for. */
export function lowerType(type: Type, scope: TypeScope): go.Expr {
  const lower = (inner: Type): go.Expr => lowerType(inner, scope);
  switch (type.kind) {
    case "unknown":
    case "any":
    case "union":
    case "none":
    case "class":
      return build.ident("any");
    case "bool":
      return build.ident("bool");
    case "int":
      return isLarge(type) ? largeType() : build.ident(integerName(type));
    case "float":
      return build.ident(`float${type.bits}`);
    case "complex":
      return build.ident(`complex${type.bits}`);
    case "string":
      return build.ident("string");
    case "bytes":
      return build.sliceType(build.ident("byte"));
    case "list":
      return build.sliceType(lower(type.element));
    case "array":
      return build.arrayType(type.length, lower(type.element));
    case "tuple":
      return tupleType(type, lower, scope.helper);
    case "dict":
      checkKey(type.key);
      if (scope.isOrdered(type))
        return build.star(build.instantiate(scope.helper("orderedMap"), [lower(mapKey(type.key)), lower(type.value)]));
      return build.mapType(lower(mapKey(type.key)), lower(type.value));
    case "set":
      checkKey(type.element);
      return build.mapType(lower(mapKey(type.element)), build.emptyStruct());
    case "iterator":
      if (type.fails === true)
        return build.instantiate(build.packageMember("iter", "Seq2"), [lower(type.element), build.ident("error")]);
      return type.source === "sequence2" && type.element.kind === "tuple"
        ? build.instantiate(build.packageMember("iter", "Seq2"), type.element.elements.map(lower))
        : build.index(build.packageMember("iter", "Seq"), lower(type.element));
    case "awaitable":
      if (scope.needsLoop) return awaitableType(type, lower, scope);
      // A task is a function that waits for the result.
      return build.functionType([], type.result.kind === "none" ? [] : [build.field(undefined, lower(type.result))]);
    case "optional":
      return isNilable(type.inner) ? lower(type.inner) : build.star(lower(type.inner));
    case "pointer":
      return build.star(lower(type.target));
    case "channel":
      if (type.queue !== undefined) return queueType(type.queue, lower(type.element), scope);
      return build.channelType(type.direction, lower(type.element));
    case "function":
      return functionType(type, lower, scope.functionFails?.(type) === true);
    case "named":
      return namedType(type, scope);
    case "parameter":
      return build.ident(type.name);
    case "struct":
      return build.structType(
        type.fields.map((field) => build.field(field.embedded ? undefined : field.name, lower(field.type))),
      );
    case "interface":
      return interfaceType(type, lower);
    default:
      throw new Untranslatable("type-without-counterpart", `A value of the kind "${type.kind}" has no type in Go.`);
  }
}

/** Large integers are pointers in Go, which are equal only when they are one. */
function mapKey(type: Type): Type {
  if (!holdsLarge(type)) return type;
  throw new Untranslatable(
    "large-key",
    "Integers of more than 64 bits as keys are not translated; Go programs use their text as the key of the map.",
  );
}

/** A task of the event loop, or a coroutine that nobody has started: the function that runs it. */
function awaitableType(
  type: Extract<Type, { kind: "awaitable" }>,
  lower: (type: Type) => go.Expr,
  scope: TypeScope,
): go.Expr {
  const hasResult = type.result.kind !== "none";
  if (type.task !== true) {
    const results = [...(hasResult ? [lower(type.result)] : []), build.ident("error")];
    return build.functionType(
      [],
      results.map((result) => build.field(undefined, result)),
    );
  }
  if (hasResult) return build.star(build.index(scope.helper("asyncTask"), lower(type.result)));
  scope.helper("asyncEventLoop");
  return build.star(build.ident("asyncRoutine"));
}

const queueTypes: Readonly<Record<string, string>> = {
  "asyncio.Queue": "asyncQueue",
  "asyncio.LifoQueue": "asyncQueue",
  "asyncio.PriorityQueue": "asyncQueue",
  "queue.Queue": "blockingQueue",
  "queue.SimpleQueue": "blockingQueue",
  "queue.LifoQueue": "blockingQueue",
  "queue.PriorityQueue": "blockingQueue",
};

function queueType(path: string, element: go.Expr, scope: TypeScope): go.Expr {
  const name = queueTypes[path];
  if (name === undefined) throw new Untranslatable("library-type", `\`${path}\` has no counterpart in Go yet.`);
  return build.star(build.index(scope.helper(name), element));
}

/** Classes of Python's library for tasks and threads, and the types that stand for them, used through a pointer. */
const concurrentTypes: Readonly<Record<string, string>> = {
  "asyncio.Lock": "asyncSemaphore",
  "asyncio.Semaphore": "asyncSemaphore",
  "asyncio.BoundedSemaphore": "asyncSemaphore",
  "asyncio.Event": "asyncEvent",
  "asyncio.Condition": "asyncCondition",
  "asyncio.TaskGroup": "asyncGroup",
  "threading.Thread": "workerThread",
  "threading.Event": "threadEvent",
  "threading.Barrier": "threadBarrier",
  "threading.Timer": "threadTimer",
  "concurrent.futures.Executor": "workerPool",
  "concurrent.futures.ThreadPoolExecutor": "workerPool",
  "concurrent.futures.ProcessPoolExecutor": "workerPool",
};

/** Go compares pointers by identity, so that objects that are equal without being the same are two keys. */
function checkKey(type: Type): void {
  if (type.kind !== "named" || !isReference(type) || type.symbol.form !== "record") return;
  if (type.symbol.made?.equality ?? methodOf(type, "__eq__"))
    throw new Untranslatable(
      "key-by-value",
      `Objects of \`${type.symbol.name}\` are equal by value, and pointers are not; make it a frozen dataclass, or use a key of its fields.`,
    );
}

function integerName(type: Extract<Type, { kind: "int" }>): string {
  if (type.alias !== undefined) return type.alias;
  if (type.size === "pointer") return "uintptr";
  const size = type.size === "unbounded" || type.size === "word" ? "" : String(type.size);
  return `${type.signed ? "" : "u"}int${size}`;
}

function functionType(
  type: Extract<Type, { kind: "function" }>,
  lower: (type: Type) => go.Expr,
  fails: boolean,
): go.FuncType {
  const parameters = type.parameters.map((parameter) => {
    const lowered = lower(parameter.type);
    return build.field(undefined, parameter.kind === "variadic" ? build.ellipsis(lowered) : lowered);
  });
  const results = resultTypes(type.result).map((result) => build.field(undefined, lower(result)));
  return build.functionType(parameters, fails ? [...results, build.field(undefined, build.ident("error"))] : results);
}

/** The results of a function value: none, one, or those of a Go tuple. */
function resultTypes(type: Type): readonly Type[] {
  return type.kind === "none" ? [] : [type];
}

function interfaceType(type: Extract<Type, { kind: "interface" }>, lower: (type: Type) => go.Expr): go.Expr {
  const methods = type.methods.map((method) => build.field(method.name, lower(method.type)));
  const embedded = type.embedded.map((inner) => build.field(undefined, lower(inner)));
  const terms = (type.terms ?? []).map((term) => (term.tilde ? build.unary("~", lower(term.type)) : lower(term.type)));
  const union =
    terms.length === 0
      ? []
      : [
          build.field(
            undefined,
            terms.reduce((left, right) => build.binary(left, "|", right)),
          ),
        ];
  return build.interfaceType([...methods, ...embedded, ...union]);
}

function namedType(type: NamedType, scope: TypeScope): go.Expr {
  const { symbol } = type;
  const bare = namedHead(type, scope);
  const isGroup = symbol.form === "exception" && symbol.module !== "";
  const args = (isGroup ? [] : type.arguments).map((argument) => lowerType(argument, scope));
  const isShared = bare.kind === "StarExpr" && args.length > 0;
  const whole = isShared ? build.star(build.instantiate(bare.x, args)) : build.instantiate(bare, args);
  return isReference(type) && symbol.module === "" && !scope.isOpen(symbol) ? build.star(whole) : whole;
}

function namedHead(type: NamedType, scope: TypeScope): go.Expr {
  const { symbol } = type;
  if (symbol.name === "error" && symbol.module === "universe") return build.ident("error");
  if (symbol.module === "universe") return build.ident(symbol.name);
  if (symbol.module === "") return build.ident(scope.names.typeName(symbol));
  if (symbol.name === "ExceptionGroup") return build.star(scope.helper("ExceptionGroup"));
  if (symbol.form === "exception") return build.ident("error");
  const path = `${symbol.module}.${symbol.name}`;
  if (path === "threading.Lock") return build.star(build.packageMember("sync", "Mutex"));
  if (path === "threading.Condition") return build.star(build.packageMember("sync", "Cond"));
  if (path === "threading.Semaphore" || path === "threading.BoundedSemaphore") return scope.helper("threadSemaphore");
  if (path === "concurrent.futures.Future") {
    scope.helper("workerPool");
    return build.star(build.ident("poolFuture"));
  }
  const concurrent = concurrentTypes[path];
  if (concurrent !== undefined) return build.star(scope.helper(concurrent));
  const row = scope.library.goType(symbol);
  if (row?.packagePath === "universe") return build.ident(row.name);
  if (row?.packagePath === "") return row.pointer ? build.star(scope.helper(row.name)) : scope.helper(row.name);
  if (row)
    return row.pointer
      ? build.star(build.packageMember(row.packagePath, row.name))
      : build.packageMember(row.packagePath, row.name);
  if (symbol.underlying !== undefined) return build.packageMember(symbol.module, symbol.name);
  throw new Untranslatable("library-type", `\`${symbol.module}.${symbol.name}\` has no counterpart in Go yet.`);
}

/** The named type itself, without the pointer through which instances of Python classes are held. */
export function lowerBareType(type: NamedType, scope: TypeScope): go.Expr {
  const whole = namedType(type, scope);
  return whole.kind === "StarExpr" ? whole.x : whole;
}

/** Classes of Python's library whose counterpart in Go is used through a pointer. */
const objectsOfLibrary: ReadonlySet<string> = new Set([
  "threading.Lock",
  "threading.Condition",
  "concurrent.futures.Future",
  "re.Match",
  "re.Pattern",
  "io.StringIO",
]);

/**
 * Whether values of the type are held through a pointer: instances of Python classes that can be changed or told apart. Go's types say so
 * themselves.
 */
export function isReference(type: Type): boolean {
  if (type.kind !== "named") return false;
  const { symbol } = type;
  if (symbol.form === "builtin") {
    const path = `${symbol.module}.${symbol.name}`;
    return objectsOfLibrary.has(path) || path in concurrentTypes;
  }
  return (
    symbol.underlying === undefined &&
    (symbol.form === "record" || symbol.form === "exception") &&
    symbol.frozen !== true
  );
}

/** Whether Go's `nil` is a value of the type as it is lowered. */
export function isNilable(type: Type): boolean {
  switch (type.kind) {
    case "list":
    case "dict":
    case "set":
    case "bytes":
    case "function":
    case "pointer":
    case "channel":
    case "any":
    case "union":
    case "unknown":
    case "iterator":
    case "interface":
    case "awaitable":
    case "optional":
      return true;
    case "int":
      return isLarge(type);
    case "tuple":
      return type.rest !== undefined;
    case "named":
      return (
        isReference(type) ||
        type.symbol.form === "interface" ||
        type.symbol.form === "exception" ||
        (type.symbol.underlying !== undefined && isNilable(type.symbol.underlying))
      );
    default:
      return false;
  }
}
