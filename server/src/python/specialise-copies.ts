import { namesBoundBelow } from "./expand-tree.ts";
import type { ExpandedUnit } from "./expand.ts";
import { type Candidate, singleNames } from "./specialise-candidates.ts";
import type { FunctionDef, Name, PythonNode, PythonUnit, Statement } from "./tree.ts";
import { walk } from "./walk.ts";

/** A copy of a function for one of its uses, or the function itself for what is used elsewhere. */
export interface Copy {
  readonly of: FunctionDef;
  readonly name: string;
  readonly definition: FunctionDef;
  /** What the names of functions in it stand for. */
  readonly uses: ReadonlyMap<Name, Copy>;
}

/** Which copies are one, by their order: for each the copy that stands for it and the name that this gets. */
export type Groups = ReadonlyMap<Copy, { readonly leader: Copy; readonly name: string }>;

const mostCopies = 240;
const knownCopies = new WeakMap<Statement, Map<string, Statement>>();
const knownParts = new WeakMap<Statement, PythonUnit>();

/** All copies that a module's uses of functions call for. */
export class Copies {
  readonly all: Copy[] = [];
  private readonly units: readonly ExpandedUnit[];
  private readonly candidates: ReadonlyMap<string, Candidate>;
  /** What the functions named outside of copied ones stand for. */
  private readonly outside = new Map<Statement, ReadonlyMap<Name, Copy>>();
  private readonly isOut: (statement: Statement) => boolean;

  constructor(units: readonly ExpandedUnit[], chosen: readonly Candidate[]) {
    this.units = units;
    const single = chosen.length > 0 ? singleNames(units) : new Set<string>();
    this.candidates = new Map(
      chosen.filter(({ node }) => single.has(node.name)).map((candidate) => [candidate.node.name, candidate]),
    );
    const copied = new Set<Statement>([...this.candidates.values()].map(({ node }) => node));
    this.isOut = (statement) => copied.has(statement);
    for (const statement of this.statements())
      if (!this.isOut(statement)) this.outside.set(statement, this.usesIn(statement, new Map()));
    // What nothing here uses may be used by others.
    for (const { node } of this.candidates.values())
      if (!this.all.some((copy) => copy.of === node)) this.copy(node, new Map());
  }

  private *statements(): Iterable<Statement> {
    for (const { parts } of this.units) for (const { body } of parts) yield* body;
  }

  private copy(node: FunctionDef, around: ReadonlyMap<FunctionDef, Copy>): Copy {
    const count = this.all.filter((copy) => copy.of === node).length;
    const name = count === 0 ? node.name : `${node.name}\u00b7${String(count + 1)}`;
    const uses = new Map<Name, Copy>();
    const made: Copy = { of: node, name, definition: node, uses };
    this.all.push(made);
    for (const [reference, copy] of this.usesIn(node, new Map([...around, [node, made]]))) uses.set(reference, copy);
    const definition = copied(node, name, (reference) => uses.get(reference)?.name) as FunctionDef;
    return Object.assign(made, { definition });
  }

  private usesIn(statement: Statement, around: ReadonlyMap<FunctionDef, Copy>): ReadonlyMap<Name, Copy> {
    const uses = new Map<Name, Copy>();
    const shadowed = namesBoundBelow(statement);
    walk(statement, (node) => {
      if (node.kind !== "Name" || shadowed.has(node.id)) return;
      const candidate = this.candidates.get(node.id)?.node;
      if (!candidate) return;
      const known =
        around.get(candidate) ?? this.all.find((copy) => this.all.length >= mostCopies && copy.of === candidate);
      uses.set(node, known ?? this.copy(candidate, around));
    });
    return uses;
  }

  /** The module with all copies apart. */
  apart(): readonly ExpandedUnit[] {
    if (this.candidates.size === 0) return this.units;
    return this.rewritten(
      (copy) => copy.name,
      (copy) => copy.definition,
      (node) => this.all.filter((copy) => copy.of === node),
    );
  }

  /** The module with one copy for each group. The same object where no function has more than one. */
  together(groups: Groups): readonly ExpandedUnit[] {
    const leaders = this.all.filter((copy) => groups.get(copy)!.leader === copy);
    if (leaders.length === this.candidates.size) return this.units;
    const nameOf = (copy: Copy): string => groups.get(copy)!.name;
    return this.rewritten(
      nameOf,
      (copy) =>
        copied(copy.of, nameOf(copy), (reference) => {
          const use = copy.uses.get(reference);
          return use && nameOf(use);
        }) as FunctionDef,
      (node) => leaders.filter((copy) => copy.of === node),
    );
  }

  private rewritten(
    nameOf: (copy: Copy) => string,
    definitionOf: (copy: Copy) => FunctionDef,
    copiesOf: (node: FunctionDef) => readonly Copy[],
  ): readonly ExpandedUnit[] {
    return this.units.map((unit): ExpandedUnit => {
      const parts = unit.parts.flatMap((part): readonly PythonUnit[] => {
        const [only] = part.body;
        if (only?.kind === "FunctionDef" && this.isOut(only))
          return copiesOf(only).map((copy, at) =>
            partFor(part, definitionOf(copy), at === 0 ? part.key : `${part.key}·${nameOf(copy)}`),
          );
        const body = part.body.map((statement) => {
          const uses = this.outside.get(statement)!;
          return uses.size === 0
            ? statement
            : copied(statement, undefined, (reference) => {
                const use = uses.get(reference);
                return use && nameOf(use);
              });
        });
        return [body.every((statement, at) => statement === part.body[at]) ? part : { ...part, body }];
      });
      return parts.every((part, at) => part === unit.parts[at]) ? unit : { ...unit, parts };
    });
  }
}

/** A part that holds a copy; the same object for the same copy. */
function partFor(part: PythonUnit, definition: FunctionDef, key: string): PythonUnit {
  if (part.body[0] === definition) return part;
  const known = knownParts.get(definition);
  if (known?.key === key && known.text === part.text && known.start === part.start) return known;
  const made: PythonUnit = {
    ...part,
    key,
    body: [definition],
    ...(key === part.key ? {} : { inner: [], blankBefore: true }),
  };
  knownParts.set(definition, made);
  return made;
}

/** A tree of new nodes in which references have the names they are given; the statement itself where nothing changes, and the same for the same names. */
function copied(
  statement: Statement,
  name: string | undefined,
  nameOf: (reference: Name) => string | undefined,
): Statement {
  const names = new Map<PythonNode, string>();
  const words: string[] = [name ?? ""];
  let changes = name !== undefined && "name" in statement && statement.name !== name;
  walk(statement, (node) => {
    const given = node.kind === "Name" ? nameOf(node) : undefined;
    if (given === undefined || node.kind !== "Name") return;
    names.set(node, given);
    words.push(given);
    changes ||= given !== node.id;
  });
  if (!changes) return statement;
  const key = words.join(" ");
  let known = knownCopies.get(statement);
  if (!known) knownCopies.set(statement, (known = new Map<string, Statement>()));
  let made = known.get(key);
  if (!made) {
    const tree = copyOf(statement, names) as Statement;
    known.set(key, (made = name === undefined ? tree : ({ ...tree, name } as Statement)));
  }
  return made;
}

function copyOf(value: unknown, names: ReadonlyMap<PythonNode, string>): unknown {
  if (Array.isArray(value)) return value.map((item: unknown) => copyOf(item, names));
  if (typeof value !== "object" || value === null) return value;
  const id = names.get(value as PythonNode);
  if (id !== undefined) return { ...value, id };
  return Object.fromEntries(
    Object.entries(value).map(([field, inner]: [string, unknown]) => [field, copyOf(inner, names)]),
  );
}
