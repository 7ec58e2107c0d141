import type { Language } from "../base/language.ts";
import type * as ir from "../ir/node.ts";
import { forEachChild } from "../ir/walk.ts";
import type { Binding } from "../types/binding.ts";
import { conventionalName, freshName, type NameRole } from "./names.ts";

/** The names of the local variables of one function, those of nested functions included. */
export class FunctionScope {
  readonly #names = new Map<Binding, string>();
  readonly #taken = new Set<string>();
  readonly #target: Language;
  readonly #isTaken: (name: string) => boolean;

  /** `isTaken` knows the names of the module, which local ones do not hide. */
  constructor(target: Language, isTaken: (name: string) => boolean) {
    this.#target = target;
    this.#isTaken = isTaken;
  }

  nameOf(binding: Binding): string {
    if (binding.id === "failure") return "err";
    return this.#names.get(binding) ?? this.#assign(binding, (name) => this.#taken.has(name));
  }

  /** A name that nothing in the function uses. */
  fresh(hint: string): string {
    const name = freshName(conventionalName(hint, "variable", this.#target, false), {
      has: (candidate) => this.#taken.has(candidate) || this.#isTaken(candidate),
    });
    this.#taken.add(name);
    return name;
  }

  /** Keeps a name from being given to anything else. */
  reserve(name: string): void {
    this.#taken.add(name);
  }

  /**
   * Names all variables of a body at once: variables in blocks that do not lie within each other may share a name, as the source has them; all
   * others get names of their own. `isFaithful`: source and target are one language, so that every name stays.
   */
  allocate(parameters: readonly Binding[], body: readonly ir.Statement[], isFaithful: boolean): void {
    const places = [...parameters.map((binding) => ({ binding, path: [] as readonly number[] })), ...collect(body)];
    const named: { readonly path: readonly number[]; readonly name: string }[] = [];
    for (const { binding, path } of places) {
      const known = this.#names.get(binding);
      if (known !== undefined) {
        // A variable of a function around this one, which none in here may hide.
        named.push({ path, name: known });
        continue;
      }
      const name = isFaithful
        ? this.#set(binding, binding.name)
        : this.#assign(binding, (candidate) =>
            named.some((other) => other.name === candidate && nested(other.path, path)),
          );
      named.push({ path, name });
    }
  }

  #assign(binding: Binding, isUsed: (name: string) => boolean): string {
    const wish =
      receiverName(binding, this.#target) ?? conventionalName(binding.name, roleOf(binding), this.#target, false);
    return this.#set(binding, freshName(wish, { has: (name) => isUsed(name) || this.#isTaken(name) }));
  }

  #set(binding: Binding, name: string): string {
    this.#names.set(binding, name);
    this.#taken.add(name);
    return name;
  }
}

/** Receivers are called `self` in Python and by the first letter of their type in Go. */
function receiverName(binding: Binding, target: Language): string | undefined {
  const isReceiver =
    binding.kind === "receiver" ||
    (binding.kind === "parameter" && (binding.name === "self" || binding.name === "cls"));
  if (!isReceiver) return undefined;
  if (target === "python") return binding.name === "cls" ? "cls" : "self";
  const type =
    binding.type.kind === "pointer"
      ? binding.type.target
      : binding.type.kind === "class"
        ? binding.type.instance
        : binding.type;
  const letter = type.kind === "named" ? type.symbol.name.replace(/^_+/, "").charAt(0).toLowerCase() : "";
  return /^\p{Ll}$/u.test(letter) ? letter : "receiver";
}

function roleOf(binding: Binding): NameRole {
  switch (binding.kind) {
    case "function":
      return "function";
    case "type":
      return "type";
    case "constant":
      return "constant";
    case "import":
      return "module";
    default:
      return "variable";
  }
}

/** Whether one of two block paths lies within the other. */
function nested(left: readonly number[], right: readonly number[]): boolean {
  const shorter = Math.min(left.length, right.length);
  for (let i = 0; i < shorter; i++) if (left[i] !== right[i]) return false;
  return true;
}

interface Place {
  readonly binding: Binding;
  readonly path: readonly number[];
}

/** Each local binding with the path of the block it begins in; what nothing declares begins at the function's head. */
function collect(body: readonly ir.Statement[]): readonly Place[] {
  const places: Place[] = [];
  const begun = new Set<Binding>();
  const loose: Binding[] = [];
  let blocks = 0;
  const begin = (binding: Binding | undefined, path: readonly number[]): void => {
    if (!binding || begun.has(binding)) return;
    begun.add(binding);
    places.push({ binding, path });
  };
  const visit = (node: ir.Node, path: readonly number[]): void => {
    switch (node.kind) {
      case "Variable":
        if (isLocal(node.binding)) loose.push(node.binding);
        return;
      case "Assign":
        node.declares.forEach((binding) => begin(binding, path));
        break;
      case "Declare":
        begin(node.binding, path);
        break;
      case "LocalDeclaration":
        if ("binding" in node.declaration) begin(node.declaration.binding, path);
        break;
      default:
        break;
    }
    const opensScope = hasScope(node);
    const inner = opensScope ? [...path, blocks++] : path;
    if (node.kind === "ForEach") node.declares.forEach((binding) => begin(binding, inner));
    if (node.kind === "Closure" || node.kind === "Function")
      node.parameters.forEach((parameter) => begin(parameter.binding, inner));
    if (node.kind === "Function" && node.receiver) begin(node.receiver, inner);
    if (node.kind === "Comprehension")
      for (const clause of node.clauses) targetBindings(clause.target).forEach((binding) => begin(binding, inner));
    if (node.kind === "With") for (const { parameter } of node.items) begin(parameter, inner);
    if (node.kind === "Try") for (const handler of node.handlers) begin(handler.binding, inner);
    if ("failure" in node && node.failure) for (const handler of node.failure.handlers) begin(handler.binding, path);
    if (node.kind === "TypeSwitch") for (const clause of node.cases) begin(clause.binding, [...inner, blocks++]);
    if (node.kind === "If") {
      visitIf(node, inner);
      return;
    }
    forEachChild(node, (child) => visit(child, inner));
  };
  const visitIf = (node: ir.If, path: readonly number[]): void => {
    visit(node.test, path);
    const then = [...path, blocks++];
    node.then.forEach((statement) => visit(statement, then));
    const otherwise = [...path, blocks++];
    node.otherwise.forEach((statement) => visit(statement, otherwise));
  };
  body.forEach((statement) => visit(statement, []));
  return [...loose.filter((binding) => !begun.has(binding)).map((binding) => ({ binding, path: [] })), ...places];
}

function targetBindings(target: ir.Expression): readonly Binding[] {
  if (target.kind === "Variable") return [target.binding];
  if (target.kind === "Spread") return targetBindings(target.operand);
  return target.kind === "TupleLiteral" ? target.elements.flatMap(targetBindings) : [];
}

function isLocal(binding: Binding): boolean {
  return binding.kind === "local" || binding.kind === "parameter" || binding.kind === "receiver";
}

function hasScope(node: ir.Node): boolean {
  return (
    (node.sort === "statement" &&
      !["Assign", "Declare", "Update", "ExpressionStatement", "Return", "LocalDeclaration"].includes(node.kind)) ||
    node.kind === "Closure" ||
    node.kind === "Function" ||
    node.kind === "Comprehension"
  );
}
