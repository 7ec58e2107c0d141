import type { Type } from "../types/type.ts";
import { exactKey } from "./analysis-keys.ts";
import type { Part } from "./analysis-modules.ts";
import type { Program } from "./analysis-program.ts";
import type { ClassDecl } from "./analysis-declarations.ts";
import type { Environment } from "./infer-context.ts";
import { type Phase, type UnitResult, inferUnit } from "./infer-unit.ts";

/** One thing that the inference of a part was told by the rest of the program. */
interface Dependency {
  readonly kind: "slot" | "name" | "path" | "class" | "overrides" | "attribute" | "example";
  /** The module of a name. */
  readonly module: string;
  readonly name: string;
  /** The same text exactly when the same is told. */
  readonly key: string;
}

/** A result and all that it was told by the rest of the program: it holds as long as that would be told again. */
interface Memo {
  readonly phase: Phase;
  readonly dependencies: readonly Dependency[];
  readonly result: UnitResult;
  /** Only what the unit contributes was kept, which is all that a round on the way needs. */
  readonly isSlim: boolean;
}

/** Results of each part, by its text: the rounds of an analysis that are the same in the next need no inference. */
export type SolveMemory = ReadonlyMap<Part, readonly Memo[]>;

/** One walk over all parts; the part at position `i` is looked at in step `start + i`. */
interface Round {
  readonly phase: Phase;
  readonly start: number;
}

/** What a part told the rest of the program in a step. */
interface Step {
  readonly at: number;
  readonly contributions: ReadonlyMap<string, Type>;
}

const mostRounds = 12;
const mostMemos = 24;

/**
 * The solved types of a program. Every part is inferred until no solved type changes: first with what is evident, then guessing from use, the surest
 * guesses first. The sequence is the same whether results are remembered or not, and so is the answer. It is written down, so that a part that
 * changes can be put in its place in the sequence alone: as long as it tells the others in each step what it told them before, they need no look.
 */
export class Solution {
  readonly results = new Map<Part, UnitResult>();
  private readonly program: Program;
  private readonly previous: SolveMemory | undefined;
  private readonly current = new Map<Part, Memo>();
  private readonly memos = new Map<Part, readonly Memo[]>();
  private readonly rounds: Round[] = [];
  private readonly steps = new Map<Part, readonly Step[]>();
  /** How many times a part was inferred and not remembered, in this analysis. */
  inferred = 0;

  constructor(program: Program, previous: SolveMemory | undefined) {
    this.program = program;
    this.previous = previous;
    for (const phase of [0, 1, 2, 3, 4] as const) this.runPhase(phase);
    program.slots.now = Number.POSITIVE_INFINITY;
    for (const part of program.parts) this.conclude(part);
    this.previous = undefined;
  }

  get memory(): SolveMemory {
    return this.memos;
  }

  private runPhase(phase: Phase): void {
    const { parts, slots } = this.program;
    for (let round = 0; round < mostRounds; round++) {
      const start = this.rounds.length * parts.length;
      this.rounds.push({ phase, start });
      let changed = false;
      for (const [position, part] of parts.entries()) {
        const known = this.current.get(part);
        if (known && fitsPhase(known, phase) && this.stillHolds(known)) continue;
        slots.now = start + position;
        const memo = this.remember(part, phase);
        this.current.set(part, memo);
        const { contributions } = memo.result;
        this.steps.set(part, [...(this.steps.get(part) ?? []), { at: slots.now, contributions }]);
        changed = slots.contribute(part.id, contributions) || changed;
      }
      slots.now = start + parts.length;
      if (!changed) return;
    }
  }

  /**
   * Puts a part in the place of another that the rest of the program cannot tell from it by its declarations. Says whether all else is as it was; where
   * it is not, the solution must not be used any more.
   */
  replace(before: Part, after: Part): boolean {
    const { parts, slots } = this.program;
    const position = parts.indexOf(after);
    const past = this.steps.get(before) ?? [];
    const steps: Step[] = [];
    const [told, toldBefore] = [new Map<string, string>(), new Map<string, string>()];
    let current: Memo | undefined;
    for (const { phase, start } of this.rounds) {
      const at = start + position;
      slots.now = at;
      const was = past.find((step) => step.at === at);
      if (was) addKeys(toldBefore, was.contributions);
      if (!current || !fitsPhase(current, phase) || !this.holds(current)) {
        current = this.remember(after, phase);
        const { contributions } = current.result;
        steps.push({ at, contributions });
        addKeys(told, contributions);
      }
      if (!sameEntries(told, toldBefore)) return false;
    }
    slots.now = Number.POSITIVE_INFINITY;
    for (const map of [this.current, this.memos, this.steps, this.results]) if (before !== after) map.delete(before);
    this.current.set(after, current!);
    this.steps.set(after, steps);
    this.conclude(after);
    return true;
  }

  /** Keeps the whole result of the last memo, and of the others what a later analysis needs. */
  private conclude(part: Part): void {
    const last = this.current.get(part)!;
    const memo = last.isSlim ? this.infer(part, last.phase) : last;
    this.results.set(part, memo.result);
    this.memos.set(
      part,
      (this.memos.get(part) ?? []).map((other) => (other === last ? memo : other.isSlim ? other : slim(other))),
    );
  }

  private remember(part: Part, phase: Phase): Memo {
    const kept = this.memos.get(part) ?? [];
    const candidates = [...kept, ...(this.previous?.get(part) ?? [])];
    const memo =
      candidates.find((candidate) => fitsPhase(candidate, phase) && this.holds(candidate)) ?? this.infer(part, phase);
    if (!kept.includes(memo)) this.memos.set(part, [...kept, memo].slice(-mostMemos));
    return memo;
  }

  private holds(memo: Memo): boolean {
    return memo.dependencies.every((dependency) => this.keyOf(dependency) === dependency.key);
  }

  /** Whether a memo that held before in this solving holds: only slots have changed since. */
  private stillHolds(memo: Memo): boolean {
    const { slots } = this.program;
    return memo.dependencies.every(({ kind, name, key }) => kind !== "slot" || slots.key(name) === key);
  }

  private keyOf({ kind, module, name }: Omit<Dependency, "key">): string {
    const { program } = this;
    switch (kind) {
      case "slot":
        return program.slots.key(name);
      case "name":
        return program.entityKey(program.global(module, name));
      case "path":
        return program.entityKey(program.path(name));
      case "class": {
        const decl = program.classes.get(name);
        return decl ? program.keyOf(decl) : "";
      }
      case "overrides": {
        const decl = program.functions.get(name);
        return decl
          ? program
              .overridesOf(decl)
              .map((one) => program.keyOf(one))
              .join("\n")
          : "";
      }
      case "attribute":
        return program
          .classesWith(name)
          .map((info) => info.decl.id)
          .join();
      default:
        return program.exampleResult(name) ? "example" : "";
    }
  }

  private infer(part: Part, phase: Phase): Memo {
    this.inferred++;
    const { program } = this;
    const dependencies = new Map<string, Dependency>();
    const note = (kind: Dependency["kind"], name: string, module = ""): void => {
      const question = `${kind} ${module} ${name}`;
      if (dependencies.has(question)) return;
      dependencies.set(question, { kind, module, name, key: this.keyOf({ kind, module, name }) });
    };
    const noted = new Set<ClassDecl>();
    const noteClass = (decl: ClassDecl): void => {
      if (noted.has(decl)) return;
      noted.add(decl);
      for (const one of program.classInfo(decl).lineage) note("class", one.id);
    };
    const globals = remembering((name: string) => {
      note("name", name, part.decls.module);
      return program.global(part.decls.module, name);
    });
    const env: Environment = {
      library: program.library,
      global: (module, name) => {
        if (module === part.decls.module) return globals(name);
        note("name", name, module);
        return program.global(module, name);
      },
      path: remembering((path: string) => {
        note("path", path);
        return program.path(path);
      }),
      importPath: (module, alias) => program.importPath(module, alias),
      slot: (slot) => {
        note("slot", slot);
        return program.slots.value(slot);
      },
      classInfo: (decl) => {
        noteClass(decl);
        return program.classInfo(decl);
      },
      classOfType: (type: Type) => {
        const info = program.classOfType(type);
        if (info) noteClass(info.decl);
        return info;
      },
      classesWith: remembering((attribute: string) => {
        note("attribute", attribute);
        return program.classesWith(attribute);
      }),
      overridesOf: (decl) => {
        note("overrides", decl.id);
        return program.overridesOf(decl);
      },
      annotationScope: (module, scope, self) =>
        program.annotationScope(module, scope, self, (name) => note("name", name, module)),
    };
    const result = inferSafely(env, part.decls, part.binding, phase, (slot) => program.exampleResult(slot));
    return { phase, dependencies: [...dependencies.values()], result, isSlim: false };
  }
}

function addKeys(keys: Map<string, string>, contributions: ReadonlyMap<string, Type>): void {
  for (const [slot, type] of contributions) keys.set(slot, exactKey(type));
}

function sameEntries(left: ReadonlyMap<string, string>, right: ReadonlyMap<string, string>): boolean {
  return left.size === right.size && [...left].every(([name, key]) => right.get(name) === key);
}

function slim(memo: Memo): Memo {
  const { contributions, isSettled } = memo.result;
  return { ...memo, result: { ...emptyResult, contributions, isSettled }, isSlim: true };
}

/** The function, with its answers kept. */
function remembering<Answer>(ask: (question: string) => Answer): (question: string) => Answer {
  const answers = new Map<string, Answer>();
  return (question) => {
    if (!answers.has(question)) answers.set(question, ask(question));
    return answers.get(question)!;
  };
}

/** A result that guessed less stands where there was nothing more to guess. */
function fitsPhase(memo: Memo, phase: Phase): boolean {
  return memo.phase === phase || (memo.phase < phase && memo.result.isSettled);
}

const emptyResult: UnitResult = {
  types: new Map(),
  webs: new Map(),
  calls: new Map(),
  attributes: new Map(),
  lambdas: new Map(),
  contributions: new Map(),
  isSettled: true,
};

/** Code that nests so deep that the stack does not hold it stays without types. */
function inferSafely(...given: Parameters<typeof inferUnit>): UnitResult {
  try {
    return inferUnit(...given);
  } catch (error) {
    if (error instanceof RangeError) return emptyResult;
    throw error;
  }
}
