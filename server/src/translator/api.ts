import type { Language } from "../base/language.ts";

/** A half-open range of UTF-16 code units in a whole file. */
export interface FileSpan {
  readonly start: number;
  readonly end: number;
}

/** The bytes and tables that the translator runs on. The caller loads them, from a file or over a network: the core does neither. */
export interface TranslatorAssets {
  /** tree-sitter-python's grammar as WebAssembly. */
  readonly pythonGrammar: Uint8Array;
  /** tree-sitter-go's grammar as WebAssembly. */
  readonly goGrammar: Uint8Array;
  /** The tree-sitter runtime as WebAssembly, of the version that the bundled web-tree-sitter expects. */
  readonly treeSitter: Uint8Array;
  /** gofmt as WebAssembly. */
  readonly gofmt: Uint8Array;
  /** ruff's formatter as WebAssembly. */
  readonly ruff: Uint8Array;
  /** Declarations of Go packages for the checker: the import path, and its declarations as Go source without bodies. */
  readonly goStubs: Readonly<Record<string, string>>;
}

/**
 * How a translation differs from its source.
 * - mark: not translated, or not known to be right; the text has a `TODO(interlinear)` there.
 * - caveat: translated, but evidence in this code shows that it can differ in a named case.
 * - note: a difference by design, shown on hover alone.
 */
export type Severity = "mark" | "caveat" | "note";

/** One statement about one place of the source. */
export interface Diagnostic {
  readonly severity: Severity;
  /** Stable, lower-case and hyphenated, such as `integer-overflow`. */
  readonly code: string;
  /** One sentence in plain words, without mark-up; it may quote the user's code. */
  readonly message: string;
  /** The path of the document, as it was opened. */
  readonly path: string;
  /** Where in that document the place starts, in UTF-16 code units. */
  readonly start: number;
  /** Where it ends, exclusive. */
  readonly end: number;
}

/** One pair of the source map: this stretch of the translation stands for that stretch of the source. */
export interface MappingSegment {
  /** In the translation's text. */
  readonly target: FileSpan;
  /** In the source document. */
  readonly source: FileSpan;
}

/** A generic function that the translation calls because no short idiom keeps the behaviour. */
export interface Helper {
  /** Its name in this translation; renamed where the program has the name already. */
  readonly name: string;
  /** Its declaration in the target language, formatted. */
  readonly text: string;
}

/** One document in the other language. */
export interface Translation {
  /** The whole text, formatted, ending in a line feed; empty when the source is. */
  readonly text: string;
  /** The language of `text`. */
  readonly language: Language;
  /** In the order of the source. Marks, caveats and notes. */
  readonly diagnostics: readonly Diagnostic[];
  /** In the order of `target`; segments nest or are disjoint. */
  readonly mapping: readonly MappingSegment[];
  /** The helpers that `text` needs. */
  readonly helpers: readonly Helper[];
}

/** A page about the subject, for people who want to know more. */
export interface Reference {
  readonly title: string;
  /** An https address. */
  readonly url: string;
}

/** What a construct says about itself. All texts are Markdown without headings. */
export interface Explanation {
  /** The construct's name in the catalogue, such as `raise-error`. */
  readonly id: string;
  /** A few words, such as "Raise an exception / return an error". */
  readonly title: string;
  /** One sentence. */
  readonly summary: string;
  /** Why the languages differ. */
  readonly explanation: string;
  readonly references: readonly Reference[];
}

/** What a hover shows. */
export interface HoverAnswer {
  /** What the answer is about, in the hovered document. */
  readonly span: FileSpan;
  /** The innermost construct there. */
  readonly construct: Explanation;
  /** Its counterpart, widened to whole statements. */
  readonly code: string;
  /** The language of `code`. */
  readonly language: Language;
  /** The marks, caveats and notes that lie inside `span`. */
  readonly caveats: readonly Diagnostic[];
  /** The idiom that the construct is part of here, where there is one. */
  readonly idiom?: { readonly id: string; readonly title: string };
}

/** How far a construct is translated in one direction. */
export type ConstructStatus = "translated" | "partly" | "marked" | "none";

/** One line of the catalogue. */
export interface ConstructInfo {
  readonly id: string;
  readonly title: string;
  readonly summary: string;
  readonly kind: "node" | "idiom" | "library";
  /** The direction is named by its target. `none`: the construct has no form in the source language. */
  readonly status: { readonly go: ConstructStatus; readonly python: ConstructStatus };
  /** The node kinds of each language's tree that the construct owns; empty for idioms and library rows. */
  readonly nodes: { readonly python: readonly string[]; readonly go: readonly string[] };
}

/** All that a construct says, for a page of its own. */
export interface ConstructPage extends Explanation {
  readonly caveats: readonly { readonly code: string; readonly severity: Severity; readonly message: string }[];
  /** Programs that print the same in both languages. */
  readonly examples: readonly { readonly title: string; readonly python: string; readonly go: string }[];
  /** How far the construct is translated from each language. */
  readonly status: Readonly<Record<Language, ConstructStatus>>;
  readonly isIdiom: boolean;
  readonly patterns: readonly Pattern[];
}

/** An idiom as people insert it. */
export interface Pattern {
  /** The construct it belongs to. */
  readonly construct: string;
  readonly title: string;
  readonly language: Language;
  readonly prefix: string;
  /** The words of the other language by which it is found. */
  readonly terms: readonly string[];
  readonly description: string;
  /** Lines, with tab stops such as `${1:name}`; indented by tabs. */
  readonly body: readonly string[];
}

/**
 * A set of documents that are translated together, kept incrementally: an edit costs what it changes, and answers are
 * cached by declaration. Paths are opaque names, unique in the program; nothing is ever read from disk. Methods throw
 * an InvariantError when a path is not open (`hover` and `translate`) or an edit lies outside the text; bad code never throws.
 */
export interface Program {
  /** Adds a document. A path that is open already gets the new text and language. */
  open(path: string, language: Language, text: string): void;
  /** Replaces the range from `start` to `end` (UTF-16 code units of the present text) by `replacement`. */
  edit(path: string, start: number, end: number, replacement: string): void;
  /** Removes a document; a path that is not open is ignored. */
  close(path: string): void;
  /** The document in the other language. */
  translate(path: string): Translation;
  /** What stands at an offset (UTF-16 code units), or undefined where there is nothing to say. */
  hover(path: string, offset: number): HoverAnswer | undefined;
  /** Frees the syntax trees. The program must not be used afterwards. */
  dispose(): void;
}

/** The whole of the core: it makes programs, and knows its constructs. */
export interface Translator {
  /** With `stubs`, translations declare the names that the program uses and does not define, each with a mark; they fail when they are reached. */
  createProgram(options?: { readonly stubs?: boolean }): Program;
  /** The catalogue, sorted by id. */
  constructs(): readonly ConstructInfo[];
  /** The page of a construct, or undefined when there is none of this name. */
  page(construct: string): ConstructPage | undefined;
  /** The patterns of both languages, in the order of the catalogue. */
  patterns(): readonly Pattern[];
}
