/** What the client sends besides the standard protocol, and what it gets. A leaf: both sides may import it, it imports nothing. */

/** The request for a document in the other language: TranslateParams -> TranslateResult, or null where there is none. */
export const translateMethod = "interlinear/translate";

/** Tells the client that the translation of a document it has asked for may be another now: TranslationChangedParams. */
export const translationChangedMethod = "interlinear/translationChanged";

export interface TranslateParams {
  /** The source document, which must be open. */
  readonly uri: string;
}

/** A place in the source document; lines and characters (UTF-16) count from 0, the end is exclusive. */
export interface SourceRange {
  readonly start: { readonly line: number; readonly character: number };
  readonly end: { readonly line: number; readonly character: number };
}

/** One statement about how the translation differs from its source. */
export interface TranslateDiagnostic {
  readonly severity: "mark" | "caveat" | "note";
  readonly code: string;
  readonly message: string;
  readonly range: SourceRange;
}

export interface TranslateResult {
  /** The whole translation. */
  readonly text: string;
  /** The language of `text`, which is also its identifier in editors. */
  readonly language: "python" | "go";
  /** The version of the source document that was translated. */
  readonly version: number;
  /** In the order of the source. */
  readonly diagnostics: readonly TranslateDiagnostic[];
}

export interface TranslationChangedParams {
  readonly uri: string;
}

/** What a client may pass as `initializationOptions`. */
export interface InitializationOptions {
  /** The address of the extension's folder, ending in a slash. A server in a browser needs it; others know where they are. */
  readonly installation?: string;
}
