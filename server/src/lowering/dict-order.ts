import { bodiesOf, type Body } from "../ir/blocks.ts";
import type * as ir from "../ir/node.ts";
import { forEachChild, walkAll } from "../ir/walk.ts";
import { typeKey } from "../types/relations.ts";
import type { DictType, Type } from "../types/type.ts";
import type { ProgramFacts } from "./facts.ts";
import { isOrderObserved, isTotalKey } from "./order.ts";

/*
 * Which dicts of a program need the order of insertion, which Go's maps do not keep. All dicts of one type are decided together, so that they can flow
 * into each other: values meet in variables, parameters, fields and results, whose types say it all.
 */

/** What one unit tells of the order of dicts. Types are named by `dictKey`. */
export interface DictOrderSummary {
  /** Dicts whose order something depends on. `binding`: a loop goes through what this variable holds. */
  readonly observed: readonly { readonly key: string; readonly binding?: string | undefined }[];
  /** Dicts that get their entries in the order of others. */
  readonly derived: readonly { readonly key: string; readonly from: string }[];
  /** The types of the unit's dicts. */
  readonly types: readonly DictType[];
  /** Dicts that functions take or give which other code may call. */
  readonly open: readonly string[];
  /** Dicts that make the values of missing keys themselves, which variables with an annotation do not show. */
  readonly filled: readonly { readonly key: string; readonly variant: Filling }[];
}

/** An object whose members may be anything, as those of JSON are. */
export const openObject: DictType = { kind: "dict", key: { kind: "string" }, value: { kind: "any" } };

/** A `defaultdict` stores a key that is read, a Counter only one that is counted. */
export type Filling = "defaultdict" | "counter";

/** A text that dicts share whose Go types are one. */
export function dictKey(type: DictType): string {
  return typeKey(type).replace(/dict(?:defaultdict|counter|ordered)</g, "dict<");
}

/** Summarises the declarations of a unit. */
export function dictOrderOf(declarations: readonly ir.Node[]): DictOrderSummary {
  const observer = new Observer();
  declarations.forEach((declaration) => observer.visit(declaration, true));
  return { observed: observer.observed, derived: observer.derived, ...typesOf(declarations) };
}

function typesOf(declarations: readonly ir.Node[]): Pick<DictOrderSummary, "types" | "open" | "filled"> {
  const types = new Map<string, DictType>();
  const filled: { key: string; variant: Filling }[] = [];
  const open = new Set<string>();
  const add = (type: Type): readonly DictType[] => {
    const all = dictsInside(type, new Set());
    for (const dict of all) {
      types.set(dictKey(dict), dict);
      if (dict.variant === "defaultdict" || dict.variant === "counter")
        filled.push({ key: dictKey(dict), variant: dict.variant });
    }
    return all;
  };
  walkAll(declarations, (node) => {
    if (node.sort === "expression") add(node.type);
    if (node.kind === "Record") node.fields.forEach((field) => add(field.type));
    if (node.kind !== "Function") return;
    const dicts = [...node.parameters.map((parameter) => parameter.type), node.result].flatMap(add);
    if (!node.name.startsWith("_")) for (const dict of dicts) open.add(dictKey(dict));
  });
  return { types: [...types.values()], open: [...open], filled };
}

/**
 * Solves the summaries: whether dicts of the type keep the order of insertion. A program that is not run is a library, whose users have maps to give
 * and want maps.
 */
export function solveDictOrder(
  summaries: readonly DictOrderSummary[],
  isLiteral: (binding: string) => boolean,
  isLibrary: boolean,
): Pick<ProgramFacts, "isOrdered" | "hasOrderedDicts" | "fillsMissing"> {
  const ordered = new Set(
    summaries
      .flatMap((summary) => summary.observed)
      .filter(({ binding }) => binding === undefined || !isLiteral(binding))
      .map(({ key }) => key),
  );
  const derived = [...summaries.flatMap((summary) => summary.derived), ...instances(summaries)];
  for (let before = -1; before !== ordered.size;) {
    before = ordered.size;
    for (const { key, from } of derived) if (ordered.has(key)) ordered.add(from);
  }
  const filled = new Set(summaries.flatMap((summary) => summary.filled).map(({ key, variant }) => `${variant} ${key}`));
  if (isLibrary) for (const summary of summaries) summary.open.forEach((key) => ordered.delete(key));
  return {
    isOrdered: (type) => type.kind === "dict" && type.plain !== true && ordered.has(dictKey(type)),
    hasOrderedDicts: ordered.size > 0,
    fillsMissing: (type, variant) =>
      type.kind === "dict" && (type.variant === variant || filled.has(`${variant} ${dictKey(type)}`)),
  };
}

/** Dicts of generic functions are one with all that may be handed to them. */
function instances(summaries: readonly DictOrderSummary[]): readonly { key: string; from: string }[] {
  const types = summaries.flatMap((summary) => summary.types);
  const generic = types.filter((type) => dictKey(type).includes("$"));
  return generic.flatMap((pattern) =>
    types
      .filter((type) => type !== pattern && mayBe(pattern.key, type.key) && mayBe(pattern.value, type.value))
      .flatMap((type) => {
        const [left, right] = [dictKey(pattern), dictKey(type)];
        return [
          { key: left, from: right },
          { key: right, from: left },
        ];
      }),
  );
}

/** Whether the type with parameters can stand for the other. Errs on the side of yes. */
function mayBe(pattern: Type, type: Type): boolean {
  return pattern.kind === type.kind || pattern.kind === "parameter" || typeKey(pattern).includes("$");
}

/** Whether values of the type hold some whose type is found out at run time. */
export function holdsAny(type: Type): boolean {
  switch (type.kind) {
    case "any":
    case "unknown":
      return true;
    case "list":
    case "array":
      return holdsAny(type.element);
    case "dict":
      return holdsAny(type.value);
    case "optional":
      return holdsAny(type.inner);
    default:
      return false;
  }
}

/** Who takes the elements of an iterable: their order shows, does not, or becomes that of the dicts with these keys. */
type Order = boolean | readonly string[];

class Observer {
  readonly observed: { key: string; binding?: string | undefined }[] = [];
  readonly derived: { key: string; from: string }[] = [];

  /** `order`: what becomes of the order of the node's elements, where it is gone through. */
  visit(node: ir.Node, order: Order): void {
    switch (node.kind) {
      case "ForEach":
        this.#through(node.iterable, loopOrder(node));
        this.visit(node.target, true);
        [...node.body, ...node.orElse].forEach((statement) => this.visit(statement, true));
        return;
      case "Comprehension":
        this.#comprehension(node, order);
        return;
      case "Collect":
        this.#through(node.operand, collectOrder(node, order));
        return;
      case "Sorted":
        this.#through(node.iterable, node.key !== undefined && !isTotalKey(node.key));
        this.#others(node, [node.iterable]);
        return;
      case "Sum":
        this.#through(node.iterable, node.type.kind !== "int");
        this.#others(node, [node.iterable]);
        return;
      case "Quantify":
        this.#through(node.iterable, false);
        return;
      case "Extreme":
        if (node.iterable) this.#through(node.iterable, node.key !== undefined);
        this.#others(node, node.iterable ? [node.iterable] : []);
        return;
      case "Length":
        this.#through(node.operand, false);
        return;
      case "Membership":
        this.visit(node.element, true);
        this.#through(node.container, false);
        return;
      case "SetUpdate":
      case "SetOperation":
        forEachChild(node, (child) => this.#through(child, false));
        return;
      case "DictUpdate":
        this.visit(node.map, true);
        this.#through(node.other, node.map.type.kind === "dict" ? [dictKey(node.map.type)] : true);
        return;
      case "DictLiteral":
        for (const { key, value } of node.entries) {
          if (key) this.visit(key, true);
          if (key) this.visit(value, true);
          else this.#through(value, node.type.kind === "dict" ? [dictKey(node.type)] : true);
        }
        return;
      case "JsonText":
        if (!node.sorted) this.#shown(node.value);
        break;
      case "Print":
        node.operands.forEach((operand) => this.#shown(operand));
        break;
      case "Format":
        for (const part of node.parts) if (typeof part !== "string") this.#shown(part.value);
        break;
      case "Cast":
        if (node.type.kind === "any" || node.type.kind === "union") this.#shown(node.operand);
        break;
      case "DictPopItem":
      case "DictMove":
        this.#through(node.map, true);
        break;
      case "ListExtend":
        this.#through(node.other, true);
        break;
      case "LibraryCall":
        // Values of any kind that are read from a text: what is in them shows wherever they do.
        if (node.typed === "open" || (node.typed === "known" && holdsAny(node.type)))
          this.observed.push({ key: dictKey(openObject) });
        this.#library(node);
        break;
      case "Join":
      case "Next":
      case "Itertool":
      case "Spread":
        this.#library(node);
        break;
      case "Assign":
        if (node.targets.some((target) => target.kind === "TupleLiteral")) this.#through(node.value, true);
        break;
      case "Iterate":
        this.#through(node, order);
        return;
    }
    forEachChild(node, (child) => this.visit(child, true));
  }

  /** What is handed over is gone through. */
  #library(node: ir.Expression): void {
    const order = node.kind !== "LibraryCall" || node.ignoresOrder !== true;
    forEachChild(node, (child) => {
      if (child.kind === "Iterate" || ("type" in child && child.type.kind === "dict")) this.#through(child, order);
    });
  }

  /** The node is gone through: itself, or the dicts that a view shows. */
  #through(node: ir.Node, order: Order): void {
    if (node.kind === "Iterate") {
      const inner = node.form === "enumerate" || node.form === "zip" || node.form === "reversed" ? true : order;
      node.operands.forEach((operand) => this.#through(operand, inner));
      if (node.start) this.visit(node.start, true);
      return;
    }
    if (node.kind === "Cast") {
      this.#through(node.operand, order);
      return;
    }
    const type = "type" in node ? node.type : undefined;
    const dict = type?.kind === "optional" ? type.inner : type;
    if (dict?.kind === "dict") this.#note(dict, order, node.kind === "Variable" ? node.binding.id : undefined);
    this.visit(node, order);
  }

  #note(type: DictType, order: Order, binding: string | undefined): void {
    if (order === true) this.observed.push({ key: dictKey(type), binding });
    else if (order !== false) for (const key of order) this.derived.push({ key, from: dictKey(type) });
  }

  /** Everything inside the value can be seen in its text. */
  #shown(node: ir.Expression): void {
    for (const dict of dictsInside(node.type, new Set()))
      this.observed.push({ key: dictKey(dict), ...(node.kind === "DictLiteral" && { binding: undefined }) });
  }

  #comprehension(node: ir.Comprehension, order: Order): void {
    const own: Order = node.result === "set" ? false : node.type.kind === "dict" ? [dictKey(node.type)] : order;
    const inner = own === false && hasEffects(node.element) ? true : own;
    for (const clause of node.clauses) {
      this.#through(clause.iterable, inner);
      this.visit(clause.target, true);
      clause.conditions.forEach((condition) => this.visit(condition, true));
    }
    if (node.key) this.visit(node.key, true);
    this.visit(node.element, true);
  }

  #others(node: ir.Node, done: readonly ir.Node[]): void {
    forEachChild(node, (child) => {
      if (!done.includes(child)) this.visit(child, true);
    });
  }
}

function collectOrder(node: ir.Collect, order: Order): Order {
  if (node.type.kind === "set") return false;
  return node.type.kind === "dict" ? [dictKey(node.type)] : order;
}

/** A loop shows the order, or hands it on to the dicts that its body adds to. */
function loopOrder(loop: ir.ForEach): Order {
  return isOrderObserved(loop.body, loop.target) ? true : filledIn(loop.body);
}

/** The dicts that the statements put entries in. */
function filledIn(body: Body): readonly string[] {
  const found = new Set<string>();
  const add = (type: Type): void => {
    if (type.kind === "dict") found.add(dictKey(type));
  };
  const target = (node: ir.Expression): void => {
    if (node.kind === "Lookup") add(node.map.type);
    if (node.kind === "TupleLiteral") node.elements.forEach(target);
  };
  const visit = (statements: Body): void => {
    for (const statement of statements) {
      if (statement.kind === "Assign") statement.targets.forEach(target);
      if (statement.kind === "Update") target(statement.target);
      bodiesOf(statement).forEach(visit);
    }
  };
  visit(body);
  walkAll(body, (node) => {
    if (node.kind === "DictSetDefault") add(node.map.type);
  });
  return [...found];
}

function hasEffects(node: ir.Expression): boolean {
  return ["Call", "MethodCall", "UnknownCall"].includes(node.kind);
}

/** The dicts that the text of a value of this type shows. */
function dictsInside(type: Type, seen: Set<object>): readonly DictType[] {
  const inside = (...types: readonly Type[]): readonly DictType[] => types.flatMap((one) => dictsInside(one, seen));
  switch (type.kind) {
    case "dict":
      return [type, ...inside(type.key, type.value)];
    case "list":
    case "set":
    case "array":
      return inside(type.element);
    case "tuple":
      return inside(...type.elements, ...(type.rest ? [type.rest] : []));
    case "optional":
      return inside(type.inner);
    case "union":
      return inside(...type.members);
    case "named": {
      const { symbol } = type;
      if (seen.has(symbol) || symbol.module !== "" || symbol.form !== "record") return [];
      seen.add(symbol);
      return symbol.made?.text ? inside(...[...symbol.fields.values()].map((field) => field.type)) : [];
    }
    default:
      return [];
  }
}
