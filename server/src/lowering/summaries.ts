import type * as ir from "../ir/node.ts";
import { forEachChild } from "../ir/walk.ts";
import type { Type, TypeSymbol } from "../types/type.ts";
import { ancestors } from "../types/relations.ts";
import type { ClassShape } from "./facts.ts";
import type { LibraryIndex } from "./library/index.ts";

/** Something that a function calls and that may give an error: a function by the id of its binding, a method, a constructor. */
export type Callee =
  | { readonly kind: "function"; readonly id: string }
  | { readonly kind: "method"; readonly symbol: TypeSymbol; readonly name: string }
  | { readonly kind: "constructor"; readonly symbol: TypeSymbol };

/** What the rest of the program needs to know of one function. It depends on the function's own text and types only. */
export interface FunctionSummary {
  readonly id: string;
  readonly symbol?: TypeSymbol | undefined;
  readonly method?: string | undefined;
  /** `__init__`, or what stands for it. */
  readonly isConstructor: boolean;
  /** An error can leave the function that it raises itself, or gets from a library call. */
  readonly raises: boolean;
  /** Calls whose errors would leave the function. */
  readonly calls: readonly Callee[];
  readonly severalResults: boolean;
}

/** What one unit tells the rest of the program. */
export interface UnitSummary {
  readonly functions: readonly FunctionSummary[];
  readonly classes: readonly TypeSymbol[];
  readonly shapes: readonly { readonly symbol: TypeSymbol; readonly shape: ClassShape }[];
  /** The exceptions that handlers of the unit name; "Exception" for those that catch everything. */
  readonly caught: readonly string[];
  /** Whether a `raise` of the unit names a cause. */
  readonly hasCauses: boolean;
  /** Whether the unit does something when the program is run. */
  readonly runs: boolean;
}

/** Summarises the declarations of one unit. */
export function summarise(declarations: readonly ir.Declaration[], library: LibraryIndex): UnitSummary {
  const functions: FunctionSummary[] = [];
  const classes: TypeSymbol[] = [];
  const shapes: { symbol: TypeSymbol; shape: ClassShape }[] = [];
  const caught = new Set<string>();
  let hasCauses = false;
  const visit = (node: ir.Node): void => {
    if (node.kind === "Function") functions.push(summariseFunction(node, library));
    if (node.kind === "Record") shapes.push({ symbol: node.symbol, shape: shapeOf(node) });
    if (node.kind === "Record" || node.kind === "Interface" || node.kind === "Enumeration" || node.kind === "TypeDefinition") classes.push(node.symbol);
    if (node.kind === "Try") for (const handler of node.handlers) handlerNames(handler).forEach((name) => caught.add(name));
    if (node.kind === "TypeTest") for (const target of node.targets) if (target.kind === "named" && target.symbol.form === "exception") caught.add(target.symbol.name);
    if (node.kind === "Raise" && node.cause !== undefined && node.cause.kind !== "NoneLiteral") hasCauses = true;
    forEachChild(node, visit);
  };
  declarations.forEach(visit);
  const runs = declarations.some((d) => (d.kind === "TopLevel" && d.body.some(isEffective)) || (d.kind === "Function" && d.name === "main" && d.symbol === undefined));
  return { functions, classes, shapes, caught: [...caught].sort(), hasCauses, runs };
}

function shapeOf(node: ir.Record): ClassShape {
  const { dataclass, isException, fields } = node;
  const hasDefaults = dataclass && fields.some((field) => field.defaultValue !== undefined || field.defaultFactory !== undefined);
  const hasConstructor = node.initializer !== undefined || (!isException && (hasDefaults || node.methods.some((method) => method.name === "__post_init__")));
  return { hasConstructor, fields: fields.map(({ name, type }) => ({ name, type })), classAttributes: node.classAttributes.map(({ name }) => name), dataclass, isException };
}

function isEffective(statement: ir.Statement): boolean {
  return statement.kind !== "Empty" && statement.kind !== "LocalDeclaration" && !(statement.kind === "ExpressionStatement" && statement.expression.kind === "StringLiteral");
}

function handlerNames(handler: ir.Handler): readonly string[] {
  return handler.types.length === 0 ? ["Exception"] : handler.types.map((type) => (type.kind === "named" ? type.symbol.name : "Exception"));
}

function summariseFunction(node: ir.Function, library: LibraryIndex): FunctionSummary {
  const calls: Callee[] = [];
  let raises = false;
  const visit = (child: ir.Node, isCaught: boolean): void => {
    switch (child.kind) {
      case "Function":
      case "Closure":
        // Its errors leave when it is called, not here.
        return;
      case "Raise":
        if (!isCaught && child.panics !== true) raises = true;
        break;
      case "LibraryCall":
        if (!isCaught && library.fails(child.row)) raises = true;
        break;
      case "Try":
        visitTry(child, isCaught);
        return;
      default:
        if (!isCaught) addCallee(child, calls);
        break;
    }
    forEachChild(child, (inner) => visit(inner, isCaught));
  };
  const visitTry = (child: ir.Try, isCaught: boolean): void => {
    const catchesAll = child.handlers.some((handler) => handlerNames(handler).some((name) => name === "Exception" || name === "BaseException"));
    child.body.forEach((statement) => visit(statement, isCaught || catchesAll));
    for (const handler of child.handlers) handler.body.forEach((statement) => visit(statement, isCaught));
    [...child.orElse, ...child.finally].forEach((statement) => visit(statement, isCaught));
  };
  node.body.forEach((statement) => visit(statement, false));
  return {
    id: node.binding.id,
    symbol: node.symbol,
    method: node.symbol === undefined ? undefined : node.name,
    isConstructor: node.name === "__init__" || node.name === "__post_init__",
    raises,
    calls,
    severalResults: hasSeveralResults(node),
  };
}

function addCallee(node: ir.Node, calls: Callee[]): void {
  if (node.kind === "Call" && node.callee.kind === "Variable") calls.push({ kind: "function", id: node.callee.binding.id });
  if (node.kind === "MethodCall" && node.symbol !== undefined) calls.push({ kind: "method", symbol: node.symbol, name: node.method });
  if (node.kind === "New" && node.type.kind === "named") calls.push({ kind: "constructor", symbol: node.type.symbol });
}

/** Whether every return hands out a tuple that is written right there, so that Go gives several results. */
function hasSeveralResults(node: ir.Function): boolean {
  const { result } = node;
  if (node.several === true) return true;
  if (result.kind !== "tuple" || result.rest !== undefined || result.elements.length < 2 || node.isGenerator) return false;
  let count = 0;
  let all = true;
  const visit = (child: ir.Node): void => {
    if (child.kind === "Function" || child.kind === "Closure") return;
    if (child.kind === "Return") {
      count++;
      all &&= child.value?.kind === "TupleLiteral" && !child.value.elements.some((element) => element.kind === "Spread");
    }
    forEachChild(child, visit);
  };
  node.body.forEach(visit);
  return all && count > 0;
}

/** Whether two classes may stand in for one another: one inherits from the other, or one is an interface that the other may implement. */
export function related(left: TypeSymbol, right: TypeSymbol): boolean {
  return left === right || left.form === "interface" || right.form === "interface" || inherits(left, right) || inherits(right, left);
}

/** Whether the class inherits from `base`, or is it. */
export function inherits(symbol: TypeSymbol, base: TypeSymbol): boolean {
  const type: Type = { kind: "named", symbol, arguments: [] };
  return ancestors(type).some((ancestor) => ancestor.kind === "named" && ancestor.symbol === base);
}
