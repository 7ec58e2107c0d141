import type * as go from "../../go/tree.ts";
import type * as ir from "../../ir/node.ts";
import { iteratedType } from "../../types/members.ts";
import type { Type } from "../../types/type.ts";
import type { GoLowerContext } from "../lower-context.ts";
import { Untranslatable } from "../untranslatable.ts";
import { bindingsOf, clauseLoops, iterate } from "./iteration.ts";
import { emptyDict, keysIn, setEntry } from "./ordered-maps.ts";
import * as build from "./syntax.ts";
import { elementType } from "../passes/loops.ts";
import { tupleForm } from "./tuples.ts";

/** Emits the loops of a comprehension that fill a new list, set or dict, and gives its name. An `iterator` is collected into a list. */
export function collectComprehension(
  node: ir.Comprehension,
  hint: string,
  isOrderObserved: boolean,
  context: GoLowerContext,
): go.Expr {
  const name = context.fresh(hint);
  const target = build.ident(name);
  const isSet = node.result === "set";
  const isDict = node.result === "dict";
  const type: Type = node.result === "iterator" ? { kind: "list", element: node.element.type } : node.type;
  const innermost = (): readonly go.Stmt[] => {
    const parts = context.capture(() =>
      context.expressions(isDict && node.key ? [node.key, node.element] : [node.element]),
    );
    const [first, second] = parts.value as [go.Expr, go.Expr | undefined];
    if (isDict && second) return [...parts.emitted, setEntry(target, type, first, second, context)];
    if (isSet)
      return [...parts.emitted, build.assign(build.index(target, first), build.composite(build.emptyStruct(), []))];
    return [...parts.emitted, build.assign(target, build.call("append", target, first))];
  };
  const loops = context.capture(() =>
    clauseLoops(
      node.clauses,
      innermost,
      { node, isOrderObserved: isDict ? context.facts.isOrdered(type) : isOrderObserved && !isSet },
      context,
    ),
  );
  context.emit(...loops.emitted, build.define(name, emptyDict(type, context)), ...loops.value);
  return target;
}

/** A list of the elements of an iterable. `isFresh`: the caller changes it or keeps it, so that it must be nobody else's. */
export function listOfElements(
  node: ir.Expression,
  isFresh: boolean,
  isOrderObserved: boolean,
  context: GoLowerContext,
  hint = "items",
): go.Expr {
  const { type } = node;
  if (node.kind === "Collect" && (type.kind === "list" || type.kind === "tuple"))
    return listOfElements(node.operand, isFresh, isOrderObserved, context, hint);
  if (node.kind === "Comprehension" && (node.result === "iterator" || node.result === "list"))
    return collectComprehension(node, hint, isOrderObserved, context);
  if (node.kind !== "Iterate" && node.kind !== "Range") {
    if (type.kind === "list") {
      const value = context.expression(node);
      return isFresh && !isNew(node) ? build.libraryCall("slices", "Clone", value) : value;
    }
    if (context.facts.isOrdered(type)) {
      const keys = keysIn(context.expression(node));
      return isFresh ? build.libraryCall("slices", "Clone", keys) : keys;
    }
    if ((type.kind === "dict" || type.kind === "set") && !isOrderObserved)
      return collected(build.libraryCall("maps", "Keys", context.expression(node)), type, context);
    if (type.kind === "iterator" && type.fails !== true) return collected(context.expression(node), type, context);
    if (type.kind === "tuple" && tupleForm(type) === "slice")
      return build.libraryCall("slices", "Clone", context.expression(node));
  }
  return collectLoop(node, isOrderObserved, context, hint);
}

/** A list of all that an iterator function gives. `slices.Collect` makes a nil slice of nothing, which reads as None. */
function collected(sequence: go.Expr, type: Type, context: GoLowerContext): go.Expr {
  if (!context.facts.testsLists) return build.libraryCall("slices", "Collect", sequence);
  const list = build.composite(build.sliceType(context.type(elementType(type))), []);
  return build.libraryCall("slices", "AppendSeq", list, sequence);
}

/** Whether the expression makes a list that nothing else holds. */
export function isNew(node: ir.Expression): boolean {
  switch (node.kind) {
    case "ListLiteral":
    case "Comprehension":
    case "Concatenate":
    case "Repeat":
    case "Sorted":
    case "Collect":
    case "LibraryCall":
      return true;
    case "Slice":
      return !node.shares;
    default:
      return false;
  }
}

function collectLoop(node: ir.Expression, isOrderObserved: boolean, context: GoLowerContext, hint: string): go.Expr {
  const element = elementOf(node);
  const name = context.fresh(hint);
  const target = build.ident(name);
  const binding = {
    name: "item",
    kind: "local" as const,
    id: `${name}/item`,
    type: element,
    captured: false,
    assignments: 1,
    reads: 1,
  };
  const variable: ir.Variable = { sort: "expression", kind: "Variable", type: element, binding };
  const body = (): readonly go.Stmt[] => [
    build.assign(target, build.call("append", target, build.ident(context.name(binding)))),
  ];
  const loops = context.capture(() =>
    iterate(
      { target: variable, iterable: node, declares: bindingsOf(variable), body, statements: [], node, isOrderObserved },
      context,
    ),
  );
  context.emit(
    ...loops.emitted,
    build.define(name, build.composite(build.sliceType(context.type(element)), [])),
    ...loops.value,
  );
  return target;
}

/** The type of the elements; throws where it is not known. */
export function elementOf(node: ir.Expression): Type {
  const { type } = node;
  switch (type.kind) {
    case "list":
    case "set":
    case "array":
    case "iterator":
      return type.element;
    case "dict":
      return type.key;
    case "string":
      return { kind: "string", character: true };
    case "bytes":
      return { kind: "int", size: "unbounded", signed: true };
    case "tuple": {
      const first = type.rest ?? type.elements[0];
      if (first !== undefined && (type.rest !== undefined || tupleForm(type) === "array")) return first;
      return { kind: "any" };
    }
    case "class":
      if (type.instance.kind === "named" && type.instance.symbol.enumeration) return type.instance;
      break;
    case "named": {
      const element = iteratedType(type);
      if (element) return element;
      break;
    }
  }
  throw new Untranslatable("iteration", "What is gone through here has a type that is not known.");
}

/** Runs statements for each element of an iterable: for sums, searches and the like. `work` gets a reference to the element. */
export function forEachElement(
  node: ir.Expression,
  hint: string,
  isOrderObserved: boolean,
  context: GoLowerContext,
  work: (element: go.Expr, type: Type) => readonly go.Stmt[],
): readonly go.Stmt[] {
  if (node.kind === "Comprehension" && node.result !== "dict") {
    const innermost = (): readonly go.Stmt[] => {
      const element = context.capture(() => context.expression(node.element));
      const done = context.capture(() => work(element.value, node.element.type));
      return [...element.emitted, ...done.emitted, ...done.value];
    };
    return clauseLoops(node.clauses, innermost, { node, isOrderObserved }, context);
  }
  const element = elementOf(node);
  const binding = {
    name: hint,
    kind: "local" as const,
    id: `element/${hint}`,
    type: element,
    captured: false,
    assignments: 1,
    reads: 1,
  };
  const variable: ir.Variable = { sort: "expression", kind: "Variable", type: element, binding };
  const body = (): readonly go.Stmt[] => {
    const done = context.capture(() => work(build.ident(context.name(binding)), element));
    return [...done.emitted, ...done.value];
  };
  return iterate(
    { target: variable, iterable: node, declares: [binding], body, statements: [], node, isOrderObserved },
    context,
  );
}
