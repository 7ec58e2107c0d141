import { assign, expression, variable } from "../../ir/build.ts";
import type * as ir from "../../ir/node.ts";
import { mapChildren, walk } from "../../ir/walk.ts";
import type { Binding } from "../../types/binding.ts";
import type { Type } from "../../types/type.ts";
import { boxedClass, boxedField, definedClass, definedCollection } from "../python/defined-types.ts";
import { underlying } from "../lift/go-operators.ts";
import type { Pass, PassContext } from "./pass.ts";

/** Makes values of defined types with methods by calling their class, where the class of the value can matter. */
export const definedTypesPass: Pass = {
  name: "defined-types",
  reason:
    "`Celsius(20) + 1` has the type Celsius in Go and the methods of it; in Python operators and literals give the base class, so that the result is converted.",
  from: "go",
  to: "python",
  run: (declarations, context) => declarations.map((declaration) => rewrite(declaration, false, context)),
};

/** Kinds that make a value; all others hand on one that was made before, with its class. */
const makers: ReadonlySet<ir.Node["kind"]> = new Set([
  "IntegerLiteral",
  "FloatLiteral",
  "StringLiteral",
  "CharacterLiteral",
  "ListLiteral",
  "DictLiteral",
  "Closure",
  "Arithmetic",
  "Divide",
  "IntegerDivide",
  "Remainder",
  "Power",
  "Bitwise",
  "Negate",
  "Complement",
  "Concatenate",
  "Slice",
  "Appended",
  "MakeList",
  "Convert",
  "Character",
  "LibraryCall",
  "Format",
]);

/** Kinds whose operands are only calculated with, compared or looked into, so that their class does not matter. */
const openers: ReadonlySet<ir.Node["kind"]> = new Set([
  "Arithmetic",
  "Divide",
  "IntegerDivide",
  "Remainder",
  "Power",
  "Bitwise",
  "Negate",
  "Complement",
  "Concatenate",
  "Compare",
  "Identical",
  "IsNone",
  "Length",
  "Range",
  "Slice",
  "Convert",
  "Truth",
  "Iterate",
]);

function rewrite<N extends ir.Node>(node: N, isOpen: boolean, context: PassContext): N {
  const stored = node.kind === "Assign" ? storedThroughPointer(node, context) : undefined;
  if (stored) return stored as ir.Node as N;
  const shared = node.kind === "ExpressionStatement" ? sharedView(node, context) : undefined;
  if (shared) return shared as ir.Node as N;
  const opened = openChildren(node);
  const mapped = mapChildren<ir.Node>(node, (child) =>
    rewrite(child, opened === "all" || opened.has(child), context),
  ) as N;
  if (mapped.sort === "statement") return withOwnBox(mapped) as ir.Node as N;
  if (mapped.sort !== "expression") return mapped;
  return made(mapped, isOpen) as ir.Node as N;
}

/** Storing into a boxed variable changes what is in the box, which pointers to it see; a new variable gets a box of its own. */
function withOwnBox(node: ir.Statement): ir.Statement {
  if (node.kind === "Assign" && node.targets.length === 1 && boxedClass(node.targets[0]!.type)) {
    const [target] = node.targets as readonly [ir.Expression];
    if (target.kind === "Dereference")
      return { ...node, targets: [content(target.operand, target.type)], value: open(node.value) };
    return { ...node, value: copied(node.value) };
  }
  if (node.kind === "Declare" && node.value) return { ...node, value: copied(node.value) };
  if (node.kind === "Update" && boxedClass(node.target.type)) {
    const { target } = node;
    const place = target.kind === "Dereference" ? target.operand : target;
    return { ...node, target: content(place, target.type), value: open(node.value) };
  }
  return node;
}

function copied(value: ir.Expression): ir.Expression {
  if (boxedClass(value.type) === undefined) return value;
  if (value.kind === "Dereference") return expression("Copy", value.type, { operand: value.operand });
  const isPlace = value.kind === "Variable" || value.kind === "Field" || value.kind === "Index";
  return isPlace ? expression("Copy", value.type, { operand: value }) : value;
}

/** The value in a box, or the operand that it would have been made of. */
function open(node: ir.Expression): ir.Expression {
  const type = boxedClass(node.type);
  if (type === undefined) return node;
  if (node.kind === "New") return node.arguments[0]?.value ?? expression("ZeroValue", underlying(type), {});
  if (node.kind === "Dereference") return content(node.operand, type);
  return makers.has(node.kind) || node.kind === "Cast" ? node : content(node, type);
}

function content(object: ir.Expression, box: Type): ir.Field {
  const type = boxedClass(box)!;
  return expression("Field", underlying(type), { object, name: boxedField(type), member: "field" });
}

function made(node: ir.Expression, isOpen: boolean): ir.Expression {
  const type = definedClass(node.type);
  if (type === undefined) return isOpen ? open(opened(node)) : opened(node);
  const isCast = node.kind === "Cast" && definedClass(node.operand.type)?.symbol !== type.symbol;
  const isFunction = node.kind === "Cast" && underlying(type).kind === "function";
  if (!makers.has(node.kind) && !isCast && !isFunction) return isOpen ? open(node) : node;
  if (isNothing(node)) return node;
  const bare = isCast ? node.operand : ({ ...node, type: underlying(type) } as ir.Expression);
  if (isOpen) return bare;
  return expression("New", type, {
    arguments: isEmpty(bare) ? [] : [{ value: bare }],
    ...(node.origin ? { origin: node.origin } : {}),
  });
}

/** A conversion of a boxed value to another type takes it out of the box. */
function opened(node: ir.Expression): ir.Expression {
  if (node.kind !== "Cast" || boxedClass(node.operand.type) === undefined || isInterface(node.type)) return node;
  return { ...node, operand: open(node.operand) };
}

function isInterface(type: Type): boolean {
  return (
    type.kind === "any" ||
    type.kind === "interface" ||
    (type.kind === "named" && (type.symbol.form === "interface" || type.symbol.name === "error"))
  );
}

/** `nil` of a function type stays None. */
function isNothing(node: ir.Expression): boolean {
  return node.kind === "Cast" && node.operand.kind === "NoneLiteral" && underlying(node.type).kind === "function";
}

function isEmpty(node: ir.Expression): boolean {
  return (
    (node.kind === "ListLiteral" && node.elements.length === 0) ||
    (node.kind === "DictLiteral" && node.entries.length === 0) ||
    node.kind === "NoneLiteral"
  );
}

function openChildren(node: ir.Node): "all" | ReadonlySet<ir.Node> {
  if (node.kind === "Compare" && (isInterface(node.left.type) || isInterface(node.right.type))) return new Set();
  if (openers.has(node.kind)) return "all";
  switch (node.kind) {
    case "Index":
      return new Set([node.object, node.index]);
    case "Lookup":
      return new Set([node.map]);
    case "Appended":
    case "ListAppend":
      return new Set([node.list]);
    case "ListExtend":
      return new Set([node.list, node.other]);
    case "ForEach":
      return new Set([node.iterable]);
    case "Comprehension":
      return new Set(node.clauses.map((clause) => clause.iterable));
    case "Sum":
    case "Join":
    case "Quantify":
    case "Collect":
      return new Set<ir.Node>([node.kind === "Collect" ? node.operand : node.iterable]);
    case "Switch":
      return new Set<ir.Node>([
        ...(node.subject ? [node.subject] : []),
        ...node.cases.flatMap((clause) => clause.values ?? []),
      ]);
    default:
      return new Set();
  }
}

/** `*s = …` of a slice or map with methods changes the object that all pointers refer to. */
function storedThroughPointer(node: ir.Assign, context: PassContext): ir.Assign | undefined {
  const [target] = node.targets;
  if (target?.kind !== "Dereference" || boxedClass(target.type)) return undefined;
  const { kind } = underlying(target.type);
  if (kind === "dict")
    context.report(node, {
      severity: "mark",
      code: "map-through-pointer",
      message: "Putting another map where a pointer points is not translated; in Python clear the dict and update it.",
    });
  if (kind !== "list" && kind !== "array") return undefined;
  const whole = wholeOf(rewrite(target, true, context));
  return { ...node, targets: [whole], value: rewrite(node.value, true, context) };
}

/** `sort.Sort(byAge(people))` sorts people: the call works on an object of the class, whose elements are stored back. */
function sharedView(node: ir.ExpressionStatement, context: PassContext): ir.Block | undefined {
  const views = new Map<ir.Expression, { readonly place: ir.Expression; readonly binding: Binding }>();
  walk(node.expression, (inner) => {
    if (inner.kind === "Closure") return false;
    if (inner.kind !== "Cast" || definedCollection(inner.type) === undefined) return true;
    const { operand } = inner;
    const isPlace = operand.kind === "Variable" || operand.kind === "Field" || operand.kind === "Index";
    if (isPlace && underlying(operand.type).kind === "list" && definedClass(operand.type) === undefined)
      views.set(inner, { place: operand, binding: context.temporary("view", inner.type) });
    return true;
  });
  if (views.size === 0) return undefined;
  const seen = (inner: ir.Node): ir.Node => {
    const view = inner.sort === "expression" ? views.get(inner) : undefined;
    return view ? variable(view.binding) : mapChildren<ir.Node>(inner, seen);
  };
  const { leading, blankBefore, ...call } = seen(node) as ir.ExpressionStatement;
  const body = [
    ...[...views].map(([cast, { binding }]) => assign(variable(binding), cast, [binding])),
    call,
    ...[...views.values()].map(({ place, binding }) => assign(wholeOf(place), variable(binding))),
  ];
  return {
    sort: "statement",
    kind: "Block",
    body: body.map((statement) => rewrite(statement, false, context)),
    ...(leading ? { leading } : {}),
    ...(blankBefore ? { blankBefore } : {}),
  };
}

/** All elements of a list, as a place to store into. */
function wholeOf(object: ir.Expression): ir.Slice {
  return {
    sort: "expression",
    kind: "Slice",
    object,
    unit: "element",
    wraps: false,
    clamps: true,
    shares: true,
    type: underlying(object.type),
  };
}
