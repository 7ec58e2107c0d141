import type { Node, Tree } from "web-tree-sitter";
import type { Language } from "../base/language.ts";
import { fallbackUnits, SegmentMemory } from "./fallback.ts";
import type { Grammars, ParseRefusal } from "./grammars.ts";
import { maximumBrokenUnitLength, maximumTextLength } from "./limits.ts";
import { nodesAfterEdit } from "./region.ts";
import { applyEdit, clampEdit, smallestEdit, treeEdit, type TextEdit } from "./text-edit.ts";
import { topLevelNodes, type TopLevelNode } from "./top-level.ts";
import { splitUnits, type UnitRange } from "./units.ts";

/**
 * A top-level declaration, or a run of top-level statements, with the comments that belong to it: what is read, summarised and
 * cached at a time. Units are in text order and do not overlap; between them is nothing but blanks, line ends and semicolons.
 */
export interface Unit extends UnitRange {
  readonly text: string;
}

/** The text of one file and its syntax, kept in step with edits. Units are a function of the text alone, whatever edits led to it. */
export class SyntaxDocument {
  readonly language: Language;
  private readonly grammars: Grammars;
  private readonly memory = new SegmentMemory();
  private currentText: string;
  /** The tree of the present text, or of an earlier one with all edits since applied to it. */
  private tree: Tree | ParseRefusal;
  private treeIsCurrent = true;
  /** The children of the root where the present text is known to have no syntax error. */
  private nodes: readonly TopLevelNode[] | undefined;
  private currentUnits: readonly Unit[] | undefined;
  private lastUnits: readonly Unit[] = [];
  /** The length of the text that they are the units of, and how much of its beginning and end no edit has touched since. */
  private lastLength = 0;
  private untouched = { head: 0, tail: 0 };

  /** Parses the text. Never throws, whatever the text; see `refusal` for texts that are not parsed. */
  constructor(grammars: Grammars, language: Language, text: string) {
    this.grammars = grammars;
    this.language = language;
    this.currentText = text;
    this.tree = grammars.parse(language, text);
  }

  get text(): string {
    return this.currentText;
  }

  /** Why the present text has no units at all; undefined for nearly every text. */
  get refusal(): "too-long" | undefined {
    return this.currentText.length > maximumTextLength ? "too-long" : undefined;
  }

  /** Whether the present text has a syntax error, or is none that can be parsed. */
  get hasError(): boolean {
    if (this.nodes !== undefined) return false;
    const tree = this.currentTree();
    return typeof tree === "string" || tree.rootNode.hasError;
  }

  /**
   * Replaces `[start, oldEnd)` by the text. Only the declarations around are parsed when they are complete by themselves; else the whole text
   * is, when it is asked about. Offsets are UTF-16 code units; those outside are moved in.
   */
  edit(edit: TextEdit): void {
    const clamped = clampEdit(this.currentText, edit);
    const after = applyEdit(this.currentText, clamped);
    if (after === this.currentText) return;
    this.rememberUnits();
    this.untouched = {
      head: Math.min(this.untouched.head, clamped.start),
      tail: Math.min(this.untouched.tail, this.currentText.length - clamped.oldEnd),
    };
    this.nodes =
      this.nodes === undefined || after.length > maximumTextLength
        ? undefined
        : nodesAfterEdit(this.grammars, this.language, this.nodes, after, clamped);
    if (typeof this.tree !== "string") this.tree.edit(treeEdit(this.currentText, after, clamped));
    this.treeIsCurrent = false;
    this.currentText = after;
  }

  /** Replaces the whole text, as one edit of the smallest range that differs. */
  replace(text: string): void {
    const edit = smallestEdit(this.currentText, text);
    if (edit !== undefined) this.edit(edit);
  }

  /**
   * The children of the root with their ranges, anonymous ones included; none where the text has no tree.
   * Cheap: one pass of a cursor, no objects of the engine.
   */
  topLevelNodes(): readonly TopLevelNode[] {
    if (this.nodes !== undefined) return this.nodes;
    const tree = this.currentTree();
    return typeof tree === "string" ? [] : topLevelNodes(tree);
  }

  /**
   * The units of the present text. Where the text has a syntax error, it is cut at the lines that begin a declaration and each
   * piece is parsed alone, so that an open bracket or quote costs the units around it and not the rest of the file.
   * A unit whose text is unchanged keeps its `text` string; key caches by it.
   */
  units(): readonly Unit[] {
    this.currentUnits ??= this.computeUnits();
    return this.currentUnits;
  }

  /** Parses the text of a unit alone: see `readText`. Undefined also for long units with a syntax error. */
  readUnit<Result>(unit: Unit, read: (root: Node) => Result): Result | undefined {
    if (unit.hasError && unit.text.length > maximumBrokenUnitLength) return undefined;
    return readText(this.grammars, this.language, unit.text, read);
  }

  /** Frees the tree. The document must not be used afterwards. */
  dispose(): void {
    if (typeof this.tree !== "string") this.tree.delete();
    this.tree = "too-long";
    this.treeIsCurrent = true;
    this.nodes = undefined;
    this.currentUnits = [];
  }

  private currentTree(): Tree | ParseRefusal {
    if (this.treeIsCurrent) return this.tree;
    const previous = this.tree;
    this.treeIsCurrent = true;
    if (typeof previous === "string") {
      this.tree = this.grammars.parse(this.language, this.currentText);
    } else {
      this.tree = this.grammars.parse(this.language, this.currentText, previous);
      previous.delete();
    }
    return this.tree;
  }

  private rememberUnits(): void {
    if (this.currentUnits === undefined) return;
    if (!this.hasError) this.memory.learn(this.currentText, this.currentUnits);
    this.lastUnits = this.currentUnits;
    this.lastLength = this.currentText.length;
    this.untouched = { head: this.lastLength, tail: this.lastLength };
    this.currentUnits = undefined;
  }

  private computeUnits(): readonly Unit[] {
    const ranges = this.ranges();
    const before = this.lastUnits;
    this.lastUnits = [];
    const { head, tail } = this.untouched;
    const kept = new Map<number, string>();
    const delta = this.currentText.length - this.lastLength;
    for (const unit of before) {
      if (unit.end <= head) kept.set(unit.start, unit.text);
      else if (unit.start >= this.lastLength - tail) kept.set(unit.start + delta, unit.text);
    }
    return ranges.map((range) => {
      const text = kept.get(range.start);
      return { ...range, text: text?.length === range.end - range.start ? text : this.detached(range) };
    });
  }

  /** A copy of a range that does not keep the whole text alive. */
  private detached({ start, end }: UnitRange): string {
    return this.currentText.slice(start, end).split("").join("");
  }

  private ranges(): readonly UnitRange[] {
    if (this.refusal !== undefined) return [];
    if (this.nodes === undefined && this.hasError)
      return fallbackUnits(this.grammars, this.language, this.currentText, this.memory);
    this.nodes ??= this.topLevelNodes();
    return splitUnits(this.language, this.currentText, this.nodes);
  }
}

/**
 * Parses a text and gives the root of its tree (`module` or `source_file`) to the reader, so that what is read depends on this text
 * only and offsets are relative to it. No node may be kept: the tree is deleted when the reader returns or throws.
 * Undefined when the text is not parsed at all (`ParseRefusal`).
 */
export function readText<Result>(
  grammars: Grammars,
  language: Language,
  text: string,
  read: (root: Node) => Result,
): Result | undefined {
  const tree = grammars.parse(language, text);
  if (typeof tree === "string") return undefined;
  try {
    return read(tree.rootNode);
  } finally {
    tree.delete();
  }
}
