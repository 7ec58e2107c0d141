import type { Language } from "../base/language.ts";

/** A replacement of a span (UTF-16 code units) of a text. */
export interface SpanEdit {
  readonly start: number;
  readonly end: number;
  readonly newText: string;
}

/**
 * The edits that add imports to a text, where it does not have them: import paths for Go, statements for Python. A Go text
 * without a package clause gets none.
 */
export function importEdits(text: string, language: Language, imports: readonly string[]): readonly SpanEdit[] {
  const lineBreak = text.includes("\r\n") ? "\r\n" : "\n";
  const edits = language === "go" ? goEdits(text, imports) : pythonEdits(text, imports);
  return edits.map((edit) => ({ ...edit, newText: edit.newText.replace(/\n/g, lineBreak) }));
}

interface Line {
  readonly text: string;
  readonly start: number;
  /** After the line feed. */
  readonly end: number;
}

function linesOf(text: string): readonly Line[] {
  const lines: Line[] = [];
  for (const match of text.matchAll(/([^\r\n]*)(\r\n|\r|\n|$)/g)) {
    if (match[0] === "" && match.index === text.length && lines.length > 0) break;
    lines.push({ text: match[1]!, start: match.index, end: match.index + match[0].length });
  }
  return lines;
}

function goEdits(text: string, wanted: readonly string[]): readonly SpanEdit[] {
  const lines = linesOf(text);
  const clause = lines.findIndex((line) => /^package\s+\w+/.test(line.text));
  if (clause < 0) return [];
  const found = goImports(lines, clause);
  const missing = [...new Set(wanted)].filter((path) => !found.paths.has(path)).sort();
  if (missing.length === 0) return [];
  const { block, single } = found;
  if (block !== undefined)
    return missing.map((path) => ({ ...placeInBlock(lines, block, path), newText: `\t"${path}"\n` }));
  if (single !== undefined) {
    const { start, text: line } = lines[single]!;
    const all = [...missing.map((path) => `\t"${path}"`), `\t${line.replace(/^import\s+/, "").trim()}`].sort();
    return [{ start, end: start + line.length, newText: `import (\n${all.join("\n")}\n)` }];
  }
  const { start, text: line } = lines[clause]!;
  const added =
    missing.length === 1 ? `import "${missing[0]}"` : `import (\n${missing.map((path) => `\t"${path}"`).join("\n")}\n)`;
  return [{ start: start + line.length, end: start + line.length, newText: `\n\n${added}` }];
}

interface GoImports {
  readonly paths: ReadonlySet<string>;
  /** The lines of the first `import (` and of its end. */
  readonly block?: { readonly first: number; readonly last: number };
  /** The line of the first import without parentheses. */
  readonly single?: number;
}

function goImports(lines: readonly Line[], clause: number): GoImports {
  const paths = new Set<string>();
  let block: GoImports["block"];
  let single: number | undefined;
  for (let index = clause + 1; index < lines.length; index++) {
    const { text } = lines[index]!;
    if (/^(func|type|var|const)\b/.test(text)) break;
    if (!/^import\b/.test(text)) continue;
    if (!/^import\s*\(\s*$/.test(text)) {
      const path = /"([^"]+)"/.exec(text)?.[1];
      if (path !== undefined) paths.add(path);
      if (path !== undefined && !text.includes("(")) single ??= index;
      continue;
    }
    const first = index;
    while (index + 1 < lines.length && !/^\s*\)/.test(lines[index]!.text)) {
      const path = /^\s*(?:[\w.]+\s+)?"([^"]+)"/.exec(lines[index]!.text)?.[1];
      if (path !== undefined) paths.add(path);
      index++;
    }
    block ??= { first, last: index };
  }
  return { paths, ...(block ? { block } : {}), ...(single === undefined ? {} : { single }) };
}

/** Where a path belongs among the sorted paths of the block's first group. */
function placeInBlock(
  lines: readonly Line[],
  { first, last }: { readonly first: number; readonly last: number },
  path: string,
): { readonly start: number; readonly end: number } {
  let index = first + 1;
  for (; index < last; index++) {
    const present = /"([^"]+)"/.exec(lines[index]!.text)?.[1];
    if (present === undefined ? lines[index]!.text.trim() === "" : present > path) break;
  }
  const { start } = lines[index]!;
  return { start, end: start };
}

function pythonEdits(text: string, wanted: readonly string[]): readonly SpanEdit[] {
  const lines = linesOf(text);
  const head = pythonHead(lines);
  const edits: SpanEdit[] = [];
  const added: string[] = [];
  for (const statement of new Set(wanted)) {
    const from = /^from\s+(\S+)\s+import\s+(.+)$/.exec(statement);
    if (from === null) {
      if (!head.imports.some(({ text: line }) => importsModule(line, statement))) added.push(statement);
      continue;
    }
    const [module, names] = [from[1]!, from[2]!.split(",").map((name) => name.trim())];
    const present = head.imports.filter(({ text: line }) =>
      new RegExp(`^from\\s+${escapePattern(module)}\\s+import\\b`).test(line),
    );
    const missing = names.filter(
      (name) => !present.some(({ text: line }) => new RegExp(`[\\s,(]${escapePattern(name)}\\b`).test(line)),
    );
    if (missing.length === 0) continue;
    const open = present.find(({ text: line }) => !/[(\\#]/.test(line));
    if (open === undefined) added.push(`from ${module} import ${missing.join(", ")}`);
    else {
      const end = open.start + open.text.trimEnd().length;
      edits.push({ start: end, end, newText: `, ${missing.join(", ")}` });
    }
  }
  if (added.length > 0) {
    const { at, needsBreak, needsBlank } = head;
    edits.push({
      start: at,
      end: at,
      newText: `${needsBreak ? "\n" : ""}${added.sort().join("\n")}\n${needsBlank ? "\n" : ""}`,
    });
  }
  return edits;
}

function importsModule(line: string, statement: string): boolean {
  const module = statement.replace(/^import\s+/, "");
  return new RegExp(`^import\\s+(.*,\\s*)?${escapePattern(module)}\\s*(,|#|$)`).test(line);
}

function escapePattern(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}

interface PythonHead {
  /** The first lines of the imports at the top. */
  readonly imports: readonly Line[];
  /** Where more imports can be put. */
  readonly at: number;
  /** Whether `at` follows a line that has no end, and whether the code begins there. */
  readonly needsBreak: boolean;
  readonly needsBlank: boolean;
}

/** What stands before the code of a module: comments, the docstring and imports. */
function pythonHead(lines: readonly Line[]): PythonHead {
  const imports: Line[] = [];
  let index = 0;
  let last = -1;
  const isBlank = (line: Line): boolean => /^\s*(#.*)?$/.test(line.text);
  while (index < lines.length && isBlank(lines[index]!)) index++;
  const quote = /^[rRuU]?("""|'''|"|')/.exec(lines[index]?.text ?? "")?.[1];
  if (quote !== undefined) {
    const opened = index;
    while (index < lines.length && !closes(lines[index]!.text, quote, index === opened)) index++;
    last = index++;
  }
  for (; index < lines.length; index++) {
    const line = lines[index]!;
    if (isBlank(line)) continue;
    if (!/^(import|from)\s/.test(line.text)) break;
    imports.push(line);
    if (line.text.includes("(")) while (index + 1 < lines.length && !lines[index]!.text.includes(")")) index++;
    last = index;
  }
  const code = last + 1 < lines.length && lines.slice(last + 1).some((line) => !isBlank(line));
  const before = lines[last];
  // A shebang and the comments above the code stay where they are.
  const at = before?.end ?? lines.find((line) => !line.text.startsWith("#"))?.start ?? 0;
  const isDocstring = imports.length === 0 && before !== undefined;
  return {
    imports,
    at: isDocstring && lines[last + 1]?.text.trim() === "" ? lines[last + 1]!.end : at,
    needsBreak: before !== undefined && before.end === before.start + before.text.length && before.text !== "",
    needsBlank: imports.length === 0 && code,
  };
}

function closes(line: string, quote: string, isFirst: boolean): boolean {
  const rest = isFirst ? line.slice(line.indexOf(quote) + quote.length) : line;
  return rest.includes(quote);
}
