import * as vscode from "vscode";
import { pageScheme } from "./pages.ts";
import { viewScheme } from "./view-address.ts";

/** Whether a document is Python or Go that people write, not a text that the extension shows. */
export function isSource(document: vscode.TextDocument): boolean {
  const isOurs = document.uri.scheme === viewScheme || document.uri.scheme === pageScheme;
  return !isOurs && (document.languageId === "python" || document.languageId === "go");
}

/**
 * The document that a menu names, else the active editor's, else (where a panel is active) a visible one; undefined when
 * none of them is in the language, which may be either when none is given.
 */
export async function sourceDocument(
  resource?: unknown,
  language?: "python" | "go",
): Promise<vscode.TextDocument | undefined> {
  const editors = vscode.window.visibleTextEditors.map((editor) => editor.document);
  const documents =
    resource instanceof vscode.Uri
      ? [await vscode.workspace.openTextDocument(resource)]
      : [vscode.window.activeTextEditor?.document, ...editors];
  return documents.find(
    (document) =>
      document !== undefined && isSource(document) && (language ?? document.languageId) === document.languageId,
  );
}

/** The editor in which the user sees a document: the active one, where it shows the document, else any that is visible. */
export function editorOf(document: vscode.TextDocument): vscode.TextEditor | undefined {
  const { activeTextEditor, visibleTextEditors } = vscode.window;
  return [activeTextEditor, ...visibleTextEditors].find((editor) => editor?.document === document);
}

/** The language that a document in `language` is translated to. */
export function otherLanguage(language: string): "python" | "go" {
  return language === "python" ? "go" : "python";
}

/** The name people use for the language. */
export function languageName(language: string): string {
  return language === "python" ? "Python" : "Go";
}
