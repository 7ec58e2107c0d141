import type { Language } from "../base/language.ts";
import type { Span } from "../base/span.ts";
import type { TopLevelNode } from "./top-level.ts";

/** Where a unit stands in its document. */
export interface UnitRange extends Span {
  /** One function, method, class, type or compound statement; or simple statements that follow each other; or comments alone. */
  readonly kind: "declaration" | "statements" | "comments";
  /** Whether a blank line (one or more) stands between this unit and what comes before it. */
  readonly blankBefore: boolean;
  /** Whether the text of the unit has a syntax error. */
  readonly hasError: boolean;
}

/** The top-level kinds of Python that may share a unit with their neighbours: the simple statements. */
const pythonRunKinds: ReadonlySet<string> = new Set([
  "assert_statement",
  "break_statement",
  "continue_statement",
  "delete_statement",
  "exec_statement",
  "expression_statement",
  "future_import_statement",
  "global_statement",
  "import_from_statement",
  "import_statement",
  "nonlocal_statement",
  "pass_statement",
  "print_statement",
  "raise_statement",
  "return_statement",
  "type_alias_statement",
]);

/** The top-level kinds of Go that are units of their own. What else the grammar allows there is what selections are made of. */
const goDeclarationKinds: ReadonlySet<string> = new Set([
  "const_declaration",
  "function_declaration",
  "method_declaration",
  "type_declaration",
  "var_declaration",
]);

interface Item {
  readonly node: TopLevelNode;
  readonly kind: UnitRange["kind"];
  readonly blankBefore: boolean;
}

/**
 * Cuts a text without syntax errors into units. A comment directly above a declaration belongs to it, one behind it on the same
 * line too, and so does an indented one below it. Simple statements share a unit until a blank line or a declaration.
 */
export function splitUnits(language: Language, text: string, nodes: readonly TopLevelNode[]): UnitRange[] {
  const units: UnitRange[] = [];
  let items: Item[] = [];
  let previousEnd = 0;
  const flush = (upTo = items.length): void => {
    if (upTo > 0) units.push(unitOf(items.slice(0, upTo)));
    items = items.slice(upTo);
  };
  for (const node of nodes) {
    if (!node.named || node.start === node.end) continue;
    const breaks = lineBreaks(text, previousEnd, node.start);
    const item: Item = { node, kind: kindOf(language, node), blankBefore: breaks > 1 };
    const last = items.at(-1);
    if (last !== undefined && breaks > 0 && !(item.kind === "comments" && isIndented(text, node.start))) {
      if (item.blankBefore || items.some((other) => other.kind === "declaration")) flush();
      else if (item.kind === "declaration") flush(trailingComments(text, items));
    }
    items.push(item);
    previousEnd = node.end;
  }
  flush();
  return units;
}

/** Where the comments begin that stand on lines of their own at the end of the items, and so belong to what follows. */
function trailingComments(text: string, items: readonly Item[]): number {
  let from = items.length;
  for (let index = items.length - 1; index >= 0; index--) {
    const item = items[index];
    if (item?.kind !== "comments") break;
    const before = items[index - 1];
    if (before !== undefined && lineBreaks(text, before.node.end, item.node.start) === 0) break;
    from = index;
  }
  return from;
}

function unitOf(items: readonly Item[]): UnitRange {
  const kinds = items.map((item) => item.kind);
  return {
    kind: kinds.includes("declaration") ? "declaration" : kinds.includes("statements") ? "statements" : "comments",
    start: items[0]?.node.start ?? 0,
    end: items.at(-1)?.node.end ?? 0,
    blankBefore: items[0]?.blankBefore ?? false,
    hasError: false,
  };
}

function kindOf(language: Language, node: TopLevelNode): UnitRange["kind"] {
  if (node.type === "comment") return "comments";
  const alone = language === "go" ? goDeclarationKinds.has(node.type) : !pythonRunKinds.has(node.type);
  return alone ? "declaration" : "statements";
}

function isIndented(text: string, offset: number): boolean {
  const before = text[offset - 1];
  return before === " " || before === "\t";
}

/** The number of line ends between two offsets; a gap holds nothing else of interest. */
function lineBreaks(text: string, start: number, end: number): number {
  let count = 0;
  for (let at = text.indexOf("\n", start); at !== -1 && at < end; at = text.indexOf("\n", at + 1)) count++;
  return count;
}
