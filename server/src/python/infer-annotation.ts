import {
  anyType,
  bigIntType,
  boolType,
  bytesType,
  characterType,
  complexType,
  dictOf,
  floatType,
  iteratorOf,
  listOf,
  noneType,
  optionalOf,
  setOf,
  stringType,
  tupleOf,
  unknownType,
} from "../types/build.ts";
import { join } from "../types/relations.ts";
import type { ParameterType, Type, TypeSymbol } from "../types/type.ts";
import type { Expression } from "./tree.ts";

/** What a name in an annotation stands for. */
export type AnnotationName =
  | { readonly kind: "type"; readonly make: (args: readonly Type[]) => Type }
  /** A class or form of the library by its full path, such as "typing.Optional" or "builtins.list". */
  | { readonly kind: "path"; readonly path: string; readonly symbol?: TypeSymbol }
  | { readonly kind: "unknown" };

/** What annotations need to know of the place they stand in. */
export interface AnnotationScope {
  /** What a dotted name stands for. */
  resolve(name: string): AnnotationName;
  /** Parses the text of an annotation in quotes. */
  parse(text: string): Expression | undefined;
  /** The type that `Self` stands for. */
  readonly self?: Type;
}

type Maker = (args: readonly Type[]) => Type;
const argument = (args: readonly Type[], index: number): Type => args[index] ?? unknownType;
const makeList: Maker = (args) => listOf(argument(args, 0));
const makeSet: Maker = (args) => setOf(argument(args, 0));
const makeDict: Maker = (args) => dictOf(argument(args, 0), argument(args, 1));
const makeIterable: Maker = (args) => iteratorOf(argument(args, 0), "iterable");
const makeIterator: Maker = (args) => iteratorOf(argument(args, 0));
const makeAwaitable: Maker = (args) => ({ kind: "awaitable", result: argument(args, 0) });
const makeQueue =
  (queue: string): Maker =>
  (args) => ({ kind: "channel", element: argument(args, 0), direction: "both", queue });
const always =
  (type: Type): Maker =>
  () =>
    type;
const view =
  (source: string): Maker =>
  (args) =>
    iteratorOf(argument(args, 0), source);

/** Types of the library that the lattice has a form of its own for, by path. */
const latticeTypes: Record<string, Maker> = {
  "builtins.int": always(bigIntType),
  "builtins.float": always(floatType),
  "builtins.str": always(stringType),
  "builtins.bool": always(boolType),
  "builtins.complex": always(complexType),
  "builtins.bytes": always(bytesType),
  "builtins.bytearray": always({ kind: "bytes", mutable: true }),
  "builtins.object": always(anyType),
  "builtins.list": makeList,
  "builtins.dict": makeDict,
  "builtins.set": makeSet,
  "builtins.frozenset": (args) => ({ kind: "set", element: argument(args, 0), frozen: true }),
  "builtins.type": (args) => ({ kind: "class", instance: args[0] ?? anyType }),
  "builtins.range": always(iteratorOf(bigIntType, "range")),
  "builtins.enumerate": (args) => iteratorOf(tupleOf([bigIntType, argument(args, 0)]), "enumerate"),
  "builtins.zip": view("zip"),
  "builtins.map": view("map"),
  "builtins.filter": view("filter"),
  "builtins.reversed": view("reversed"),
  "builtins.dict_keys": view("keys"),
  "builtins.dict_values": view("values"),
  "builtins.dict_items": view("items"),
  "collections.defaultdict": (args) => ({
    kind: "dict",
    key: argument(args, 0),
    value: argument(args, 1),
    variant: "defaultdict",
  }),
  "collections.OrderedDict": (args) => ({
    kind: "dict",
    key: argument(args, 0),
    value: argument(args, 1),
    variant: "ordered",
  }),
  "collections.deque": (args) => ({ kind: "list", element: argument(args, 0), variant: "deque" }),
  "collections.Counter": (args) => ({ kind: "dict", key: argument(args, 0), value: bigIntType, variant: "counter" }),
  "asyncio.Queue": makeQueue("asyncio.Queue"),
  "asyncio.PriorityQueue": makeQueue("asyncio.PriorityQueue"),
  "asyncio.LifoQueue": makeQueue("asyncio.LifoQueue"),
  "queue.Queue": makeQueue("queue.Queue"),
  "queue.PriorityQueue": makeQueue("queue.PriorityQueue"),
  "queue.LifoQueue": makeQueue("queue.LifoQueue"),
  "queue.SimpleQueue": makeQueue("queue.SimpleQueue"),
  "multiprocessing.Queue": makeQueue("queue.Queue"),
  "asyncio.Task": (args) => ({ kind: "awaitable", result: argument(args, 0), task: true }),
  "asyncio.Future": (args) => ({ kind: "awaitable", result: argument(args, 0), task: true }),
  "pydantic.EmailStr": always(stringType),
  "pydantic.PositiveInt": always(bigIntType),
  "pydantic.NonNegativeInt": always(bigIntType),
  "pydantic.PositiveFloat": always(floatType),
  "pydantic.NonNegativeFloat": always(floatType),
  "types.NoneType": always(noneType),
  "types.GeneratorType": view("generator"),
};

/** Forms of `typing` and `collections.abc`, by their last name. */
const typingForms: Record<string, Maker> = {
  List: makeList,
  Sequence: makeList,
  MutableSequence: makeList,
  Dict: makeDict,
  Mapping: makeDict,
  MutableMapping: makeDict,
  Set: makeSet,
  MutableSet: makeSet,
  AbstractSet: makeSet,
  FrozenSet: latticeTypes["builtins.frozenset"]!,
  Deque: latticeTypes["collections.deque"]!,
  DefaultDict: latticeTypes["collections.defaultdict"]!,
  OrderedDict: latticeTypes["collections.OrderedDict"]!,
  Counter: latticeTypes["collections.Counter"]!,
  Iterable: makeIterable,
  Collection: makeIterable,
  Container: makeIterable,
  Reversible: makeIterable,
  AsyncIterable: view("async"),
  Iterator: makeIterator,
  AsyncIterator: view("async"),
  Generator: view("generator"),
  AsyncGenerator: view("async"),
  KeysView: view("keys"),
  ValuesView: view("values"),
  ItemsView: (args) => iteratorOf(tupleOf([argument(args, 0), argument(args, 1)]), "items"),
  Awaitable: makeAwaitable,
  Coroutine: (args) => ({ kind: "awaitable", result: args[2] ?? args[0] ?? unknownType }),
  /** Not Python's: a string that is known to be one character, for our stubs. */
  Character: always(characterType),
  Any: always(anyType),
  Text: always(stringType),
  AnyStr: always(stringType),
  LiteralString: always(stringType),
  ByteString: always(bytesType),
  Hashable: always(anyType),
  Sized: always(anyType),
  NoReturn: always(noneType),
  Never: always(noneType),
  SupportsInt: always(anyType),
  SupportsFloat: always(anyType),
  SupportsIndex: always(bigIntType),
  Optional: (args) => optionalOf(argument(args, 0)),
  Union: (args) => unionOf(args),
  Type: latticeTypes["builtins.type"]!,
  Final: (args) => argument(args, 0),
  ClassVar: (args) => argument(args, 0),
  Required: (args) => argument(args, 0),
  NotRequired: (args) => argument(args, 0),
  ReadOnly: (args) => argument(args, 0),
  InitVar: (args) => argument(args, 0),
  Annotated: (args) => argument(args, 0),
  TypeGuard: always(boolType),
  TypeIs: always(boolType),
  Unpack: (args) => argument(args, 0),
  Number: always(floatType),
  Real: always(floatType),
  Rational: always(floatType),
  Integral: always(bigIntType),
};

const formModules = new Set(["typing", "typing_extensions", "collections.abc", "numbers", "dataclasses"]);

/** The type of an instance of a library class with these type arguments. */
export function libraryInstance(path: string, args: readonly Type[], symbol: TypeSymbol | undefined): Type | undefined {
  const maker = latticeTypes[path] ?? (formModules.has(moduleOf(path)) ? typingForms[lastName(path)] : undefined);
  if (maker) return maker(args);
  if (symbol === undefined) return undefined;
  const padded = symbol.typeParameters.map((_, index) => args[index] ?? unknownType);
  return { kind: "named", symbol, arguments: padded };
}

/** Whether the lattice has a form of its own for a class of the library. */
export function hasLatticeForm(path: string): boolean {
  return path in latticeTypes;
}

/** The union of types that an annotation names; `None` among them makes an optional. Ints and floats are one, as callers mean it. */
export function unionOf(types: readonly Type[]): Type {
  return types.reduce(join, unknownType);
}

function moduleOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf(".")));
}
function lastName(path: string): string {
  return path.slice(path.lastIndexOf(".") + 1);
}

/** The dotted name that an expression of names and attributes spells. */
export function dottedName(node: Expression): string | undefined {
  if (node.kind === "Name") return node.id;
  if (node.kind !== "Attribute") return undefined;
  const head = dottedName(node.value);
  return head === undefined ? undefined : `${head}.${node.attr}`;
}

/** The type that an annotation denotes; `unknown` where it is none. */
export function annotationType(node: Expression, scope: AnnotationScope, depth = 0): Type {
  if (depth > 20) return unknownType;
  switch (node.kind) {
    case "Constant":
      if (node.value.type === "None") return noneType;
      if (node.value.type === "str") {
        const parsed = scope.parse(node.value.value);
        return parsed ? annotationType(parsed, scope, depth + 1) : unknownType;
      }
      return unknownType;
    case "Name":
    case "Attribute":
      return namedAnnotation(node, [], scope);
    case "BinOp":
      return node.op === "BitOr"
        ? unionOf([annotationType(node.left, scope, depth + 1), annotationType(node.right, scope, depth + 1)])
        : unknownType;
    case "Subscript":
      return subscripted(node.value, node.slice, scope, depth);
    default:
      return unknownType;
  }
}

function namedAnnotation(node: Expression, args: readonly Type[], scope: AnnotationScope): Type {
  const name = dottedName(node);
  if (name === undefined) return unknownType;
  const found = scope.resolve(name);
  if (found.kind === "type") return found.make(args);
  if (found.kind === "unknown") return unknownType;
  const last = lastName(found.path);
  if (formModules.has(moduleOf(found.path))) {
    if (last === "Self") return scope.self ?? unknownType;
    if (last === "Tuple") return tupleOf([]);
    if (last === "Callable") return unknownType;
  }
  if (found.path === "builtins.tuple") return { kind: "tuple", elements: [], rest: unknownType };
  if (found.path === "builtins.None") return noneType;
  return libraryInstance(found.path, args, found.symbol) ?? unknownType;
}

function subscripted(head: Expression, slice: Expression, scope: AnnotationScope, depth: number): Type {
  const name = dottedName(head);
  const found = name === undefined ? undefined : scope.resolve(name);
  const parts = slice.kind === "Tuple" ? slice.elts : [slice];
  const inner = (node: Expression): Type => annotationType(node, scope, depth + 1);
  if (found?.kind === "path") {
    const last = lastName(found.path);
    if (found.path === "builtins.tuple" || last === "Tuple") return tupleAnnotation(parts, inner);
    if (formModules.has(moduleOf(found.path))) {
      if (last === "Literal") return unionOf(parts.map(literalType));
      if (last === "Callable") return callableAnnotation(parts, inner);
      if (last === "Annotated") return inner(parts[0]!);
    }
  }
  return namedAnnotation(head, parts.map(inner), scope);
}

function tupleAnnotation(parts: readonly Expression[], inner: (node: Expression) => Type): Type {
  const last = parts.at(-1);
  if (last?.kind === "Constant" && last.value.type === "Ellipsis")
    return { kind: "tuple", elements: [], rest: inner(parts[0]!) };
  if (parts.length === 1 && parts[0]!.kind === "Tuple") return tupleOf([]);
  return tupleOf(parts.map(inner));
}

function callableAnnotation(parts: readonly Expression[], inner: (node: Expression) => Type): Type {
  const [list, result] = parts;
  const parameters: ParameterType[] =
    list?.kind === "List" ? list.elts.map((part) => ({ type: inner(part) })) : [{ type: anyType, kind: "variadic" }];
  return { kind: "function", parameters, result: result ? inner(result) : unknownType };
}

function literalType(node: Expression): Type {
  if (node.kind === "UnaryOp") return literalType(node.operand);
  if (node.kind !== "Constant") return unknownType;
  const kinds: Record<string, Type> = {
    int: bigIntType,
    float: floatType,
    str: stringType,
    bytes: bytesType,
    bool: boolType,
    None: noneType,
  };
  return kinds[node.value.type] ?? unknownType;
}
