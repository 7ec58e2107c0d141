import type { ModuleSource, PythonAnalysis } from "./analysis-api.ts";
import { Answers } from "./analysis-answers.ts";
import { Program } from "./analysis-program.ts";
import { replacements } from "./analysis-revision.ts";
import { Solution } from "./analysis-solve.ts";
import type { PythonLibrary } from "./infer-library.ts";

export type * from "./analysis-api.ts";
export { pythonLibrary } from "./stubs/library.ts";
export type { PythonLibrary } from "./infer-library.ts";

/**
 * Binds and infers a whole program. `library` holds the signatures of Python's library (see `pythonLibrary`). A `previous` analysis of the same program
 * makes what did not change cheap; the answer is the same as without it. It must not be asked any more afterwards: where nothing changed but the
 * inside of functions, it is brought up to date and given back. Never throws on bad code.
 */
export function analysePython(
  modules: readonly ModuleSource[],
  library: PythonLibrary,
  previous?: PythonAnalysis,
): PythonAnalysis {
  const before = previous instanceof Answers ? previous : undefined;
  if (before) {
    const changes = before.program.library === library ? replacements(before.program, modules) : undefined;
    if (changes && before.follow(changes)) return before;
  }
  const program = new Program(modules, library, before?.program.memory);
  return new Answers(program, new Solution(program, before?.solution.memory), before);
}
