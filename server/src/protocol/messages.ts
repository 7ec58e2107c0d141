/** What the client sends besides the standard protocol, and what it gets. A leaf: both sides may import it, it imports nothing. */

/** The request for a document in the other language: TranslateParams -> TranslateResult, or null where there is none. */
export const translateMethod = "interlinear/translate";

/** Tells the client that the translation of a document it has asked for may be another now: TranslationChangedParams. */
export const translationChangedMethod = "interlinear/translationChanged";

/** The request for what stands for a range on the other side: CounterpartParams -> CounterpartResult, or null where nothing does. */
export const counterpartMethod = "interlinear/counterpart";

/** The request for what to show over a place of a translation: ViewHoverParams -> ViewHoverResult, or null. */
export const viewHoverMethod = "interlinear/viewHover";

/** The request for part of a document in the other language: ExcerptParams -> ExcerptResult, or null where there is none. */
export const excerptMethod = "interlinear/excerpt";

/** The request for the page of a construct: ExplainParams -> ExplainResult, or null where there is none. */
export const explainMethod = "interlinear/explain";

/** A place in a document; lines and characters (UTF-16) count from 0. */
export interface SourcePosition {
  readonly line: number;
  readonly character: number;
}

/** A range of a document; the end is exclusive. */
export interface SourceRange {
  readonly start: SourcePosition;
  readonly end: SourcePosition;
}

export type Severity = "mark" | "caveat" | "note";

export interface TranslateParams {
  /** The source document, which must be open. */
  readonly uri: string;
}

/** One statement about how the translation differs from its source. */
export interface TranslateDiagnostic {
  readonly severity: Severity;
  readonly code: string;
  readonly message: string;
  /** In the source document. */
  readonly range: SourceRange;
  /** In the translation; its first line where nothing there stands for the source. */
  readonly target: SourceRange;
}

export interface TranslateResult {
  /** The whole translation. */
  readonly text: string;
  /** The language of `text`, which is also its identifier in editors. */
  readonly language: "python" | "go";
  /** The version of the source document that was translated. */
  readonly version: number;
  /** Names this text among all that the server has made of the document. */
  readonly revision: number;
  /** In the order of the source. */
  readonly diagnostics: readonly TranslateDiagnostic[];
}

export interface TranslationChangedParams {
  readonly uri: string;
}

/** The two sides of a live view. */
export type Side = "source" | "translation";

export interface CounterpartParams {
  /** The source document. */
  readonly uri: string;
  /** The revision that the client shows; the answer is null when the server has another one. */
  readonly revision: number;
  /** Where `range` lies. */
  readonly side: Side;
  readonly range: SourceRange;
}

export interface CounterpartResult {
  /** What belongs together on the side that was asked about, in its order. */
  readonly here: readonly SourceRange[];
  /** What stands for it on the other side, in its order. Never empty. */
  readonly there: readonly SourceRange[];
}

export interface ViewHoverParams {
  readonly uri: string;
  readonly revision: number;
  /** In the translation. */
  readonly position: SourcePosition;
}

export interface ViewHoverResult {
  /** Markdown. */
  readonly contents: string;
  readonly range: SourceRange;
}

export interface ExcerptParams {
  readonly uri: string;
  /** Widened to whole statements; an empty one to the declaration or statement around it. */
  readonly range: SourceRange;
}

export interface ExcerptResult {
  /** Whole lines without the indentation they share. */
  readonly text: string;
  readonly language: "python" | "go";
  /** What of the source it stands for. */
  readonly range: SourceRange;
  readonly marks: number;
  readonly caveats: number;
}

/** Names a construct, or a place in a document whose construct is meant. */
export type ExplainParams =
  { readonly construct: string } | { readonly uri: string; readonly position: SourcePosition };

export interface ExplainResult {
  readonly construct: string;
  readonly title: string;
  /** The page, as Markdown. */
  readonly markdown: string;
}

/** What a client may pass as `initializationOptions`. */
export interface InitializationOptions {
  /** The address of the extension's folder, ending in a slash. A server in a browser needs it; others know where they are. */
  readonly installation?: string;
  /** Whether the client has the commands of the VS Code extension, which links and code actions may then name. */
  readonly commands?: boolean;
  /** The client's settings, as they come with `workspace/didChangeConfiguration` below `interlinear`. */
  readonly settings?: unknown;
}

/** The client's commands that the server may name. */
export const clientCommands = {
  explain: "interlinear.explainConstruct",
  show: "interlinear.showCounterpart",
  copy: "interlinear.copyExcerpt",
  write: "interlinear.writeNextToSource",
} as const;
