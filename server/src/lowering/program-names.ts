import type { Language } from "../base/language.ts";
import type { Declaration, Record } from "../ir/node.ts";
import type { IrModule } from "../ir/module.ts";
import type { Binding } from "../types/binding.ts";
import { methodSet } from "../types/method-set.ts";
import type { Type, TypeSymbol } from "../types/type.ts";
import { conventionalName, freshName, type NameRole } from "./names.ts";

/** What everything that can be seen from outside a function is called in the target language. */
export interface ProgramNames {
  readonly target: Language;
  /** Source and target are one language, so that names stay as they are. */
  readonly isFaithful: boolean;
  /** The name of a binding of a module, or undefined for local ones. */
  global(binding: Pick<Binding, "id">): string | undefined;
  typeName(symbol: TypeSymbol): string;
  member(name: string, type: Type | undefined, flavour: "field" | "method"): string;
  /**
   * The name of something that a class becomes in Go besides its type: the struct of a class that is an interface, a method that is a function
   * (`part` is the method), a class attribute that is a variable (`part` is the attribute).
   */
  derived(symbol: TypeSymbol, role: DerivedRole, part?: string): string;
  isTaken(name: string): boolean;
}

export type DerivedRole = "struct" | "function" | "attribute";

/** Python's special methods, and what Go developers call theirs. */
const specialMethods: Readonly<globalThis.Record<string, string>> = {
  __str__: "String",
  __repr__: "GoString",
  __len__: "Len",
  __eq__: "Equal",
  __lt__: "Less",
  __le__: "LessEqual",
  __gt__: "Greater",
  __ge__: "GreaterEqual",
  __ne__: "NotEqual",
  __add__: "Add",
  __sub__: "Sub",
  __mul__: "Mul",
  __truediv__: "Div",
  __floordiv__: "FloorDiv",
  __mod__: "Mod",
  __pow__: "Pow",
  __neg__: "Neg",
  __abs__: "Abs",
  __matmul__: "MatMul",
  __radd__: "RAdd",
  __rsub__: "RSub",
  __rmul__: "RMul",
  __iadd__: "IAdd",
  __isub__: "ISub",
  __imul__: "IMul",
  __and__: "And",
  __or__: "Or",
  __xor__: "Xor",
  __invert__: "Invert",
  __iter__: "All",
  __next__: "Next",
  __contains__: "Contains",
  __getitem__: "At",
  __setitem__: "Set",
  __delitem__: "Delete",
  __call__: "Call",
  __hash__: "Hash",
  __bool__: "Bool",
  __enter__: "Enter",
  __exit__: "Exit",
  __aenter__: "Enter",
  __aexit__: "Exit",
  __aiter__: "All",
  __int__: "Int",
  __float__: "Float",
  __reversed__: "Backward",
  __format__: "FormatSpec",
};

/** The other way; only methods whose Go name promises the same meaning. */
const specialNames: Readonly<globalThis.Record<string, string>> = {
  String: "__str__",
  Error: "__str__",
  Len: "__len__",
};

/** What annotations of a class are written with, which a field of the same name would hide. */
const annotations: ReadonlySet<string> = new Set("bool bytes dict float int list set str tuple".split(" "));

/** One name that a declaration asks for. */
interface Claim {
  readonly binding: Binding;
  readonly role: NameRole;
  /** The type that is called so. */
  readonly symbol?: TypeSymbol;
  /** The bases of a class, and what it may become in Go besides its type: see `derived`. */
  readonly bases?: readonly TypeSymbol[];
  readonly parts?: readonly { readonly role: DerivedRole; readonly part: string }[];
}

/**
 * Names everything that the modules declare. Deterministic; the first declaration of a name gets it. Where everything asks for the same names as it
 * did for `previous`, that goes on.
 */
export function nameProgram(
  modules: readonly IrModule[],
  target: Language,
  isProgram: boolean,
  previous?: ProgramNames,
): ProgramNames {
  const isFaithful = modules.every((module) => module.language === target);
  const lists = modules.flatMap((module) => module.units.map((unit) => claimsOf(unit.declarations)));
  const before = previous instanceof Naming ? previous : undefined;
  const isSame =
    before?.target === target &&
    before.isProgram === isProgram &&
    before.isFaithful === isFaithful &&
    before.lists.length === lists.length &&
    before.lists.every((list, position) => sameClaims(list, lists[position]!));
  return isSame ? before : new Naming(lists, target, isProgram, isFaithful);
}

class Naming implements ProgramNames {
  readonly lists: readonly (readonly Claim[])[];
  readonly target: Language;
  readonly isProgram: boolean;
  readonly isFaithful: boolean;
  readonly #names = new Map<string, string>();
  readonly #typeNames = new Map<TypeSymbol, string>();
  readonly #taken = new Set<string>();
  readonly #hasStr: boolean;
  readonly #members = new Map<string, string>();
  readonly #derived = new Map<TypeSymbol, ReadonlyMap<string, string>>();

  constructor(lists: readonly (readonly Claim[])[], target: Language, isProgram: boolean, isFaithful: boolean) {
    this.lists = lists;
    this.target = target;
    this.isProgram = isProgram;
    this.isFaithful = isFaithful;
    this.#hasStr = lists.some((list) => list.some((claim) => claim.parts?.some((part) => part.part === "__str__")));
    for (const claim of lists.flat()) {
      const name = this.#claim(claim);
      if (claim.symbol) this.#typeNames.set(claim.symbol, name);
    }
    if (target === "go" && !isFaithful) this.#derive(lists.flat());
    if (target === "python" && !isFaithful) for (const { symbol } of lists.flat()) if (symbol) this.#keepApart(symbol);
  }

  /**
   * A class of Python has one name for a field and a method, where Go tells `name` and `Name` apart: the field is the private one. A list or dict with
   * methods of its own keeps those that it has anyway.
   */
  #keepApart(symbol: TypeSymbol): void {
    const { underlying } = symbol;
    const own = [...symbol.methods.keys()];
    const names = underlying?.kind === "struct" ? methodSet({ kind: "named", symbol, arguments: [] }).keys() : own;
    // `Len() float64` is another length than Python's.
    for (const [name, { type }] of symbol.methods) {
      const expected = name === "Len" ? "int" : "string";
      if (specialNames[name] && (type.parameters.length > 0 || type.result.kind !== expected))
        this.#members.set(`method ${name}`, conventionalName(name, "method", "python", true));
    }
    const methods = new Set([...names].map((name) => memberName(name, "method", "python")));
    const fields = underlying?.kind === "struct" ? underlying.fields : [];
    for (const { name } of fields) {
      const wish = memberName(name, "field", "python");
      if (methods.has(wish)) this.#members.set(`field ${name}`, `_${wish}`);
      else if (annotations.has(wish)) this.#members.set(`field ${name}`, `${wish}_`);
    }
    const taken = underlying && inherited[underlying.kind];
    for (const name of taken ? own : []) {
      const wish = memberName(name, "method", "python");
      if (taken?.has(wish)) this.#members.set(`method ${name}`, `${wish}_`);
    }
  }

  /** Names what classes may become besides their types. What is declared under such a name keeps it. */
  #derive(claims: readonly Claim[]): void {
    const bases = new Set(claims.flatMap((claim) => claim.bases ?? []));
    for (const { symbol, parts } of claims) {
      if (!symbol || !parts) continue;
      const names = new Map<string, string>();
      for (const { role, part } of parts) {
        if (role !== "attribute" && !bases.has(symbol)) continue;
        const name = freshName(derivedName(this.typeName(symbol), role, part), this.#taken);
        names.set(`${role} ${part}`, name);
        this.#taken.add(name);
      }
      this.#derived.set(symbol, names);
    }
  }

  derived(symbol: TypeSymbol, role: DerivedRole, part = ""): string {
    return this.#derived.get(symbol)?.get(`${role} ${part}`) ?? derivedName(symbol.name, role, part);
  }

  #claim({ binding, role }: Claim): string {
    const known = this.#names.get(binding.id);
    if (known !== undefined) return known;
    const wish = this.isFaithful ? binding.name : conventionalName(binding.name, role, this.target, !this.isProgram);
    const name = freshName(wish, this.#taken);
    this.#names.set(binding.id, name);
    this.#taken.add(name);
    return name;
  }

  global(binding: Pick<Binding, "id">): string | undefined {
    return this.#names.get(binding.id);
  }

  typeName(symbol: TypeSymbol): string {
    const known = this.#typeNames.get(symbol);
    return known ?? (this.isFaithful ? symbol.name : conventionalName(symbol.name, "type", this.target, true));
  }

  member(name: string, _type: Type | undefined, flavour: "field" | "method"): string {
    if (this.isFaithful) return name;
    // One text is the text; `GoString` is told apart only where a program has both.
    const wish = name === "__repr__" && !this.#hasStr ? "__str__" : name;
    return this.#members.get(`${flavour} ${name}`) ?? memberName(wish, flavour, this.target);
  }

  isTaken(name: string): boolean {
    return this.#taken.has(name);
  }
}

const listMethods = new Set(["append", "extend", "insert", "clear", "sort", "copy", "reverse", "index", "count"]);

/** The methods of Python's collections that translated code calls, so that classes derived from them keep them. */
const inherited: Readonly<globalThis.Record<string, ReadonlySet<string>>> = {
  list: listMethods,
  array: listMethods,
  dict: new Set(["get", "items", "values", "update", "setdefault", "clear", "copy"]),
  string: new Set(["split", "join", "encode", "lower", "upper", "strip", "replace", "find", "index", "count", "title"]),
};

const knownClaims = new WeakMap<readonly Declaration[], readonly Claim[]>();

function claimsOf(declarations: readonly Declaration[]): readonly Claim[] {
  let claims = knownClaims.get(declarations);
  if (!claims) knownClaims.set(declarations, (claims = declarations.flatMap(claimsIn)));
  return claims;
}

function sameClaims(left: readonly Claim[], right: readonly Claim[]): boolean {
  return (
    left === right ||
    (left.length === right.length &&
      left.every(({ binding, role, symbol, bases, parts }, position) => {
        const other = right[position]!;
        return (
          binding.id === other.binding.id &&
          binding.name === other.binding.name &&
          role === other.role &&
          symbol === other.symbol &&
          sameItems(bases, other.bases, (one, another) => one === another) &&
          sameItems(parts, other.parts, (one, another) => one.role === another.role && one.part === another.part)
        );
      }))
  );
}

function sameItems<Item>(
  left: readonly Item[] = [],
  right: readonly Item[] = [],
  same: (one: Item, another: Item) => boolean,
): boolean {
  return left === right || (left.length === right.length && left.every((item, i) => same(item, right[i]!)));
}

function claimsIn(declaration: Declaration): readonly Claim[] {
  switch (declaration.kind) {
    case "Function":
      return declaration.symbol === undefined ? [{ binding: declaration.binding, role: "function" }] : [];
    case "Record": {
      const bases = declaration.bases.flatMap((base) => (base.kind === "named" ? [base.symbol] : []));
      const { binding, symbol } = declaration;
      return [{ binding, role: "type", symbol, bases, parts: derivedParts(declaration) }];
    }
    case "Interface":
    case "Enumeration":
    case "TypeDefinition":
      return [{ binding: declaration.binding, role: "type", symbol: declaration.symbol }];
    case "Global": {
      const { target } = declaration;
      if (target.kind === "Variable")
        return [{ binding: target.binding, role: declaration.constant ? "constant" : "variable" }];
      const elements = target.kind === "TupleLiteral" ? target.elements : [];
      return elements.flatMap((element): readonly Claim[] =>
        element.kind === "Variable" ? [{ binding: element.binding, role: "variable" }] : [],
      );
    }
    default:
      return [];
  }
}

function derivedParts(record: Record): NonNullable<Claim["parts"]> {
  return [
    { role: "struct", part: "" },
    ...record.methods.map((method) => ({ role: "function" as const, part: method.name })),
    ...(record.initializer ? [{ role: "function" as const, part: "__init__" }] : []),
    ...record.classAttributes.map((attribute) => ({ role: "attribute" as const, part: attribute.name })),
  ];
}

function derivedName(typeName: string, role: DerivedRole, part: string): string {
  if (role === "struct") return `${typeName}Base`;
  if (role === "attribute") return `${unexported(typeName)}${memberName(part.replace(/^_+/, ""), "method", "go")}`;
  const verb = part === "__init__" ? "Init" : memberName(part.replace(/^_+(?!_)/, ""), "method", "go");
  return `${unexported(verb)}${typeName}`;
}

function unexported(name: string): string {
  return name.replace(/^[A-Z]+(?=[A-Z][a-z])|^[A-Z]+$|^[A-Z]/, (head) => head.toLowerCase());
}

function memberName(name: string, flavour: "field" | "method", target: Language): string {
  if (target === "go") {
    const special = specialMethods[name];
    if (special !== undefined) return special;
    return conventionalName(name, flavour, "go", !name.startsWith("_"));
  }
  const special = flavour === "method" ? specialNames[name] : undefined;
  const wish = special ?? conventionalName(name, flavour, "python", true);
  const isUsed = annotationNames.has(wish) || (flavour === "field" && fieldNames.has(wish));
  return isUsed ? `${wish}_` : wish;
}

/** What annotations in the body of a class mean by these names, a member of this name would hide. */
const annotationNames: ReadonlySet<string> = new Set(["list", "dict", "str", "int", "float", "bool", "bytes"]);

/** The same of fields alone: annotations of sets are rare, and methods called `set` are not. */
const fieldNames: ReadonlySet<string> = new Set(["set", "tuple", "field"]);
