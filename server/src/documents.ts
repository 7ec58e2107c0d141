import { TextDocument } from "vscode-languageserver-textdocument";
import type { Language } from "./base/language.ts";
import type { Program, Translator } from "./translator/api.ts";

/** A document as the editor has it. */
interface OpenDocument {
  readonly text: TextDocument;
  readonly language: Language;
  /** The program it belongs to. */
  readonly group: string;
  /** Whether the group's program holds exactly this text. */
  synchronised: boolean;
}

/** A change as the protocol states it; without a range the whole text is replaced. */
export interface ContentChange {
  readonly range?: { readonly start: PositionLike; readonly end: PositionLike };
  readonly text: string;
}

/** A position as it comes over the wire: it may lie anywhere, or be no number at all. */
export interface PositionLike {
  readonly line: number;
  readonly character: number;
}

/**
 * The documents that are open in an editor, and the programs they form: one for each folder and language. Texts are
 * always kept; programs follow them as long as nothing fails, and are made anew from the texts when something has.
 */
export class Documents {
  private readonly documents = new Map<string, OpenDocument>();
  private readonly programs = new Map<string, Program>();
  private readonly report: (doing: string, error: unknown) => void;
  private translator: Translator | undefined;

  /** `report` is told of each exception that the translator throws. */
  constructor(report: (doing: string, error: unknown) => void) {
    this.report = report;
  }

  /** Supplies the translator, which may come later than the first documents. */
  attach(translator: Translator): void {
    this.translator = translator;
  }

  /** The document's text, version and line table, or undefined when it is not open. */
  text(uri: string): TextDocument | undefined {
    return this.documents.get(uri)?.text;
  }

  /** The open documents whose translations can depend on this one, itself among them. */
  related(uri: string): readonly string[] {
    const group = this.documents.get(uri)?.group;
    return [...this.documents].filter(([, each]) => each.group === group).map(([key]) => key);
  }

  /** Documents in other languages than Python and Go are ignored. */
  open(uri: string, languageId: string, version: number, text: string): void {
    if (languageId !== "python" && languageId !== "go") return;
    if (this.documents.has(uri)) this.close(uri);
    const document = TextDocument.create(uri, languageId, version, text);
    this.documents.set(uri, {
      text: document,
      language: languageId,
      group: groupOf(uri, languageId),
      synchronised: false,
    });
  }

  /** Applies changes in order, each to the text that the one before has left. Documents that are not open are ignored. */
  change(uri: string, version: number, changes: readonly ContentChange[]): void {
    const document = this.documents.get(uri);
    if (document === undefined) return;
    for (const change of changes) this.applyChange(uri, document, change, version);
    TextDocument.update(document.text, [], version);
  }

  close(uri: string): void {
    const document = this.documents.get(uri);
    if (document === undefined) return;
    this.documents.delete(uri);
    const program = this.programs.get(document.group);
    if (program === undefined) return;
    const others = [...this.documents.values()].some((each) => each.group === document.group);
    if (others) this.attempt("closing a document", document.group, () => program.close(uri));
    else this.discard(document.group);
  }

  /**
   * Runs `query` on the program that the document belongs to, brought up to date before. Undefined when the document is
   * not open, there is no translator yet, or something fails; a program that failed is made anew for the next query.
   */
  query<Answer>(doing: string, uri: string, query: (program: Program) => Answer): Answer | undefined {
    const document = this.documents.get(uri);
    if (document === undefined || this.translator === undefined) return undefined;
    const { group } = document;
    return this.attempt(doing, group, () => query(this.upToDateProgram(group)));
  }

  /** Frees all programs. */
  dispose(): void {
    for (const group of [...this.programs.keys()]) this.discard(group);
    this.documents.clear();
  }

  private applyChange(uri: string, document: OpenDocument, change: ContentChange, version: number): void {
    const { text } = document;
    if (change.range === undefined) {
      TextDocument.update(text, [{ text: change.text }], version);
      document.synchronised = false;
      return;
    }
    const first = offsetAt(text, change.range.start);
    const second = offsetAt(text, change.range.end);
    const [start, end] = [Math.min(first, second), Math.max(first, second)];
    const range = { start: text.positionAt(start), end: text.positionAt(end) };
    TextDocument.update(text, [{ range, text: change.text }], version);
    const program = this.programs.get(document.group);
    if (program === undefined || !document.synchronised) return;
    this.attempt("following an edit", document.group, () => program.edit(uri, start, end, change.text));
  }

  private upToDateProgram(group: string): Program {
    let program = this.programs.get(group);
    if (program === undefined) {
      program = this.translator!.createProgram();
      this.programs.set(group, program);
    }
    for (const [uri, document] of this.documents) {
      if (document.group !== group || document.synchronised) continue;
      program.open(uri, document.language, document.text.getText());
      document.synchronised = true;
    }
    return program;
  }

  private attempt<Answer>(doing: string, group: string, action: () => Answer): Answer | undefined {
    try {
      return action();
    } catch (error) {
      this.report(doing, error);
      this.discard(group);
      return undefined;
    }
  }

  private discard(group: string): void {
    const program = this.programs.get(group);
    this.programs.delete(group);
    for (const document of this.documents.values()) if (document.group === group) document.synchronised = false;
    try {
      program?.dispose();
    } catch (error) {
      this.report("freeing a program", error);
    }
  }
}

/** Documents of one folder belong together; one without a folder stands alone. */
function groupOf(uri: string, language: Language): string {
  const path = uri.replace(/[?#].*$/, "");
  const slash = path.lastIndexOf("/");
  return `${language} ${slash < 0 ? path : path.slice(0, slash)}`;
}

/** The offset (UTF-16 code units) of a position; one outside the text is moved to the nearest inside. */
export function offsetAt(text: TextDocument, position: PositionLike): number {
  const line = Number.isFinite(position.line) ? Math.trunc(position.line) : 0;
  const character = Number.isFinite(position.character) ? Math.max(0, Math.trunc(position.character)) : 0;
  return line < 0 ? 0 : text.offsetAt({ line, character });
}
