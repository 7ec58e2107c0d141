import { TextDocument } from "vscode-languageserver-textdocument";
import type { Documents } from "./documents.ts";
import type { Translation } from "./translator/api.ts";

/** A translation of one state of a document. */
export interface KnownTranslation {
  readonly translation: Translation;
  /** The version of the source document. */
  readonly version: number;
  /** Counts up with each text that is made of any document. */
  readonly revision: number;
  /** The text with its line table. */
  readonly text: TextDocument;
}

/** The translations of open documents, each kept until something changes that it may depend on. */
export class Translations {
  private readonly documents: Documents;
  private readonly known = new Map<string, KnownTranslation>();
  private count = 0;

  constructor(documents: Documents) {
    this.documents = documents;
  }

  /** The present translation, or undefined when the document is not open or could not be translated. */
  of(uri: string): KnownTranslation | undefined {
    const known = this.known.get(uri);
    if (known !== undefined) return known;
    const source = this.documents.text(uri);
    if (source === undefined) return undefined;
    const translation = this.documents.query("translating", uri, (program) => program.translate(uri));
    if (translation === undefined) return undefined;
    const text = TextDocument.create(uri, translation.language, source.version, translation.text);
    const made = { translation, version: source.version, revision: ++this.count, text };
    this.known.set(uri, made);
    return made;
  }

  /** Forgets what may be another now. */
  forget(uris: readonly string[]): void {
    for (const uri of uris) this.known.delete(uri);
  }
}
