import type { TextDocument } from "vscode-languageserver-textdocument";
import { offsetAt } from "./documents.ts";
import type { Documents, PositionLike } from "./documents.ts";
import type { HoverStyle } from "./features/hover.ts";
import { readSettings } from "./protocol/settings.ts";
import type { Settings } from "./protocol/settings.ts";
import type { FileSpan, Translator } from "./translator/api.ts";
import type { Translations } from "./translations.ts";

/** What the answers to requests rest on: the documents, and what the client has said about itself. */
export class Session {
  readonly documents: Documents;
  readonly translations: Translations;
  settings: Settings = readSettings(undefined);
  /** Whether the client has the commands of the VS Code extension. */
  commands = false;
  /** Whether completions may have tab stops. */
  snippets = false;
  /** Whether hovers may be Markdown. */
  markdown = true;
  /** Undefined until it is loaded, or when that failed. */
  translator: Translator | undefined;

  /** Writes an exception to the log. */
  readonly report: (error: unknown) => void;

  constructor(documents: Documents, translations: Translations, report: (error: unknown) => void) {
    this.documents = documents;
    this.translations = translations;
    this.report = report;
  }

  get hoverStyle(): HoverStyle {
    return { detail: this.settings.hover.detail, commands: this.commands };
  }
}

/** A range of the protocol as a span; its ends may come in any order and lie anywhere. */
export function spanIn(
  text: TextDocument,
  range: { readonly start: PositionLike; readonly end: PositionLike },
): FileSpan {
  const [first, second] = [offsetAt(text, range.start), offsetAt(text, range.end)];
  return { start: Math.min(first, second), end: Math.max(first, second) };
}
