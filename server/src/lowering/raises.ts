import type * as ir from "../ir/node.ts";
import { canComplete } from "../ir/blocks.ts";
import { forEachChild, walk } from "../ir/walk.ts";
import type { TypeSymbol } from "../types/type.ts";
import { isOwnClass } from "../types/members.ts";
import { setterKey } from "./method-key.ts";
import { allTasks, concurrentOperation, letsOthersRun, operandOf, raisesOfTasks } from "./concurrent-operations.ts";
import { functionTypeOf, valueClass } from "./function-values.ts";
import type { LibraryIndex } from "./library/index.ts";
import { catches, handlerNames, implicitRaise, raisedByName, raisedByType, type Raised } from "./raised.ts";

export {
  catches,
  handlerNames,
  implicitRaise,
  raisedByName,
  raisedByType,
  rootExceptions,
  type Raised,
} from "./raised.ts";

/*
 * What statements of Python raise: by `raise`, through rows of the library, through calls, and by operations of the language that check their operands.
 */

/** Something that a function calls and that may give an error: a function by the id of its binding, a method, a constructor. */
export type Callee =
  | { readonly kind: "function"; readonly id: string }
  | { readonly kind: "method"; readonly symbol: TypeSymbol; readonly name: string }
  | { readonly kind: "constructor"; readonly symbol: TypeSymbol };

/** One place where an exception can begin, or pass through from a call. `caught`: what handlers around it in the same function catch. */
export interface RaiseSite {
  readonly caught: readonly string[];
  readonly raised?: Raised | undefined;
  readonly callee?: Callee | undefined;
  /** It comes from being cancelled while waiting, which happens only in programs that cancel tasks. */
  readonly waits?: boolean | undefined;
  /** It is raised only where this callee raises anything. */
  readonly when?: Callee | undefined;
  /** The operation checks its operands in Python; in Go it panics, unless it is checked there too. */
  readonly isImplicit: boolean;
}

/** All places in the statements where exceptions begin or pass through. Functions inside are not looked at: what they raise leaves when they are called. */
export function raiseSites(statements: readonly ir.Node[], library: LibraryIndex): readonly RaiseSite[] {
  const collector = new Collector(library);
  statements.forEach((statement) => collector.visit(statement, [], undefined));
  return isUnimplemented(statements)
    ? collector.sites.map((site) => (site.raised ? { ...site, isImplicit: true } : site))
    : collector.sites;
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
        if (node.group) this.#group(node, caught, handled);
        else this.#try(node, caught, handled);
        return;
      case "With":
        this.#with(node.items, node.body, caught, handled);
        return;
      case "Raise":
        this.#raise(node, caught, handled);
        break;
      case "StartTask":
        this.#started(node.operand, caught, handled);
        return;
      case "Gather":
        this.#operation(node, caught);
        if (node.returnErrors) node.operands.forEach((operand) => this.#started(operand, caught, handled));
        else node.operands.forEach((operand) => this.visit(operand, caught, handled));
        return;
      case "ConcurrentCall":
        this.#concurrent(node, caught, handled);
        return;
      case "LibraryCall":
        for (const name of this.#library.raises(node.row))
          this.sites.push({ caught, raised: raisedByName(name), isImplicit: false });
        break;
      case "CheckModel":
        this.sites.push({ caught, raised: raisedByName("ValidationError"), isImplicit: false });
        break;
      default:
        this.#operation(node, caught);
        break;
    }
    const stored =
      node.kind === "Assign"
        ? new Set<ir.Node>(node.targets)
        : node.kind === "Update"
          ? new Set<ir.Node>([node.target])
          : undefined;
    forEachChild(node, (child) => {
      const setter = stored?.has(child) === true ? storeCallee(child) : undefined;
      if (setter) this.sites.push({ caught, callee: setter, isImplicit: false });
      if (setter || (stored?.has(child) && child.kind === "Lookup" && node.kind === "Assign"))
        forEachChild(child, (inner) => this.visit(inner, caught, handled));
      else this.visit(child, caught, handled);
    });
  }

  /** A coroutine that runs on its own raises nothing here; its arguments may. */
  #started(node: ir.Expression, caught: readonly string[], handled: readonly RaiseSite[] | undefined): void {
    forEachChild(node, (child) => {
      if (child.kind !== "Call" && child.kind !== "MethodCall") this.visit(child, caught, handled);
      else if (child.type.kind === "awaitable") this.#started(child, caught, handled);
      else this.visit(child, caught, handled);
    });
  }

  #concurrent(node: ir.ConcurrentCall, caught: readonly string[], handled: readonly RaiseSite[] | undefined): void {
    const operation = concurrentOperation(node.operation);
    this.#operation(node, caught);
    for (const name of operation?.raises ?? [])
      this.sites.push({ caught, raised: raisedByName(name), isImplicit: false });
    const work = operation?.calls === undefined ? undefined : operandOf(node, operation.calls);
    for (const operand of node.operands) {
      if (operation?.starts === true || operand === work) this.#started(operand, caught, handled);
      else this.visit(operand, caught, handled);
    }
  }

  #operation(node: ir.Node, caught: readonly string[]): void {
    if (node.kind === "New" && looksUp(node)) {
      this.sites.push({ caught, raised: raisedByName("ValueError"), isImplicit: false });
      return;
    }
    if (letsOthersRun(node))
      this.sites.push({ caught, raised: raisedByName("CancelledError"), isImplicit: false, waits: true });
    if (raisesOfTasks(node)) this.sites.push({ caught, callee: allTasks, isImplicit: false });
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
    if (manager?.form === "library") {
      this.#withLibrary(manager.path, () => this.#with(others, body, caught, handled), caught);
      return;
    }
    if (manager === undefined) {
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

  #withLibrary(path: string, body: () => void, caught: readonly string[]): void {
    const before = this.sites.length;
    body();
    if (path.startsWith("asyncio."))
      this.sites.push({ caught, raised: raisedByName("CancelledError"), isImplicit: false, waits: true });
    if (path === "asyncio.Timeout")
      this.sites.push({ caught, raised: raisedByName("TimeoutError"), isImplicit: false });
    if (path !== "asyncio.TaskGroup") return;
    // What leaves the block, or one of the tasks, leaves in a group.
    const inside = this.sites.splice(before);
    const raised = raisedByName("ExceptionGroup");
    this.sites.push(...inside.map((site): RaiseSite => ({ ...site, caught: [...site.caught, "BaseException"] })));
    for (const site of inside) {
      if (site.callee) this.sites.push({ caught, raised, when: site.callee, isImplicit: false });
      else if (site.waits !== true) this.sites.push({ caught, raised, isImplicit: site.isImplicit });
      else this.sites.push({ ...site, caught });
    }
    this.sites.push({ caught, raised, when: allTasks, isImplicit: false });
  }

  /** `except*`: what handlers leave of a group goes on, and what they raise. */
  #group(node: ir.Try, caught: readonly string[], handled: readonly RaiseSite[] | undefined): void {
    const before = this.sites.length;
    node.body.forEach((statement) => this.visit(statement, [...caught, "BaseException"], handled));
    const reaching = this.sites.slice(before);
    const raised = raisedByName("ExceptionGroup");
    for (const site of reaching)
      if (!site.isImplicit)
        this.sites.push({ caught, raised, isImplicit: false, ...(site.callee ? { when: site.callee } : {}) });
    for (const part of [...node.handlers.map((handler) => handler.body), node.orElse, node.finally])
      part.forEach((statement) => this.visit(statement, caught, reaching));
  }

  #try(
    node: Pick<ir.Try, "body" | "handlers" | "orElse" | "finally">,
    caught: readonly string[],
    handled: readonly RaiseSite[] | undefined,
  ): void {
    const names = node.handlers.flatMap(handlerNames);
    if (node.finally.length > 0 && !canComplete(node.finally)) caught = [...caught, "BaseException"];
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

/** `Color(value)`: a value that no member has raises. */
export function looksUp(node: ir.New): boolean {
  const { type } = node;
  if (type.kind !== "named" || !type.symbol.enumeration || type.symbol.enumeration.flavour === "flag") return false;
  const value = node.arguments[0]?.value;
  return !type.symbol.enumeration.members.some(
    (member) =>
      (value?.kind === "IntegerLiteral" && member.number === value.value) ||
      (value?.kind === "StringLiteral" && member.text === value.value),
  );
}

/** The method that storing in a place calls: the setter of a property, or `__setitem__`. */
function storeCallee(target: ir.Node): Callee | undefined {
  if (target.kind === "Field" && target.member === "property" && target.object.type.kind === "named")
    return { kind: "method", symbol: target.object.type.symbol, name: setterKey(target.name) };
  if (target.kind === "Index" && isOwnClass(target.object.type))
    return { kind: "method", symbol: target.object.type.symbol, name: "__setitem__" };
  return undefined;
}

function calleeOf(node: ir.Node): Callee | undefined {
  if (node.kind === "Call") {
    if (node.callee.kind === "Variable" && node.callee.binding.kind === "function")
      return { kind: "function", id: node.callee.binding.id };
    const type = functionTypeOf(node.callee.type);
    if (type) return { kind: "function", id: valueClass(type) };
    return node.callee.kind === "Variable" ? { kind: "function", id: node.callee.binding.id } : undefined;
  }
  if (node.kind === "MethodCall" && node.symbol !== undefined)
    return node.viaSuper === true && node.method === "__init__"
      ? { kind: "constructor", symbol: node.symbol }
      : { kind: "method", symbol: node.symbol, name: node.method };
  if (node.kind === "Field" && node.member === "property" && node.object.type.kind === "named")
    return { kind: "method", symbol: node.object.type.symbol, name: node.name };
  if (node.kind === "New" && node.type.kind === "named") return { kind: "constructor", symbol: node.type.symbol };
  return node.kind === "Yield" && node.block !== undefined ? { kind: "function", id: node.block } : undefined;
}

/** What the coroutines raise that run on their own, or are kept as values. */
export function taskSites(declarations: readonly ir.Node[], library: LibraryIndex): readonly RaiseSite[] {
  const sites: RaiseSite[] = [];
  const add = (callee: Callee | undefined): void => {
    if (callee) sites.push({ caught: [], callee, isImplicit: false });
  };
  const addCalled = (node: ir.ConcurrentCall): void => {
    const { calls } = concurrentOperation(node.operation) ?? {};
    const work = calls === undefined ? undefined : operandOf(node, calls);
    if (work === undefined) return;
    const collector = new Collector(library);
    collector.visit(work, [], undefined);
    sites.push(...collector.sites);
  };
  const visit = (node: ir.Node, isAwaited: boolean): void => {
    if (!isAwaited && (node.kind === "Call" || node.kind === "MethodCall") && isCoroutine(node)) add(calleeOf(node));
    if (node.kind === "StartTask") add(calleeOf(node.operand));
    if (node.kind === "ConcurrentCall") addCalled(node);
    forEachChild(node, (child) => visit(child, node.kind === "Await"));
  };
  declarations.forEach((declaration) => visit(declaration, false));
  return sites;
}

function isCoroutine(node: ir.Expression): boolean {
  return node.type.kind === "awaitable" && node.type.task !== true;
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
