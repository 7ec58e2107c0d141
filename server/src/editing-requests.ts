import type {
  CodeAction,
  CodeActionParams,
  CodeLens,
  CodeLensParams,
  CompletionList,
  CompletionParams,
  InlayHint,
  InlayHintParams,
} from "vscode-languageserver";
import type { TextDocument } from "vscode-languageserver-textdocument";
import type { Language } from "./base/language.ts";
import { offsetAt } from "./documents.ts";
import { actionData, codeActions, commentEdit, writeEdit } from "./features/code-actions.ts";
import { patternCompletions } from "./features/completion.ts";
import { doctestProgram } from "./features/doctest.ts";
import { excerptAt } from "./features/excerpt.ts";
import { translateFragment } from "./features/fragment.ts";
import { importEdits } from "./features/imports.ts";
import { patternItems } from "./features/patterns.ts";
import { signatureHints, signatureLenses } from "./features/signature-hints.ts";
import { translateFiles as translateAll } from "./features/translate-files.ts";
import { rangeIn } from "./features/translation-view.ts";
import type {
  DoctestParams,
  DoctestResult,
  ImportEditsParams,
  ImportEditsResult,
  PatternsParams,
  PatternsResult,
  TextEditLike,
  TranslateFilesParams,
  TranslateFilesResult,
  TranslateTextParams,
  TranslateTextResult,
} from "./protocol/editing.ts";
import { spanIn } from "./session.ts";
import type { Session } from "./session.ts";

/** The actions at a range; their edits come with `resolveAction`. */
export function actions(
  session: Session,
  { textDocument: { uri }, range, context }: CodeActionParams,
): CodeAction[] | null {
  const text = session.documents.text(uri);
  if (text === undefined || !session.settings.codeActions.enabled) return null;
  return codeActions({ uri, text, range, context, commands: session.commands });
}

/** An action with its edit, as long as the document is the same as when the action was offered. */
export function resolveAction(session: Session, action: CodeAction): CodeAction {
  const data = actionData(action.data);
  const text = data === undefined ? undefined : session.documents.text(data.uri);
  if (data === undefined || text === undefined || text.version !== data.version) return action;
  const known = session.translations.of(data.uri);
  if (known === undefined) return action;
  if (data.action === "write") return { ...action, edit: writeEdit(data.uri, known.translation) };
  const excerpt = excerptAt(known.translation, text.getText(), spanIn(text, data.range));
  if (excerpt === undefined) return action;
  return { ...action, edit: commentEdit(data.uri, text, excerpt, known.translation.language) };
}

/** The patterns that the text before the cursor asks for. */
export function completion(
  session: Session,
  { textDocument: { uri }, position }: CompletionParams,
): CompletionList | null {
  const text = session.documents.text(uri);
  if (text === undefined || session.translator === undefined || !session.settings.completions.enabled) return null;
  const client = { snippets: session.snippets, hasSnippetFiles: session.commands };
  const items = patternCompletions(session.translator.patterns(), text, offsetAt(text, position), client);
  // What is offered depends on how much has been typed.
  return { isIncomplete: true, items: [...items] };
}

export function inlayHints(session: Session, { textDocument: { uri }, range }: InlayHintParams): InlayHint[] | null {
  const text = session.documents.text(uri);
  if (text === undefined || !session.settings.inlayHints.signatures) return null;
  const known = session.translations.of(uri);
  return known === undefined ? null : signatureHints(known.translation, text, spanIn(text, range));
}

export function codeLenses(session: Session, { textDocument: { uri } }: CodeLensParams): CodeLens[] | null {
  const text = session.documents.text(uri);
  if (text === undefined || !session.commands || !session.settings.codeLens.enabled) return null;
  const known = session.translations.of(uri);
  return known === undefined ? null : signatureLenses(known.translation, text, uri);
}

export function translateText(session: Session, { text, to, uri }: TranslateTextParams): TranslateTextResult | null {
  if (session.translator === undefined || typeof text !== "string" || !isLanguage(to)) return null;
  const target = uri === undefined ? undefined : session.documents.text(uri);
  const fragment = translateFragment(session.translator, text, to, target?.getText() ?? "");
  return {
    text: fragment.text,
    imports: fragment.imports,
    importEdits: target === undefined ? [] : editsIn(target, fragment.imports),
    diagnostics: fragment.diagnostics.map(({ severity, code, message }) => ({ severity, code, message })),
  };
}

export function translateFiles(session: Session, params: TranslateFilesParams): TranslateFilesResult | null {
  if (session.translator === undefined || !isLanguage(params.to)) return null;
  return { files: translateAll(session.translator, params, session.report) };
}

export function patterns(session: Session, { language }: PatternsParams): PatternsResult | null {
  if (session.translator === undefined || !isLanguage(language)) return null;
  return { patterns: patternItems(session.translator.patterns(), language) };
}

export function importsFor(session: Session, { uri, imports }: ImportEditsParams): ImportEditsResult | null {
  const text = session.documents.text(uri);
  return text === undefined ? null : { edits: editsIn(text, imports) };
}

export function doctest(session: Session, { uri, position }: DoctestParams): DoctestResult | null {
  const text = session.documents.text(uri);
  if (text === undefined || text.languageId !== "python") return null;
  return doctestProgram(text.getText(), text.positionAt(offsetAt(text, position)).line) ?? null;
}

function editsIn(text: TextDocument, imports: readonly string[]): TextEditLike[] {
  return importEdits(text.getText(), text.languageId as Language, imports).map((edit) => ({
    range: rangeIn(text, edit),
    newText: edit.newText,
  }));
}

function isLanguage(value: unknown): value is Language {
  return value === "python" || value === "go";
}
