import * as vscode from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import { translateTextMethod } from "../../../server/src/protocol/editing.ts";
import type { TranslateTextParams, TranslateTextResult } from "../../../server/src/protocol/editing.ts";
import { whereAvailable } from "./newer-api.ts";
import { isSource, languageName, otherLanguage } from "./sources.ts";
import { rangeOf } from "./view-diagnostics.ts";

/** Code of the other language that is in the clipboard, put in as code of this document's language. */
export interface Pasted {
  readonly text: string;
  readonly edits: readonly vscode.TextEdit[];
  readonly marks: number;
  readonly caveats: number;
}

/** *Paste as Go* and *Paste as Python*, as commands, and as a way to paste where the editor offers a choice. */
export function registerPaste(client: BaseLanguageClient): vscode.Disposable {
  const paste = (to: "python" | "go") => () => pasteInto(client, to);
  return vscode.Disposable.from(
    vscode.commands.registerCommand("interlinear.pasteAsGo", paste("go")),
    vscode.commands.registerCommand("interlinear.pasteAsPython", paste("python")),
    whereAvailable(() => pasteProvider(client)),
  );
}

async function pasteInto(client: BaseLanguageClient, to: "python" | "go"): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  const other = languageName(otherLanguage(to));
  const text = await vscode.env.clipboard.readText();
  if (editor === undefined || text.trim() === "") {
    void vscode.window.showInformationMessage(
      vscode.l10n.t("Interlinear: copy {0} code and put the cursor where it is to go.", other),
    );
    return;
  }
  const pasted = await translated(client, editor.document, text, to);
  if (pasted === undefined) {
    void vscode.window.showWarningMessage(vscode.l10n.t("Interlinear found no {0} code in the clipboard.", other));
    return;
  }
  const inserted = indented(pasted.text, editor.document, editor.selection.start);
  const done = await editor.edit((builder) => {
    builder.replace(editor.selection, inserted);
    for (const edit of pasted.edits) builder.replace(edit.range, edit.newText);
  });
  if (!done) {
    void vscode.window.showWarningMessage(vscode.l10n.t("Interlinear: this document cannot be changed."));
    return;
  }
  const left = pasted.marks === 0 ? "" : vscode.l10n.t("{0} to do by hand: look for TODO(interlinear)", pasted.marks);
  if (left !== "") void vscode.window.setStatusBarMessage(`Interlinear: ${left}`, 8000);
}

async function translated(
  client: BaseLanguageClient,
  document: vscode.TextDocument,
  text: string,
  to: "python" | "go",
): Promise<Pasted | undefined> {
  const params: TranslateTextParams = { text, to, uri: client.code2ProtocolConverter.asUri(document.uri) };
  const result = await client.sendRequest<TranslateTextResult | null>(translateTextMethod, params);
  if (result === null || result.text.trim() === "") return undefined;
  const count = (severity: string): number => result.diagnostics.filter((each) => each.severity === severity).length;
  const edits = result.importEdits.map((edit) => new vscode.TextEdit(rangeOf(edit.range), edit.newText));
  return { text: result.text, edits, marks: count("mark"), caveats: count("caveat") };
}

/** A text whose lines after the first stand under the place where it begins. */
function indented(text: string, document: vscode.TextDocument, at: vscode.Position): string {
  const before = document.lineAt(at.line).text.slice(0, at.character);
  const indent = /^[ \t]*/.exec(before)![0];
  return text
    .split("\n")
    .map((line, index) => (index === 0 || line === "" ? line : indent + line))
    .join("\n");
}

/** The part of the API for pasting, which came with VS Code 1.97. */
interface PasteApi {
  readonly DocumentDropOrPasteEditKind?: { readonly Empty: { append(...parts: string[]): object } };
  readonly DocumentPasteEdit?: new (
    text: string,
    title: string,
    kind: object,
  ) => { additionalEdit?: vscode.WorkspaceEdit };
  readonly languages: { readonly registerDocumentPasteEditProvider?: (...args: unknown[]) => vscode.Disposable };
}

/** Offers the translation in the menu of ways to paste; never by itself, since a plain paste must stay what it is. */
function pasteProvider(client: BaseLanguageClient): vscode.Disposable {
  const { DocumentDropOrPasteEditKind: kinds, DocumentPasteEdit: Edit, languages } = vscode as unknown as PasteApi;
  if (kinds === undefined || Edit === undefined || languages.registerDocumentPasteEditProvider === undefined)
    return vscode.Disposable.from();
  const kind = kinds.Empty.append("interlinear", "translate");
  const provider = {
    async provideDocumentPasteEdits(
      document: vscode.TextDocument,
      ranges: readonly vscode.Range[],
      data: vscode.DataTransfer,
      context: { readonly triggerKind: number; readonly only?: unknown },
    ) {
      const isAsked = context.triggerKind === 1;
      const text = await data.get("text/plain")?.asString();
      if (!isAsked || text === undefined || text.trim() === "" || !isSource(document)) return undefined;
      const to = document.languageId === "go" ? "go" : "python";
      const pasted = await translated(client, document, text, to);
      if (pasted === undefined) return undefined;
      const at = ranges[0]?.start ?? new vscode.Position(0, 0);
      const title = vscode.l10n.t("Paste as {0}", languageName(to));
      const edit = new Edit(indented(pasted.text, document, at), title, kind);
      edit.additionalEdit = new vscode.WorkspaceEdit();
      edit.additionalEdit.set(document.uri, [...pasted.edits]);
      return [edit];
    },
  };
  const options = { providedPasteEditKinds: [kind], pasteMimeTypes: ["text/plain"] };
  return languages.registerDocumentPasteEditProvider([{ language: "go" }, { language: "python" }], provider, options);
}
