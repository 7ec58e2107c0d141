import type { Origin } from "../base/origin.ts";
import type { File } from "../go/tree.ts";
import { printFile } from "../go/print.ts";
import { printModule } from "../python/print.ts";
import type { Module } from "../python/tree.ts";

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

export function printGo(file: File): MappedText {
  const { text, mapping } = printFile(file);
  return { text, mapping };
}

export function printPython(module: Module): MappedText {
  const { text, ranges } = printModule(module);
  return { text, mapping: ranges.flatMap(({ start, end, origin }) => (origin === undefined ? [] : [{ start, end, origin }])) };
}
