import type { Origin } from "../base/origin.ts";
import { printFile, printNodes } from "../go/print.ts";
import type { Decl, File } from "../go/tree.ts";
import { printModule } from "../python/print.ts";
import type { Module } from "../python/tree.ts";
import type { Environment } from "./environment.ts";

/** A range of target text and what it stands for. */
export interface OriginRange {
  readonly start: number;
  readonly end: number;
  readonly origin: Origin;
}

/** Target text with its source map, in order of the text. */
export interface MappedText {
  readonly text: string;
  readonly mapping: readonly OriginRange[];
}

/** Prints a Go file and formats it with gofmt; what gofmt refuses stays as it was printed. */
export function printGo(file: File, environment: Environment): MappedText {
  return environment.goFormatter.format(printFile(file));
}

/** Some declarations of a file, formatted as they are there. */
export function printGoDecls(decls: readonly Decl[], environment: Environment): MappedText {
  return environment.goFormatter.format(printNodes(decls));
}

/** Prints a Python module and formats it in the Black style. */
export function printPython(module: Module, environment: Environment): MappedText {
  const { text, ranges } = environment.pythonFormatter.format(printModule(module));
  return {
    text,
    mapping: ranges.flatMap(({ start, end, origin }) => (origin === undefined ? [] : [{ start, end, origin }])),
  };
}
