import * as vscode from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import { clientCommands, explainMethod } from "../../../server/src/protocol/messages.ts";
import type { ExplainParams, ExplainResult } from "../../../server/src/protocol/messages.ts";
import type { Pages } from "./pages.ts";
import { isSource } from "./sources.ts";

/** Opens the page of a construct: of the one that is named, or of what stands at the cursor. */
export function registerExplain(client: BaseLanguageClient, pages: Pages): vscode.Disposable {
  return vscode.commands.registerCommand(clientCommands.explain, async (construct?: unknown) => {
    const params = typeof construct === "string" ? { construct } : atCursor(client);
    if (params === undefined) {
      return vscode.window.showInformationMessage(
        vscode.l10n.t("Interlinear: put the cursor on Python or Go code first."),
      );
    }
    const page = await client.sendRequest<ExplainResult | null>(explainMethod, params);
    if (page !== null) return pages.showMarkdown(page.title, page.markdown, "beside");
    return vscode.window.showInformationMessage(vscode.l10n.t("Interlinear has nothing to explain here."));
  });
}

function atCursor({ code2ProtocolConverter }: BaseLanguageClient): ExplainParams | undefined {
  const editor = vscode.window.activeTextEditor;
  if (editor === undefined || !isSource(editor.document)) return undefined;
  const position = code2ProtocolConverter.asPosition(editor.selection.active);
  return { uri: code2ProtocolConverter.asUri(editor.document.uri), position };
}
