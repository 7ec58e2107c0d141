import type * as go from "../../go/tree.ts";
import type * as py from "../../python/tree.ts";
import type { PatternReaders } from "./readers.ts";
import type { LibraryRow } from "./row.ts";
import { parseTypePattern, type TypePattern } from "./type-pattern.ts";

/** How metavariables are spelled where the readers see them. */
const prefix = "metavariable_";
const restSuffix = "_rest";
const helperPrefix = "runtime_helper_";

/** A metavariable of a pattern. `rest`: it takes any number of arguments. */
export interface Metavariable {
  readonly name: string;
  readonly rest: boolean;
}

/** The metavariable that an identifier of a pattern stands for. */
export function metavariable(identifier: string): Metavariable | undefined {
  if (!identifier.startsWith(prefix)) return undefined;
  const name = identifier.slice(prefix.length);
  return name.endsWith(restSuffix) ? { name: name.slice(0, -restSuffix.length), rest: true } : { name, rest: false };
}

/** The runtime helper that an identifier of a pattern stands for. */
export function helperName(identifier: string): string | undefined {
  return identifier.startsWith(helperPrefix) ? identifier.slice(helperPrefix.length) : undefined;
}

/** A row with its patterns read, the first time that it is needed. */
export class CompiledRow {
  readonly id: string;
  readonly row: LibraryRow;
  readonly #readers: PatternReaders;
  #python: py.Expression | undefined;
  #go: go.Expr | undefined;
  #message: go.Expr | undefined;
  #error: go.Expr | undefined;
  #typed: go.Expr | undefined;
  #exact: py.Expression | undefined;
  #grouped: go.Expr | undefined;
  #types: ReadonlyMap<string, TypePattern> | undefined;

  constructor(id: string, row: LibraryRow, readers: PatternReaders) {
    this.id = id;
    this.row = row;
    this.#readers = readers;
  }

  get python(): py.Expression {
    this.#python ??= this.#readers.python(spell(this.row.python));
    return this.#python;
  }

  get go(): go.Expr {
    this.#go ??= this.#readers.go(spell(this.row.go));
    return this.#go;
  }

  /** The Python side that raises what has Go's own message. */
  get exact(): py.Expression | undefined {
    if (this.row.exact !== undefined) this.#exact ??= this.#readers.python(spell(this.row.exact));
    return this.#exact;
  }

  /** The message of the exception, as Go. */
  get message(): go.Expr | undefined {
    if (this.row.message !== undefined) this.#message ??= this.#readers.go(spell(this.row.message));
    return this.#message;
  }

  /** The Go side for a result of a known type. */
  get typed(): go.Expr | undefined {
    if (this.row.typed !== undefined) this.#typed ??= this.#readers.go(spell(this.row.typed));
    return this.#typed;
  }

  /** The Go side where numbers in texts have underscores. */
  get grouped(): go.Expr | undefined {
    if (this.row.grouped !== undefined) this.#grouped ??= this.#readers.go(spell(this.row.grouped));
    return this.#grouped;
  }

  /** The error that handlers see. */
  get error(): go.Expr | undefined {
    if (this.row.error !== undefined) this.#error ??= this.#readers.go(spell(this.row.error));
    return this.#error;
  }

  /** The type that a metavariable must have. */
  type(name: string): TypePattern {
    this.#types ??= new Map(
      Object.entries(this.row.types ?? {}).map(([variable, text]) => [variable, parseTypePattern(text)]),
    );
    return this.#types.get(name) ?? { kind: "any" };
  }
}

/** A pattern with its metavariables and helpers as identifiers. */
export function spell(pattern: string): string {
  return pattern
    .replace(/\$(\w+)\.\.\./g, `${prefix}$1${restSuffix}`)
    .replace(/\$(\w+)/g, `${prefix}$1`)
    .replace(/@(\w+)/g, `${helperPrefix}$1`);
}

/** Operators of both languages, the loosest first. */
const precedence = [/^(==|!=|<=|>=|<|>)$/, /^(\+|-|\||\^)$/, /^(\*|\/\/|\/|%|&|<<|>>)$/] as const;

/** The operator of an operation, where the pattern is one: the last of the loosest outside of brackets. */
function operatorOf(pattern: string): string | undefined {
  let outer = pattern.replace(/"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'/g, "_");
  for (let inner = ""; inner !== outer;)
    [inner, outer] = [outer, outer.replace(/\([^()]*\)|\[[^[\]]*\]|\{[^{}]*\}/g, "_")];
  const words = outer.split(" ").filter((_, position) => position % 2 === 1);
  const isOperation = words.every((word) => precedence.some((level) => level.test(word)));
  return isOperation ? precedence.map((level) => words.findLast((word) => level.test(word))).find(Boolean) : undefined;
}

/** Where rows are looked up: the last name of a call or member, since receivers and packages are compared later; the operator of an operation. */
export function headOf(pattern: string): string {
  const operator = operatorOf(pattern);
  if (operator !== undefined) return operator;
  if (pattern.endsWith("]") && !pattern.startsWith("[")) return "[]";
  const bare = pattern.replace(/\((?:[^()]|\((?:[^()]|\([^()]*\))*\))*\)$/, "");
  return /(\w+)$/.exec(bare)?.[1] ?? bare;
}
