import type * as ir from "../ir/node.ts";
import { integerValue } from "../ir/purity.ts";
import { forEachChild, walk } from "../ir/walk.ts";
import { ancestors } from "../types/relations.ts";
import type { Type, TypeSymbol } from "../types/type.ts";
import type { LibraryIndex } from "./library/index.ts";

/*
 * What statements of Python raise: by `raise`, through rows of the library, through calls, and by operations of the language that check their operands.
 */

/** Something that a function calls and that may give an error: a function by the id of its binding, a method, a constructor. */
export type Callee =
  | { readonly kind: "function"; readonly id: string }
  | { readonly kind: "method"; readonly symbol: TypeSymbol; readonly name: string }
  | { readonly kind: "constructor"; readonly symbol: TypeSymbol };

/** An exception class: its name, then those of the classes that it inherits from. "unknown" stands for one that nothing is known of. */
export type Raised = readonly [name: string, ...bases: readonly string[]];

/** One place where an exception can begin, or pass through from a call. `caught`: what handlers around it in the same function catch. */
export interface RaiseSite {
  readonly caught: readonly string[];
  readonly raised?: Raised | undefined;
  readonly callee?: Callee | undefined;
  /** The operation checks its operands in Python; in Go it panics, unless it is checked there too. */
  readonly isImplicit: boolean;
}

export const rootExceptions: ReadonlySet<string> = new Set(["Exception", "BaseException"]);

const exceptionBases: Readonly<Record<string, readonly string[]>> = {
  IndexError: ["LookupError"],
  KeyError: ["LookupError"],
  ZeroDivisionError: ["ArithmeticError"],
  OverflowError: ["ArithmeticError"],
  UnicodeDecodeError: ["UnicodeError", "ValueError"],
  FileNotFoundError: ["OSError"],
  FileExistsError: ["OSError"],
  PermissionError: ["OSError"],
  TimeoutError: ["OSError"],
  ConnectionError: ["OSError"],
  IsADirectoryError: ["OSError"],
  NotADirectoryError: ["OSError"],
  NotImplementedError: ["RuntimeError"],
  RecursionError: ["RuntimeError"],
  ModuleNotFoundError: ["ImportError"],
  "json.JSONDecodeError": ["ValueError"],
};

/** The exception of the library with this name. */
export function raisedByName(name: string): Raised {
  return [name, ...(exceptionBases[name] ?? []), "Exception", "BaseException"];
}

/** The exception that an expression of this type is. */
export function raisedByType(type: Type): Raised {
  if (type.kind !== "named" || type.symbol.form !== "exception") return ["unknown", "Exception", "BaseException"];
  const names = ancestors(type).flatMap((base) => (base.kind === "named" ? [base.symbol.name] : []));
  const [name = type.symbol.name, ...bases] = [...new Set(names)];
  // A variable of a class may hold an instance of a subclass.
  return rootExceptions.has(name) ? ["unknown", "Exception", "BaseException"] : [name, ...bases];
}

/** The names of the classes that a handler catches. */
export function handlerNames(handler: ir.Handler): readonly string[] {
  return handler.types.length === 0
    ? ["BaseException"]
    : handler.types.map((type) => (type.kind === "named" ? type.symbol.name : "Exception"));
}

/** Whether a handler for one of these names catches the exception for certain. */
export function catches(names: readonly string[], raised: Raised): boolean {
  return names.some((name) => raised.includes(name));
}

/** The exception that an operation raises when its operands do not fit, where Go panics or goes on. */
export function implicitRaise(node: ir.Node): Raised | undefined {
  switch (node.kind) {
    case "Index":
      return node.object.type.kind === "tuple" &&
        node.object.type.rest === undefined &&
        integerValue(node.index) !== undefined
        ? undefined
        : raisedByName("IndexError");
    case "Lookup":
      return node.missing === "raise" ? raisedByName("KeyError") : undefined;
    case "IntegerDivide":
    case "Remainder":
    case "Divide":
      return isNonZero(node.right) ? undefined : raisedByName("ZeroDivisionError");
    case "ListPop":
      return raisedByName("IndexError");
    case "IndexOf":
    case "ListRemove":
      return raisedByName("ValueError");
    case "DictPop":
      return node.fallback === undefined ? raisedByName("KeyError") : undefined;
    case "SetDiscard":
      return node.strict ? raisedByName("KeyError") : undefined;
    case "Extreme":
      return node.iterable !== undefined && node.fallback === undefined ? raisedByName("ValueError") : undefined;
    case "Next":
      return node.fallback === undefined ? raisedByName("StopIteration") : undefined;
    case "Assert":
      return raisedByName("AssertionError");
    case "Delete":
      return node.targets.some((target) => target.kind === "Lookup") ? raisedByName("KeyError") : undefined;
    case "Assign":
      return node.targets.some((target) => target.kind === "TupleLiteral") && hasUnknownLength(node.value)
        ? raisedByName("ValueError")
        : undefined;
    default:
      return undefined;
  }
}

/** Whether only the running program knows how many values an unpacking gets. */
function hasUnknownLength(value: ir.Expression): boolean {
  return (
    value.kind !== "TupleLiteral" &&
    value.type.kind !== "unknown" &&
    !(value.type.kind === "tuple" && value.type.rest === undefined)
  );
}

function isNonZero(node: ir.Expression): boolean {
  if (node.kind === "FloatLiteral") return node.value !== 0;
  const value = integerValue(node);
  return value !== undefined && value !== 0n;
}

/** All places in the statements where exceptions begin or pass through. Functions inside are not looked at: what they raise leaves when they are called. */
export function raiseSites(statements: readonly ir.Node[], library: LibraryIndex): readonly RaiseSite[] {
  const collector = new Collector(library);
  statements.forEach((statement) => collector.visit(statement, [], undefined));
  return isUnimplemented(statements) ? collector.sites.map((site) => ({ ...site, isImplicit: true })) : collector.sites;
}

/** A body that does nothing but `raise NotImplementedError`: it stands for what derived classes declare. */
export function isUnimplemented(body: readonly ir.Node[]): boolean {
  const [only, ...others] = body.filter((statement) => statement.kind !== "Empty");
  return (
    others.length === 0 &&
    only?.kind === "Raise" &&
    only.error?.type.kind === "named" &&
    only.error.type.symbol.name === "NotImplementedError"
  );
}

class Collector {
  readonly sites: RaiseSite[] = [];
  readonly #library: LibraryIndex;

  constructor(library: LibraryIndex) {
    this.#library = library;
  }

  /** `handled`: what a bare `raise` would raise again here. */
  visit(node: ir.Node, caught: readonly string[], handled: readonly RaiseSite[] | undefined): void {
    if ("failure" in node && node.failure !== undefined) {
      const { failure, ...bare } = node;
      this.#try({ body: [bare], handlers: failure.handlers, orElse: failure.orElse, finally: [] }, caught, handled);
      return;
    }
    switch (node.kind) {
      case "Function":
      case "Closure":
      case "Record":
        return;
      case "Try":
        this.#try(node, caught, handled);
        return;
      case "With":
        this.#with(node.items, node.body, caught, handled);
        return;
      case "Raise":
        this.#raise(node, caught, handled);
        break;
      case "LibraryCall":
        for (const name of this.#library.raises(node.row))
          this.sites.push({ caught, raised: raisedByName(name), isImplicit: false });
        break;
      default:
        this.#operation(node, caught);
        break;
    }
    const stored = node.kind === "Assign" ? new Set<ir.Node>(node.targets) : undefined;
    forEachChild(node, (child) =>
      stored?.has(child) && child.kind === "Lookup"
        ? forEachChild(child, (inner) => this.visit(inner, caught, handled))
        : this.visit(child, caught, handled),
    );
  }

  #operation(node: ir.Node, caught: readonly string[]): void {
    const callee = calleeOf(node);
    if (callee) this.sites.push({ caught, callee, isImplicit: false });
    const raised = implicitRaise(node);
    if (raised) this.sites.push({ caught, raised, isImplicit: !("checked" in node && node.checked === true) });
  }

  #raise(node: ir.Raise, caught: readonly string[], handled: readonly RaiseSite[] | undefined): void {
    if (node.panics === true) return;
    if (node.error !== undefined) this.sites.push({ caught, raised: raisedByType(node.error.type), isImplicit: false });
    else if (handled === undefined)
      this.sites.push({ caught, raised: ["unknown", "Exception", "BaseException"], isImplicit: false });
    else this.sites.push(...handled.map((site) => ({ ...site, caught: [...caught], isImplicit: site.isImplicit })));
  }

  /** What the block raises goes through the manager: past a method that may look at it, or into the function that yields to it. */
  #with(
    items: readonly ir.WithItem[],
    body: readonly ir.Statement[],
    caught: readonly string[],
    handled: readonly RaiseSite[] | undefined,
  ): void {
    const [item, ...others] = items;
    if (item === undefined) {
      body.forEach((statement) => this.visit(statement, caught, handled));
      return;
    }
    this.visit(item.context, caught, handled);
    const { manager } = item;
    if (manager?.form === "function") return;
    if (manager?.form !== "object") {
      this.#with(others, body, caught, handled);
      return;
    }
    const { symbol } = manager;
    if (!manager.isEntered)
      this.sites.push({ caught, callee: { kind: "method", symbol, name: manager.enter }, isImplicit: false });
    const before = this.sites.length;
    this.#with(others, body, manager.looks ? [...caught, "BaseException"] : caught, handled);
    if (manager.looks) this.sites.push(...this.sites.slice(before).map((site) => ({ ...site, caught })));
    this.sites.push({ caught, callee: { kind: "method", symbol, name: manager.exit }, isImplicit: false });
  }

  #try(
    node: Pick<ir.Try, "body" | "handlers" | "orElse" | "finally">,
    caught: readonly string[],
    handled: readonly RaiseSite[] | undefined,
  ): void {
    const names = node.handlers.flatMap(handlerNames);
    const before = this.sites.length;
    node.body.forEach((statement) => this.visit(statement, [...caught, ...names], handled));
    const reaching = this.sites.slice(before);
    for (const handler of node.handlers) {
      const own = handlerNames(handler);
      const caughtHere = reaching.filter(
        (site) => site.raised === undefined || catches(own, site.raised) || site.raised[0] === "unknown",
      );
      handler.body.forEach((statement) => this.visit(statement, caught, caughtHere));
    }
    [...node.orElse, ...node.finally].forEach((statement) => this.visit(statement, caught, handled));
  }
}

function calleeOf(node: ir.Node): Callee | undefined {
  if (node.kind === "Call" && node.callee.kind === "Variable") return { kind: "function", id: node.callee.binding.id };
  if (node.kind === "MethodCall" && node.symbol !== undefined)
    return node.viaSuper === true && node.method === "__init__"
      ? { kind: "constructor", symbol: node.symbol }
      : { kind: "method", symbol: node.symbol, name: node.method };
  if (node.kind === "Field" && node.member === "property" && node.object.type.kind === "named")
    return { kind: "method", symbol: node.object.type.symbol, name: node.name };
  if (node.kind === "New" && node.type.kind === "named") return { kind: "constructor", symbol: node.type.symbol };
  return node.kind === "Yield" && node.block !== undefined ? { kind: "function", id: node.block } : undefined;
}

/** The blocks of `with` statements over functions that yield to them, by the id of the block, with what each raises. */
export function blocksOf(
  declarations: readonly ir.Node[],
  library: LibraryIndex,
): readonly { readonly id: string; readonly sites: readonly RaiseSite[] }[] {
  const found: { id: string; sites: readonly RaiseSite[] }[] = [];
  for (const declaration of declarations)
    walk(declaration, (node) => {
      if (node.kind !== "With") return;
      node.items.forEach(({ manager }, position) => {
        if (manager?.form !== "function") return;
        const collector = new Collector(library);
        collector.visit({ ...node, items: node.items.slice(position + 1) }, [], undefined);
        found.push({ id: manager.id, sites: collector.sites });
      });
    });
  return found;
}
