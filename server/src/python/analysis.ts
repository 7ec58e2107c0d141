import type { Binding } from "../types/binding.ts";
import type { ModuleSource, PythonAnalysis } from "./analysis-api.ts";
import { Answers } from "./analysis-answers.ts";
import type { ProgramMemory } from "./analysis-modules.ts";
import { Program } from "./analysis-program.ts";
import { type SolveMemory, solve } from "./analysis-solve.ts";
import type { PythonLibrary } from "./infer-library.ts";

export type * from "./analysis-api.ts";
export { pythonLibrary } from "./stubs/library.ts";
export type { PythonLibrary } from "./infer-library.ts";

interface Memory {
  readonly program: ProgramMemory;
  readonly solved: SolveMemory;
  readonly globals: Map<string, Binding>;
}

const memories = new WeakMap<PythonAnalysis, Memory>();

/**
 * Binds and infers a whole program. `library` holds the signatures of Python's library (see `pythonLibrary`). A `previous` analysis of the same program
 * makes what did not change cheap; the answer is the same as without it. It must not be asked any more afterwards. Never throws on bad code.
 */
export function analysePython(
  modules: readonly ModuleSource[],
  library: PythonLibrary,
  previous?: PythonAnalysis,
): PythonAnalysis {
  const memory = previous && memories.get(previous);
  const program = new Program(modules, library, memory?.program);
  const solution = solve(program, memory?.solved);
  const answers = new Answers(program, solution, memory?.globals);
  memories.set(answers, { program: program.memory, solved: solution.memory, globals: answers.globals });
  return answers;
}
