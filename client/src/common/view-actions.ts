import * as vscode from "vscode";
import type { TranslationViews } from "./translation-view.ts";
import { sourceOf, viewScheme, withEnding } from "./view-address.ts";
import { exists, writeFile } from "./write-file.ts";

/** What can be done with the translation that a view shows: copy it, go on with it in a document of one's own, save it, compare it. */
export function registerViewActions(views: TranslationViews): vscode.Disposable {
  const onView = (action: (view: vscode.TextDocument) => Promise<unknown>) => async (resource?: unknown) => {
    const view = await viewFor(views, resource);
    if (view !== undefined) return action(view);
    void vscode.window.showInformationMessage(
      vscode.l10n.t("Interlinear: show the Go or Python version of a file first."),
    );
  };
  return vscode.Disposable.from(
    vscode.commands.registerCommand("interlinear.view.copy", onView(copy)),
    vscode.commands.registerCommand("interlinear.view.openUntitled", onView(openUntitled)),
    vscode.commands.registerCommand("interlinear.view.save", onView(save)),
    vscode.commands.registerCommand("interlinear.view.compare", onView(compare)),
  );
}

/** The view that a menu names, else the active one, else the one of the active source. */
async function viewFor(views: TranslationViews, resource: unknown): Promise<vscode.TextDocument | undefined> {
  if (resource instanceof vscode.Uri && resource.scheme === viewScheme)
    return vscode.workspace.openTextDocument(resource);
  const active = vscode.window.activeTextEditor?.document;
  if (active === undefined) return undefined;
  return active.uri.scheme === viewScheme ? active : views.viewOf(active.uri);
}

async function copy(view: vscode.TextDocument): Promise<void> {
  await vscode.env.clipboard.writeText(view.getText());
  void vscode.window.setStatusBarMessage(vscode.l10n.t("Interlinear: the translation is in the clipboard"), 4000);
}

async function openUntitled(view: vscode.TextDocument): Promise<void> {
  const document = await vscode.workspace.openTextDocument({ language: view.languageId, content: view.getText() });
  await vscode.window.showTextDocument(document);
}

async function save(view: vscode.TextDocument): Promise<void> {
  const source = sourceOf(view.uri);
  const language = view.languageId === "go" ? "go" : "python";
  const inPlace = source.scheme === "untitled" ? undefined : source.with({ path: withEnding(source.path, language) });
  const filters: Record<string, string[]> = language === "go" ? { Go: ["go"] } : { Python: ["py"] };
  const chosen = await vscode.window.showSaveDialog({ ...(inPlace ? { defaultUri: inPlace } : {}), filters });
  if (chosen === undefined) return;
  // The dialog has asked whether a file that is there is to be replaced.
  if (await writeFile(chosen, view.getText(), "replace")) await vscode.window.showTextDocument(chosen);
}

/** Compares with the file beside the source that has the translation's name, where there is one; else with the source. */
async function compare(view: vscode.TextDocument): Promise<void> {
  const source = sourceOf(view.uri);
  const beside = source.with({ path: withEnding(source.path, view.languageId === "go" ? "go" : "python") });
  const other = source.scheme !== "untitled" && (await exists(beside)) ? beside : source;
  const title = vscode.l10n.t("{0} ↔ translation of {1}", nameOf(other), nameOf(source));
  await vscode.commands.executeCommand("vscode.diff", other, view.uri, title);
}

function nameOf(uri: vscode.Uri): string {
  return uri.path.split("/").at(-1) ?? "";
}
