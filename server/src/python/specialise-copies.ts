import type { PythonAnalysis } from "./analysis-api.ts";
import { namesBoundBelow } from "./expand-tree.ts";
import type { ExpandedUnit } from "./expand.ts";
import { type Candidate, singleNames } from "./specialise-candidates.ts";
import { settledTests } from "./specialise-tests.ts";
import { copied, sourceOf } from "./specialise-tree.ts";
import type { FunctionDef, Name, PythonNode, PythonUnit, Statement } from "./tree.ts";
import { walk } from "./walk.ts";

/** A copy of a function for one of its uses, or the function itself for what is used elsewhere. */
export interface Copy {
  readonly of: FunctionDef;
  readonly name: string;
  /** The copy as it is analysed by itself. */
  readonly definition: FunctionDef;
  /** What the names of functions in it stand for. */
  readonly uses: ReadonlyMap<Name, Copy>;
  /** The answers to what it asks about types, where there is only one. */
  readonly answers: ReadonlyMap<PythonNode, boolean>;
}

/** Which copies are one: for each the copy that stands for it and the name that this gets. */
export type Groups = ReadonlyMap<Copy, { readonly leader: Copy; readonly name: string }>;

const mostCopies = 240;
const knownParts = new WeakMap<Statement, PythonUnit>();
const noAnswers: ReadonlyMap<PythonNode, boolean> = new Map();

/** All copies that a module's uses of functions call for. */
export class Copies {
  private made: Copy[] = [];
  private readonly units: readonly ExpandedUnit[];
  private readonly candidates: ReadonlyMap<string, Candidate>;
  /** What the functions named outside of copied ones stand for. */
  private readonly outside = new Map<Statement, ReadonlyMap<Name, Copy>>();
  private readonly copiedOnes: ReadonlySet<Statement>;

  constructor(units: readonly ExpandedUnit[], chosen: readonly Candidate[]) {
    this.units = units;
    const single = chosen.length > 0 ? singleNames(units) : new Set<string>();
    this.candidates = new Map(
      chosen.filter(({ node }) => single.has(node.name)).map((candidate) => [candidate.node.name, candidate]),
    );
    this.copiedOnes = new Set<Statement>([...this.candidates.values()].map(({ node }) => node));
    for (const { parts } of units)
      for (const { body } of parts)
        for (const statement of body)
          if (!this.copiedOnes.has(statement)) this.outside.set(statement, this.usesIn(statement, new Map()));
    this.keepAll();
  }

  get all(): readonly Copy[] {
    return this.made;
  }

  /** What nothing here uses may be used by others. */
  private keepAll(): void {
    for (const { node } of this.candidates.values())
      if (!this.made.some((copy) => copy.of === node)) this.copy(node, new Map());
  }

  private copy(node: FunctionDef, around: ReadonlyMap<FunctionDef, Copy>): Copy {
    const count = this.made.filter((copy) => copy.of === node).length;
    const name = count === 0 ? node.name : `${node.name}\u00b7${String(count + 1)}`;
    const uses = new Map<Name, Copy>();
    const made: Copy = { of: node, name, definition: node, uses, answers: noAnswers };
    this.made.push(made);
    for (const [reference, copy] of this.usesIn(node, new Map([...around, [node, made]]))) uses.set(reference, copy);
    return Object.assign(made, { definition: definitionOf(made, noAnswers) });
  }

  private usesIn(statement: Statement, around: ReadonlyMap<FunctionDef, Copy>): ReadonlyMap<Name, Copy> {
    const uses = new Map<Name, Copy>();
    const shadowed = namesBoundBelow(statement);
    walk(statement, (node) => {
      if (node.kind !== "Name" || shadowed.has(node.id)) return;
      const candidate = this.candidates.get(node.id)?.node;
      if (!candidate) return;
      const isFull = this.made.length >= mostCopies;
      const known = around.get(candidate) ?? this.made.find((copy) => isFull && copy.of === candidate);
      uses.set(node, known ?? this.copy(candidate, around));
    });
    return uses;
  }

  /** Drops the branches of copies that are never taken, now that their types are known. Says whether there were any. */
  answer(analysis: PythonAnalysis): boolean {
    let some = false;
    for (const copy of this.made) {
      const found = [...settledTests(copy.definition, analysis)].map(
        ([node, outcome]) => [sourceOf(node), outcome] as const,
      );
      const answers = new Map([...copy.answers, ...found]);
      if (answers.size === copy.answers.size) continue;
      some = true;
      Object.assign(copy, { answers, definition: definitionOf(copy, answers) });
    }
    if (some) this.dropUnused();
    return some;
  }

  /** Forgets the copies that only branches use which are never taken. */
  private dropUnused(): void {
    const reached = new Set<Copy>();
    const reach = (copy: Copy): void => {
      if (reached.has(copy)) return;
      reached.add(copy);
      const left = new Set<PythonNode>();
      walk(copy.definition, (node) => {
        if (node.kind === "Name") left.add(sourceOf(node));
      });
      for (const [reference, use] of copy.uses) if (left.has(reference)) reach(use);
    };
    for (const uses of this.outside.values()) for (const copy of uses.values()) reach(copy);
    for (const { node } of this.candidates.values()) {
      const those = this.made.filter((copy) => copy.of === node);
      if (!those.some((copy) => reached.has(copy))) reach(those[0]!);
    }
    this.made = this.made.filter((copy) => reached.has(copy));
  }

  /** The module with all copies apart. */
  apart(): readonly ExpandedUnit[] {
    if (this.candidates.size === 0) return this.units;
    return this.rewritten(
      (copy) => copy.name,
      (copy) => copy.definition,
      (node) => this.made.filter((copy) => copy.of === node),
    );
  }

  /** The module with one copy for each group. The same object where no function has more than one, and none is changed. */
  together(groups: Groups): readonly ExpandedUnit[] {
    const leaders = this.made.filter((copy) => groups.get(copy)!.leader === copy);
    if (leaders.length === this.candidates.size && leaders.every(({ answers }) => answers.size === 0))
      return this.units;
    const nameOf = (copy: Copy): string => groups.get(copy)?.name ?? copy.of.name;
    return this.rewritten(
      nameOf,
      (copy) => definitionOf(copy, copy.answers, nameOf),
      (node) => leaders.filter((copy) => copy.of === node),
    );
  }

  private rewritten(
    nameOf: (copy: Copy) => string,
    make: (copy: Copy) => FunctionDef,
    copiesOf: (node: FunctionDef) => readonly Copy[],
  ): readonly ExpandedUnit[] {
    return this.units.map((unit): ExpandedUnit => {
      const parts = unit.parts.flatMap((part): readonly PythonUnit[] => {
        const [only] = part.body;
        if (only?.kind === "FunctionDef" && this.copiedOnes.has(only))
          return copiesOf(only).map((copy, at) =>
            partFor(part, make(copy), at === 0 ? part.key : `${part.key}\u00b7${nameOf(copy)}`),
          );
        const body = part.body.map((statement) => this.rewrittenOutside(statement, nameOf));
        return [body.every((statement, at) => statement === part.body[at]) ? part : { ...part, body }];
      });
      return parts.length === unit.parts.length && parts.every((part, at) => part === unit.parts[at])
        ? unit
        : { ...unit, parts };
    });
  }

  private rewrittenOutside(statement: Statement, nameOf: (copy: Copy) => string): Statement {
    const uses = this.outside.get(statement)!;
    if (uses.size === 0) return statement;
    return copied(statement, {
      answers: noAnswers,
      nameOf: (reference) => {
        const use = uses.get(reference);
        return use && nameOf(use);
      },
    });
  }
}

function definitionOf(
  copy: Copy,
  answers: ReadonlyMap<PythonNode, boolean>,
  nameOf = (use: Copy): string => use.name,
): FunctionDef {
  return copied(copy.of, {
    name: nameOf(copy),
    answers,
    nameOf: (reference) => {
      const use = copy.uses.get(reference);
      return use && nameOf(use);
    },
  }) as FunctionDef;
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
