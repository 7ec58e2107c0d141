import * as vscode from "vscode";
import { State } from "vscode-languageclient";
import type { BaseLanguageClient } from "vscode-languageclient";
import { isSource } from "./sources.ts";
import type { TranslationViews } from "./translation-view.ts";
import { sourceOf, viewScheme } from "./view-address.ts";

/** The language status item: whether the server runs, and what is left to do in the translation that is shown. */
export function showStatus(client: BaseLanguageClient, views: TranslationViews): vscode.Disposable {
  const item = vscode.languages.createLanguageStatusItem("interlinear.status", [
    { language: "python" },
    { language: "go" },
  ]);
  item.name = "Interlinear";
  let state = client.isRunning() ? State.Running : State.Starting;
  const update = (): void => {
    item.busy = state === State.Starting;
    item.severity = vscode.LanguageStatusSeverity.Information;
    if (state === State.Running) running(item, views);
    else if (state === State.Starting) item.text = vscode.l10n.t("Interlinear is starting");
    else {
      item.text = vscode.l10n.t("Interlinear does not run");
      item.detail = "";
      item.severity = vscode.LanguageStatusSeverity.Error;
      item.command = { command: "interlinear.restartServer", title: vscode.l10n.t("Restart Server") };
    }
  };
  update();
  return vscode.Disposable.from(
    item,
    client.onDidChangeState(({ newState }) => {
      state = newState;
      update();
    }),
    views.onDidUpdate(update),
    views.onDidClose(update),
    vscode.window.onDidChangeActiveTextEditor(update),
  );
}

function running(item: vscode.LanguageStatusItem, views: TranslationViews): void {
  const document = vscode.window.activeTextEditor?.document;
  item.command = { command: "interlinear.showOutput", title: vscode.l10n.t("Show Output") };
  item.text = "Interlinear";
  item.detail = vscode.l10n.t("ready");
  if (document === undefined) return;
  const view = document.uri.scheme === viewScheme ? document : views.viewOf(document.uri);
  const shown = view === undefined ? undefined : views.shown(view);
  if (view === undefined || shown === undefined) {
    if (!isSource(document)) return;
    const command = document.languageId === "python" ? "interlinear.showGoVersion" : "interlinear.showPythonVersion";
    const title =
      document.languageId === "python" ? vscode.l10n.t("Show Go Version") : vscode.l10n.t("Show Python Version");
    item.command = { command, title };
    return;
  }
  const marks = shown.diagnostics.filter((each) => each.severity === "mark").length;
  const caveats = shown.diagnostics.filter((each) => each.severity === "caveat").length;
  item.text = marks === 0 ? vscode.l10n.t("wholly translated") : vscode.l10n.t("{0} to do by hand", marks);
  item.detail = caveats === 0 ? "" : vscode.l10n.t("can differ in {0} places", caveats);
  item.severity = marks > 0 ? vscode.LanguageStatusSeverity.Warning : vscode.LanguageStatusSeverity.Information;
  item.command = { command: "interlinear.explainConstruct", title: vscode.l10n.t("Explain This Construct") };
  if (document.uri.scheme === viewScheme) {
    item.command = { command: "vscode.open", title: vscode.l10n.t("Open Source"), arguments: [sourceOf(document.uri)] };
  }
}
