import type { Grammars } from "../../syntax/grammars.ts";
import { readText } from "../../syntax/document.ts";
import { PythonLibrary } from "../infer-library.ts";
import { readStatements } from "../read.ts";
import { stubs } from "./index.ts";

const libraries = new WeakMap<Grammars, PythonLibrary>();

/** The signatures of Python's library. One library serves all analyses of a process, so that its symbols are the same in all of them. */
export function pythonLibrary(grammars: Grammars): PythonLibrary {
  let library = libraries.get(grammars);
  if (!library) {
    const read = (text: string) => readText(grammars, "python", text, (root) => readStatements(text, root).body) ?? [];
    libraries.set(grammars, (library = new PythonLibrary(stubs, read)));
  }
  return library;
}
