/** Requests that make text for the user's own documents. A leaf, as messages.ts is. */

/** The request for a text in the other language, to be pasted: TranslateTextParams -> TranslateTextResult, or null. */
export const translateTextMethod = "interlinear/translateText";

/** The request for several files in the other language, as one program: TranslateFilesParams -> TranslateFilesResult. */
export const translateFilesMethod = "interlinear/translateFiles";

/** The request for the patterns of a language: PatternsParams -> PatternsResult. */
export const patternsMethod = "interlinear/patterns";

/** The request for the edits that add imports to an open document: ImportEditsParams -> ImportEditsResult, or null. */
export const importEditsMethod = "interlinear/importEdits";

/** The request for a program that shows what a function's examples give: DoctestParams -> DoctestResult, or null. */
export const doctestMethod = "interlinear/doctest";

export type LanguageId = "python" | "go";

/** An edit of a document; positions count from 0. */
export interface TextEditLike {
  readonly range: {
    readonly start: { readonly line: number; readonly character: number };
    readonly end: { readonly line: number; readonly character: number };
  };
  readonly newText: string;
}

export interface TranslateTextParams {
  readonly text: string;
  readonly to: LanguageId;
  /** The document that the text is to be put into, if it is open: what it has already is left out. */
  readonly uri?: string;
}

export interface TranslateTextResult {
  /** Declarations or statements, not indented. */
  readonly text: string;
  /** What `text` needs: import paths of Go, import statements of Python. */
  readonly imports: readonly string[];
  /** The edits that add those imports to the document of `uri`. */
  readonly importEdits: readonly TextEditLike[];
  readonly diagnostics: readonly {
    readonly severity: "mark" | "caveat" | "note";
    readonly code: string;
    readonly message: string;
  }[];
}

export interface SourceText {
  readonly path: string;
  readonly text: string;
}

export interface TranslateFilesParams {
  /** All in the language that is not `to`, and of one folder: they can use each other's names. */
  readonly files: readonly SourceText[];
  readonly to: LanguageId;
}

/** A statement about one line of a source. */
export interface FileDiagnostic {
  readonly severity: "mark" | "caveat" | "note";
  readonly code: string;
  readonly message: string;
  /** Counted from 0. */
  readonly line: number;
}

export interface TranslatedFile {
  readonly path: string;
  /** Undefined when the file could not be translated. */
  readonly text: string | undefined;
  readonly diagnostics: readonly FileDiagnostic[];
}

export interface TranslateFilesResult {
  readonly files: readonly TranslatedFile[];
}

export interface PatternsParams {
  readonly language: LanguageId;
}

export interface PatternItem {
  readonly construct: string;
  readonly title: string;
  readonly description: string;
  readonly prefix: string;
  readonly terms: readonly string[];
  /** A snippet: lines with tab stops. */
  readonly body: string;
  /** What people read before they insert it. */
  readonly preview: string;
  readonly imports: readonly string[];
}

export interface PatternsResult {
  readonly patterns: readonly PatternItem[];
}

export interface ImportEditsParams {
  readonly uri: string;
  readonly imports: readonly string[];
}

export interface ImportEditsResult {
  readonly edits: readonly TextEditLike[];
}

export interface DoctestParams {
  readonly uri: string;
  readonly position: { readonly line: number; readonly character: number };
}

export interface DoctestResult {
  readonly name: string;
  /** A Python program that prints, for each example, its text and what it gives. */
  readonly program: string;
  readonly examples: number;
}
