import type { Type } from "../types/type.ts";
import { entityKey } from "./analysis-keys.ts";
import type { Part } from "./analysis-modules.ts";
import type { Program } from "./analysis-program.ts";
import type { ClassDecl } from "./analysis-declarations.ts";
import type { Environment } from "./infer-context.ts";
import { type Phase, type UnitResult, inferUnit } from "./infer-unit.ts";

/** A result and all that it was told by the rest of the program: it holds as long as that would be told again. */
export interface Memo {
  readonly phase: Phase;
  readonly dependencies: ReadonlyMap<string, string>;
  readonly result: UnitResult;
  /** Only what the unit contributes was kept, which is all that a round on the way needs. */
  readonly isSlim: boolean;
}

/** Results of each part, by its text: the rounds of an analysis that are the same in the next need no inference. */
export type SolveMemory = Map<Part, readonly Memo[]>;

export interface Solution {
  readonly results: ReadonlyMap<Part, UnitResult>;
  readonly memory: SolveMemory;
  /** How many times a part was inferred and not remembered. */
  readonly inferred: number;
}

const mostRounds = 12;
const mostMemos = 24;

/**
 * Infers every part until no solved type changes: first with what is evident, then guessing from use, the surest guesses first. The sequence is the same
 * whether results are remembered or not, and so is the answer.
 */
export function solve(program: Program, previous: SolveMemory | undefined): Solution {
  const state = new Solver(program, previous);
  for (const phase of [0, 1, 2, 3] as const) state.phase(phase);
  return state.solution();
}

class Solver {
  private readonly program: Program;
  private readonly previous: SolveMemory | undefined;
  private readonly current = new Map<Part, Memo>();
  private readonly memory: Map<Part, Memo[]> = new Map();
  private inferred = 0;

  constructor(program: Program, previous: SolveMemory | undefined) {
    this.program = program;
    this.previous = previous;
  }

  phase(phase: Phase): void {
    for (let round = 0; round < mostRounds; round++) {
      let changed = false;
      for (const part of this.program.parts) {
        const known = this.current.get(part);
        if (known && fitsPhase(known, phase) && this.holds(known)) continue;
        const memo = this.remember(part, phase);
        this.current.set(part, memo);
        changed = this.program.slots.contribute(part, memo.result.contributions) || changed;
      }
      if (!changed) return;
    }
  }

  solution(): Solution {
    const results = new Map<Part, UnitResult>();
    const memory = new Map<Part, readonly Memo[]>();
    for (const [part, last] of this.current) {
      const memo = last.isSlim ? this.infer(part, last.phase) : last;
      results.set(part, memo.result);
      memory.set(
        part,
        (this.memory.get(part) ?? []).map((other) => (other === last ? memo : other.isSlim ? other : slim(other))),
      );
    }
    return { results, memory, inferred: this.inferred };
  }

  private remember(part: Part, phase: Phase): Memo {
    const candidates = [...(this.memory.get(part) ?? []), ...(this.previous?.get(part) ?? [])];
    const memo =
      candidates.find((candidate) => fitsPhase(candidate, phase) && this.holds(candidate)) ?? this.infer(part, phase);
    const kept = this.memory.get(part) ?? [];
    if (!kept.includes(memo)) this.memory.set(part, [...kept, memo].slice(-mostMemos));
    return memo;
  }

  private holds(memo: Memo): boolean {
    for (const [dependency, key] of memo.dependencies) if (this.keyOf(dependency) !== key) return false;
    return true;
  }

  private keyOf(dependency: string): string {
    const [kind, first, second] = dependency.split("\0");
    const { program } = this;
    switch (kind) {
      case "slot":
        return program.slots.key(first!);
      case "name":
        return entityKey(program.global(first!, second!), (decl) => program.keyOf(decl));
      case "path":
        return entityKey(program.path(first!), (decl) => program.keyOf(decl));
      case "class": {
        const decl = program.classes.get(first!);
        return decl ? program.keyOf(decl) : "";
      }
      case "overrides": {
        const decl = program.functions.get(first!);
        return decl
          ? program
              .overridesOf(decl)
              .map((one) => program.keyOf(one))
              .join("\n")
          : "";
      }
      case "attribute":
        return program
          .classesWith(first!)
          .map((info) => info.decl.id)
          .join();
      default:
        return program.exampleResult(first!) ? "example" : "";
    }
  }

  private infer(part: Part, phase: Phase): Memo {
    this.inferred++;
    const { program } = this;
    const dependencies = new Map<string, string>();
    const note = (dependency: string): void => {
      if (!dependencies.has(dependency)) dependencies.set(dependency, this.keyOf(dependency));
    };
    const noted = new Set<ClassDecl>();
    const noteClass = (decl: ClassDecl): void => {
      if (noted.has(decl)) return;
      noted.add(decl);
      for (const one of program.classInfo(decl).lineage) note(`class\0${one.id}`);
    };
    const globals = remembering((name: string) => {
      note(`name\0${part.decls.module}\0${name}`);
      return program.global(part.decls.module, name);
    });
    const env: Environment = {
      library: program.library,
      global: (module, name) => {
        if (module === part.decls.module) return globals(name);
        note(`name\0${module}\0${name}`);
        return program.global(module, name);
      },
      path: remembering((path: string) => {
        note(`path\0${path}`);
        return program.path(path);
      }),
      importPath: (module, alias) => program.importPath(module, alias),
      slot: (slot) => {
        note(`slot\0${slot}`);
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
        note(`attribute\0${attribute}`);
        return program.classesWith(attribute);
      }),
      overridesOf: (decl) => {
        note(`overrides\0${decl.id}`);
        return program.overridesOf(decl);
      },
      annotationScope: (module, scope, self) =>
        program.annotationScope(module, scope, self, (name) => note(`name\0${module}\0${name}`)),
    };
    const result = inferSafely(env, part.decls, part.binding, phase, (slot) => program.exampleResult(slot));
    return { phase, dependencies, result, isSlim: false };
  }
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
