import type { Language } from "../base/language.ts";
import { otherLanguage } from "../base/language.ts";
import { counterpartOf, type Counterpart, type EcosystemPackage } from "../constructs/library/ecosystem.ts";
import type { HoverAnswer } from "./api.ts";

/** What a hover shows on the import of a package that has a counterpart rather than rows of calls; `offset` is within the unit that begins at `start`. */
export function importHover(text: string, start: number, offset: number, language: Language): HoverAnswer | undefined {
  const found = language === "python" ? pythonImport(text, offset) : goImport(text, offset);
  const entry = found && counterpartOf(language, found.path);
  if (!found || !entry) return undefined;
  const target = otherLanguage(language);
  return {
    span: { start: start + found.start, end: start + found.end },
    construct: {
      id: "ecosystem",
      title: `${entry.topic}: ${names(entry[language])} / ${names(entry[target])}`,
      summary: entry.difference,
      explanation: `${languageName(target)} programs use ${names(entry[target])} for this.`,
      references: references(entry, target),
    },
    code: "",
    language: target,
    caveats: [],
  };
}

function languageName(language: Language): string {
  return language === "go" ? "Go" : "Python";
}

function names(packages: readonly EcosystemPackage[]): string {
  return packages.map(({ name }) => name).join(", ");
}

function references(entry: Counterpart, target: Language): HoverAnswer["construct"]["references"] {
  return entry[target].map(({ name, url }) => ({ title: name, url }));
}

interface FoundImport {
  readonly path: string;
  readonly start: number;
  readonly end: number;
}

/** The module that an import of the line names at the offset; behind `from x import`, `x`. */
function pythonImport(text: string, offset: number): FoundImport | undefined {
  const [line, start] = lineAt(text, offset);
  const from = /^\s*from\s+([\w.]+)\s+import\b/.exec(line);
  if (from) return { path: from[1]!, start: start + from[0].search(/\S/), end: start + line.trimEnd().length };
  const plain = /^\s*import\s+(.*)$/.exec(line);
  if (!plain) return undefined;
  for (const { 0: name, index } of plain[1]!.matchAll(/[\w.]+(\s+as\s+\w+)?/g)) {
    const begin = start + line.length - plain[1]!.length + index;
    if (begin <= offset && offset <= begin + name.length)
      return { path: name.split(/\s/)[0]!, start: begin, end: begin + name.length };
  }
  return undefined;
}

/** The path of an import spec at the offset. */
function goImport(text: string, offset: number): FoundImport | undefined {
  if (!/^\s*import\b/.test(text)) return undefined;
  const [line, start] = lineAt(text, offset);
  const spec = /(?:[\w.]+\s+)?"([^"]+)"/.exec(line.replace(/^\s*import\s+/, (head) => " ".repeat(head.length)));
  return spec ? { path: spec[1]!, start: start + spec.index, end: start + spec.index + spec[0].length } : undefined;
}

function lineAt(text: string, offset: number): readonly [line: string, start: number] {
  const start = text.lastIndexOf("\n", offset - 1) + 1;
  const end = text.indexOf("\n", offset);
  return [text.slice(start, end === -1 ? undefined : end), start];
}
