import * as vscode from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import { clientCommands, excerptMethod, translateMethod } from "../../../server/src/protocol/messages.ts";
import type {
  ExcerptParams,
  ExcerptResult,
  SourceRange,
  TranslateResult,
} from "../../../server/src/protocol/messages.ts";
import type { Counterparts } from "./counterparts.ts";
import { editorOf, languageName, sourceDocument } from "./sources.ts";
import type { TranslationViews } from "./translation-view.ts";
import { withEnding } from "./view-address.ts";
import { rangeOf } from "./view-diagnostics.ts";
import { writeFile } from "./write-file.ts";

/** The commands behind code actions and lenses: show, copy and write what stands for a part of a document. */
export function registerExcerpts(
  client: BaseLanguageClient,
  views: TranslationViews,
  counterparts: Counterparts,
): vscode.Disposable {
  return vscode.Disposable.from(
    vscode.commands.registerCommand(clientCommands.show, async (uri: unknown, position: unknown) => {
      const document = await documentOf(uri);
      if (document === undefined) return;
      await views.show(document);
      const { line, character } = (position ?? { line: 0, character: 0 }) as SourceRange["start"];
      counterparts.light(document, new vscode.Range(line, character, line, character), true);
    }),
    vscode.commands.registerCommand(clientCommands.copy, async (uri?: unknown, range?: unknown) => {
      const document = await documentOf(uri);
      if (document === undefined) return;
      await copy(client, document, range as SourceRange | undefined);
    }),
    vscode.commands.registerCommand(clientCommands.write, async (uri?: unknown) => {
      const document = await documentOf(uri);
      if (document !== undefined) await write(client, document);
    }),
  );
}

async function documentOf(uri: unknown): Promise<vscode.TextDocument | undefined> {
  const document = await sourceDocument(typeof uri === "string" ? vscode.Uri.parse(uri) : uri);
  if (document === undefined) {
    void vscode.window.showInformationMessage(vscode.l10n.t("Interlinear: open a Python or Go file first."));
  }
  return document;
}

/** Copies the other side of a range, or of the selection; of the whole document where nothing is selected. */
async function copy(client: BaseLanguageClient, document: vscode.TextDocument, range?: SourceRange): Promise<void> {
  const editor = editorOf(document);
  const selection = range === undefined ? editor?.selection : rangeOf(range);
  const uri = client.code2ProtocolConverter.asUri(document.uri);
  let text: string | undefined;
  if (selection === undefined || (selection.isEmpty && range === undefined)) {
    text = (await client.sendRequest<TranslateResult | null>(translateMethod, { uri }))?.text;
  } else {
    const params: ExcerptParams = { uri, range: client.code2ProtocolConverter.asRange(selection) };
    text = (await client.sendRequest<ExcerptResult | null>(excerptMethod, params))?.text;
  }
  if (text === undefined) {
    void vscode.window.showInformationMessage(vscode.l10n.t("Interlinear has no translation of this selection."));
    return;
  }
  await vscode.env.clipboard.writeText(text);
  const other = languageName(document.languageId === "python" ? "go" : "python");
  void vscode.window.setStatusBarMessage(vscode.l10n.t("Interlinear: copied as {0}", other), 4000);
}

async function write(client: BaseLanguageClient, document: vscode.TextDocument): Promise<void> {
  if (document.isUntitled) {
    void vscode.window.showInformationMessage(
      vscode.l10n.t("Interlinear: save the file first, so that there is a place beside it."),
    );
    return;
  }
  const uri = client.code2ProtocolConverter.asUri(document.uri);
  const result = await client.sendRequest<TranslateResult | null>(translateMethod, { uri });
  if (result === null) return;
  const target = document.uri.with({ path: withEnding(document.uri.path, result.language) });
  if (await writeFile(target, result.text, "ask")) {
    await vscode.window.showTextDocument(target, { viewColumn: vscode.ViewColumn.Beside });
  }
}
