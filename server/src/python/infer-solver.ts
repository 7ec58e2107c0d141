import { anyType, optionalOf, stringType, unknownType } from "../types/build.ts";
import { detailOf, joinNumbers } from "../types/numbers.ts";
import { sameType } from "../types/relations.ts";
import { mapParts, mergeClasses } from "./infer-parts.ts";
import type { TupleType, Type, TypeParameterType } from "../types/type.ts";

/**
 * An inference variable travels through types as a type parameter of this owner, its number for a name. None is left in the result of an analysis.
 */
const variableOwner = "?";

/** Whether the type is an inference variable. */
export function isVariable(type: Type): type is TypeParameterType & { readonly owner: typeof variableOwner } {
  return type.kind === "parameter" && type.owner === variableOwner;
}

/** How much a guess from the use of a value is worth; a stronger one replaces a weaker one. */
export type HintRank = 1 | 2 | 3;

interface Hint {
  readonly type: Type;
  readonly rank: HintRank;
}

const numberRank: Partial<Record<Type["kind"], number>> = { int: 1, float: 2, complex: 3 };
const largestUnion = 4;
const deepest = 8;

/**
 * Union-find cells for what inference does not know yet. A cell collects evidence that only grows: values that flow into it are joined, containers that
 * meet share the cells of their elements, since they may be one object. Hints (how a value is used) are kept apart until `promote`.
 */
export class Solver {
  /** Set whenever a cell learns something in a pass. */
  changed = false;
  private readonly parents: number[] = [];
  private readonly contents: (Type | undefined)[] = [];
  private readonly hints: (Hint | undefined)[] = [];
  private readonly terms: TypeParameterType[] = [];
  private readonly blocked = new Set<number>();
  private readonly numbers = new Set<number>();
  private readonly resolving = new Set<number>();

  fresh(content?: Type): TypeParameterType {
    const id = this.parents.length;
    this.parents.push(id);
    this.contents.push(content);
    this.hints.push(undefined);
    const term: TypeParameterType = { kind: "parameter", name: String(id), owner: variableOwner };
    this.terms.push(term);
    return term;
  }

  private find(term: TypeParameterType): number {
    let id = Number(term.name);
    while (this.parents[id] !== id) {
      const parent = this.parents[id]!;
      this.parents[id] = this.parents[parent]!;
      id = parent;
    }
    return id;
  }

  /** The type with variables at its head replaced by what they hold; an unsettled variable stays. */
  shallow(type: Type): Type {
    let current = type;
    for (let step = 0; step < 40 && isVariable(current); step++) {
      const id = this.find(current);
      const content = this.contents[id];
      if (content === undefined) return this.terms[id]!;
      current = content;
    }
    return current;
  }

  /** Whether nothing is known about the type. */
  isOpen(type: Type): boolean {
    const head = this.shallow(type);
    return isVariable(head) || head.kind === "unknown";
  }

  /** The type without variables: what they hold, or `unknown`. What contains itself is `unknown` there. */
  resolve(type: Type, depth = 0): Type {
    if (depth > deepest) return unknownType;
    if (!isVariable(type)) return mapParts(type, (part) => this.resolve(part, depth + 1));
    const head = this.shallow(type);
    if (isVariable(head)) return unknownType;
    const root = this.find(type);
    if (this.resolving.has(root)) return unknownType;
    this.resolving.add(root);
    const resolved = mapParts(head, (part) => this.resolve(part, depth + 1));
    this.resolving.delete(root);
    return resolved;
  }

  /** Joins `value` into what the variable holds. */
  flow(value: Type, variable: Type): void {
    if (!isVariable(variable)) {
      this.merge(variable, value);
      return;
    }
    const id = this.find(variable);
    // A value of which nothing can be known is no reason to guess, however it is used.
    if (value.kind === "unknown") this.blocked.add(id);
    const before = this.contents[id];
    const after = this.merge(before ?? unknownType, value);
    this.store(id, after);
  }

  private store(id: number, after: Type): void {
    const before = this.contents[this.find(this.terms[id]!)];
    if (after === before || after.kind === "unknown") return;
    if (isVariable(after) && this.reaches(after, id)) return;
    if (before !== undefined && sameType(before, after) && detailOf(before) === detailOf(after)) return;
    const root = this.find(this.terms[id]!);
    this.contents[root] = this.occurs(after, root, 0) && !isVariable(after) ? this.cut(after, root, 0) : after;
    this.changed = true;
  }

  /** A type that contains itself has no finite form: where it comes again, nothing more is said. What goes on without end may be anything. */
  private cut(type: Type, id: number, depth: number): Type {
    if (depth > deepest) return anyType;
    if (isVariable(type)) return this.occurs(type, id, 0) ? unknownType : type;
    return mapParts(type, (part) => this.cut(part, id, depth + 1));
  }

  private reaches(from: TypeParameterType, id: number): boolean {
    const head = this.shallow(from);
    return isVariable(head) && this.find(head) === id;
  }

  /** Makes two terms one, as elements of containers that may be one object. Gives the term that stands for both. */
  unify(left: Type, right: Type): Type {
    if (isVariable(left) && isVariable(right)) {
      const [a, b] = [this.find(left), this.find(right)];
      if (a === b) return left;
      const [keep, drop] = a < b ? [a, b] : [b, a];
      const [kept, dropped] = [this.contents[keep], this.contents[drop]];
      this.parents[drop] = keep;
      if (this.blocked.has(drop)) this.blocked.add(keep);
      this.changed = true;
      this.contents[keep] = undefined;
      const merged = kept === undefined ? dropped : dropped === undefined ? kept : this.merge(kept, dropped);
      if (merged !== undefined && !(isVariable(merged) && this.reaches(merged, keep))) this.contents[keep] = merged;
      const hint = this.hints[drop];
      if (hint !== undefined) this.hint(this.terms[keep]!, hint.type, hint.rank);
      return this.terms[keep]!;
    }
    if (isVariable(left)) {
      this.flow(right, left);
      return left;
    }
    if (isVariable(right)) {
      this.flow(left, right);
      return right;
    }
    return this.merge(left, right);
  }

  /** Notes that the value is used as a `type`, should nothing better be known of it. */
  hint(value: Type, type: Type, rank: HintRank, depth = 0): void {
    const head = this.shallow(value);
    if (!isVariable(head)) {
      if (depth < deepest) this.hintParts(head, this.shallow(type), rank, depth + 1);
      return;
    }
    const given = this.shallow(type);
    if (given.kind === "unknown" || given.kind === "any" || given.kind === "none") return;
    const id = this.find(head);
    if (isVariable(given) && this.find(given) === id) return;
    const known = this.hints[id];
    const widens =
      known?.type.kind === "string" &&
      known.type.character === true &&
      given.kind === "string" &&
      !given.character &&
      rank >= known.rank;
    if (known === undefined || widens || known.rank < rank || (isVariable(known.type) && !isVariable(given))) {
      this.hints[id] = { type: given, rank };
      if (known !== undefined && depth < deepest)
        this.hintParts(this.shallow(given), this.shallow(known.type), known.rank, depth + 1);
    } else if (depth < deepest) this.hintParts(this.shallow(known.type), given, rank, depth + 1);
  }

  /**
   * The value is looked at by a function that asks what it is: where its parameter holds values of several kinds, so must the lists in the value, since
   * what is asked of them is whether they are such lists. `around`: a parameter of lists in lists without end holds this however deep one looks.
   */
  openUp(value: Type, parameter: Type, around?: Type, depth = 0): void {
    const wanted = this.shallow(parameter);
    if (depth > deepest) return;
    const lists = this.alternatives(wanted).filter((one) => one.kind === "list");
    const inner = wanted.kind === "any" ? wanted : lists[0] && this.shallow(lists[0].element);
    const isMixed = inner !== undefined && (inner.kind === "union" || inner.kind === "any");
    const mixed = wanted.kind === "union" ? wanted : isMixed ? inner : undefined;
    const endless = around ?? (mixed && this.nestsMixedLists(mixed) ? mixed : undefined);
    const element = endless ?? (isMixed ? inner : undefined);
    for (const held of this.alternatives(value)) {
      if (held.kind !== "list" || inner === undefined) continue;
      if (element && isVariable(held.element)) this.flow(element, held.element);
      this.openUp(held.element, endless ?? inner, endless, depth + 1);
    }
  }

  /** Whether a value of several kinds may be a list of such values again. */
  private nestsMixedLists(type: Type): boolean {
    return this.alternatives(type).some((one) => {
      const element = one.kind === "list" ? this.shallow(one.element) : undefined;
      return element?.kind === "union" || element?.kind === "unknown";
    });
  }

  private alternatives(type: Type): readonly Type[] {
    const head = this.shallow(type);
    if (head.kind === "optional") return this.alternatives(head.inner);
    return head.kind === "union" ? head.members.map((member) => this.shallow(member)) : [head];
  }

  /** Begins a pass over the program. */
  begin(): void {
    this.changed = false;
    this.blocked.clear();
  }

  /** Lets no hint decide about a value: the program itself asks what it is. */
  block(value: Type): void {
    const head = this.shallow(value);
    if (isVariable(head)) this.blocked.add(this.find(head));
  }

  /** Notes that the value takes part in arithmetic. */
  noteNumber(value: Type): void {
    const head = this.shallow(value);
    if (isVariable(head)) this.numbers.add(this.find(head));
  }

  /** Whether the value, or what it is one with, takes part in arithmetic. */
  isNumber(variable: Type): boolean {
    if (!isVariable(variable)) return false;
    const root = this.find(variable);
    return [...this.numbers].some((id) => {
      const head = this.shallow(this.terms[id]!);
      return isVariable(head) && this.find(head) === root;
    });
  }

  /** What the uses of a value suggest that it is, as long as nothing else is known. */
  hintOf(variable: TypeParameterType): Type | undefined {
    return this.hints[this.find(variable)]?.type;
  }

  /** Whether nothing may be guessed about the value. */
  isBlocked(variable: Type): boolean {
    return isVariable(variable) && this.blocked.has(this.find(variable));
  }

  private hintParts(value: Type, type: Type, rank: HintRank, depth: number): void {
    const containers = ["list", "set", "iterator"];
    if (value.kind === "optional" && type.kind === "optional") this.hint(value.inner, type.inner, rank, depth);
    else if (value.kind === "optional") this.hintParts(this.shallow(value.inner), type, rank, depth);
    else if (
      "element" in value &&
      "element" in type &&
      containers.includes(value.kind) &&
      containers.includes(type.kind)
    ) {
      this.hint(value.element, type.element, rank, depth);
    } else if (value.kind === "dict" && type.kind === "dict") {
      this.hint(value.key, type.key, rank, depth);
      this.hint(value.value, type.value, rank, depth);
    } else if (value.kind === "tuple" && type.kind === "tuple") {
      value.elements.forEach((element, i) =>
        this.hint(element, type.elements[i] ?? type.rest ?? unknownType, rank, depth),
      );
    } else if (value.kind === "named" && type.kind === "named" && value.symbol === type.symbol) {
      value.arguments.forEach((argument, i) => this.hint(argument, type.arguments[i] ?? unknownType, rank, depth));
    }
  }

  /** Lets hints of at least `rank` become knowledge where nothing else is known. Says whether any did. */
  promote(rank: HintRank): boolean {
    let some = false;
    for (let id = 0; id < this.parents.length; id++) {
      const hint = this.hints[id];
      if (
        this.parents[id] !== id ||
        hint === undefined ||
        hint.rank < rank ||
        this.blocked.has(id) ||
        !isVariable(this.shallow(this.terms[id]!))
      )
        continue;
      if (this.contents[id] !== undefined) continue;
      if (isVariable(hint.type) && this.reaches(hint.type, id)) continue;
      if (this.occurs(hint.type, id, 0)) continue;
      if (hint.rank === 1 && this.isBareList(hint.type)) continue;
      this.contents[id] = this.isText(hint.type) ? stringType : hint.type;
      some = true;
    }
    if (some) this.changed = true;
    return some;
  }

  /** Whether a hint is left that `promote` might still make use of. */
  get hasOpenHints(): boolean {
    return this.parents.some(
      (parent, id) => parent === id && this.hints[id] !== undefined && isVariable(this.shallow(this.terms[id]!)),
    );
  }

  /** What is iterated over and gives single characters is text, and not a list of them. */
  private isText(type: Type): boolean {
    if (type.kind !== "list" && type.kind !== "iterator") return false;
    const element = this.shallow(type.element);
    if (!isVariable(element)) return element.kind === "string" && element.character === true;
    const hint = this.hints[this.find(element)];
    const head = hint && this.shallow(hint.type);
    if (head?.kind !== "string" || !head.character) return false;
    this.contents[this.find(element)] = head;
    return true;
  }

  /** A list of nothing known: that a value has a length or can be iterated over does not tell a list from a text. */
  private isBareList(type: Type): boolean {
    if (type.kind !== "list") return false;
    const element = this.shallow(type.element);
    if (!isVariable(element)) return false;
    const hint = this.hints[this.find(element)];
    return hint === undefined || isVariable(this.shallow(hint.type));
  }

  private occurs(type: Type, id: number, depth: number): boolean {
    if (depth > deepest) return true;
    let current = type;
    for (let step = 0; step < 40 && isVariable(current); step++) {
      const root = this.find(current);
      if (root === id) return true;
      const content = this.contents[root];
      if (content === undefined) return false;
      current = content;
    }
    let found = false;
    mapParts(current, (part) => {
      found ||= this.occurs(part, id, depth + 1);
      return part;
    });
    return found;
  }

  /** The least type above both; containers that meet share their elements from now on. */
  merge(left: Type, right: Type): Type {
    const b = this.shallow(right);
    if (left.kind === "unknown") return b;
    const a = this.shallow(left);
    if (b.kind === "unknown" || a === b) return left;
    if (a.kind === "unknown") return b;
    if (isVariable(b)) {
      if (a.kind === "none") return { kind: "optional", inner: b };
      this.hint(b, a, 1);
      return left;
    }
    if (isVariable(a)) {
      if (b.kind === "none") return { kind: "optional", inner: a };
      this.hint(a, b, 1);
      return b;
    }
    return this.mergeHeads(a, b);
  }

  private mergeHeads(a: Type, b: Type): Type {
    if (a.kind === "any" || b.kind === "any") return anyType;
    if (a.kind === "string" && b.kind === "string") return a.character ? b : a;
    if (a.kind === "none") return b.kind === "none" ? a : optionalOf(b);
    if (b.kind === "none") return optionalOf(a);
    if (a.kind === "optional" || b.kind === "optional") {
      const inner = this.merge(a.kind === "optional" ? a.inner : a, b.kind === "optional" ? b.inner : b);
      return a.kind === "optional" && inner === a.inner ? a : optionalOf(inner);
    }
    if (a.kind === "union" || b.kind === "union") return this.mergeUnion(a, b);
    return this.mergeAlike(a, b) ?? this.makeUnion([a, b]);
  }

  /** The join of two types of one form; undefined where only a union holds both. */
  private mergeAlike(a: Type, b: Type): Type | undefined {
    const number = joinNumbers(a, b);
    if (number) return number;
    if (a.kind === "string" && b.kind === "string") return a.character ? b : a;
    return this.mergeContainers(a, b) ?? mergeClasses(a, b);
  }

  private mergeContainers(a: Type, b: Type): Type | undefined {
    if (
      (a.kind === "list" && b.kind === "list") ||
      (a.kind === "set" && b.kind === "set") ||
      (a.kind === "iterator" && b.kind === "iterator")
    ) {
      const element = this.unify(a.element, b.element);
      return element === a.element ? a : { ...a, element };
    }
    if (a.kind === "dict" && b.kind === "dict") {
      const [key, value] = [this.unify(a.key, b.key), this.unify(a.value, b.value)];
      if (key === a.key && value === a.value && a.variant === b.variant) return a;
      return a.variant !== undefined && a.variant === b.variant
        ? { kind: "dict", key, value, variant: a.variant }
        : { kind: "dict", key, value };
    }
    if (a.kind === "tuple" && b.kind === "tuple") return this.mergeTuples(a, b);
    if (a.kind === "channel" && b.kind === "channel") return { ...a, element: this.unify(a.element, b.element) };
    if (a.kind === "awaitable" && b.kind === "awaitable") return { ...a, result: this.unify(a.result, b.result) };
    if (a.kind === "named" && b.kind === "named" && a.symbol === b.symbol) {
      if (a.arguments.length === 0) return a;
      const args = a.arguments.map((argument, i) => this.unify(argument, b.arguments[i] ?? unknownType));
      return args.every((argument, i) => argument === a.arguments[i]) ? a : { ...a, arguments: args };
    }
    if (a.kind === "function" && b.kind === "function" && a.parameters.length === b.parameters.length) {
      a.parameters.forEach((parameter, i) => this.unify(parameter.type, b.parameters[i]!.type));
      const result = this.unify(a.result, b.result);
      return result === a.result ? a : { ...a, result };
    }
    return sameType(a, b) ? a : undefined;
  }

  private mergeTuples(a: TupleType, b: TupleType): Type {
    if (a.rest === undefined && b.rest === undefined && a.elements.length === b.elements.length) {
      const elements = a.elements.map((element, i) => this.merge(element, b.elements[i]!));
      return elements.every((element, i) => element === a.elements[i]) ? a : { kind: "tuple", elements };
    }
    const rest = [...a.elements, ...b.elements, ...(a.rest ? [a.rest] : []), ...(b.rest ? [b.rest] : [])].reduce(
      (x, y) => this.merge(x, y),
      unknownType,
    );
    return { kind: "tuple", elements: [], rest };
  }

  private mergeUnion(a: Type, b: Type): Type {
    const members: Type[] = a.kind === "union" ? [...a.members] : [a];
    for (const part of b.kind === "union" ? b.members : [b]) {
      const member = this.shallow(part);
      const place = members.findIndex((other) => mergeable(this.shallow(other), member));
      const merged = place < 0 ? undefined : this.mergeAlike(this.shallow(members[place]!), member);
      if (merged) members[place] = merged;
      else members.push(member);
    }
    return members.length === (a.kind === "union" ? a.members.length : 1) &&
      members.every((member, i) => a.kind === "union" && member === a.members[i])
      ? a
      : this.makeUnion(members);
  }

  private makeUnion(members: Type[]): Type {
    if (members.length > largestUnion) return anyType;
    // The order of evidence must not show, so that a warm and a cold run agree.
    members.sort((x, y) => compareText(headName(x), headName(y)));
    return members.length === 1 ? members[0]! : { kind: "union", members };
  }
}

function mergeable(a: Type, b: Type): boolean {
  if (numberRank[a.kind] !== undefined && numberRank[b.kind] !== undefined) return true;
  if (a.kind === "named" && b.kind === "named") return a.symbol === b.symbol || mergeClasses(a, b) !== undefined;
  if (a.kind === "tuple" && b.kind === "tuple") return a.elements.length === b.elements.length && !a.rest === !b.rest;
  if (a.kind === "class" || a.kind === "function" || a.kind === "parameter") return sameType(a, b);
  return a.kind === b.kind;
}

function headName(type: Type): string {
  return type.kind === "named"
    ? `named ${type.symbol.module}.${type.symbol.name}`
    : type.kind === "class"
      ? `class ${headName(type.instance)}`
      : type.kind;
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
