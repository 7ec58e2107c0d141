import * as vscode from "vscode";

/**
 * Writes a text file. Where there is a file of this name already, `ask` asks whether to replace it. Returns whether it was
 * written; says why where it could not be.
 */
export async function writeFile(uri: vscode.Uri, text: string, present: "ask" | "replace"): Promise<boolean> {
  if (present === "ask" && (await exists(uri))) {
    const replace = vscode.l10n.t("Replace");
    const question = vscode.l10n.t("{0} is there already. Replace it?", vscode.workspace.asRelativePath(uri));
    if ((await vscode.window.showWarningMessage(question, { modal: true }, replace)) !== replace) return false;
  }
  try {
    await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
    return true;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    void vscode.window.showErrorMessage(
      vscode.l10n.t("Interlinear could not write {0}: {1}", vscode.workspace.asRelativePath(uri), reason),
    );
    return false;
  }
}

/** Whether there is something at this address. */
export async function exists(uri: vscode.Uri): Promise<boolean> {
  try {
    await vscode.workspace.fs.stat(uri);
    return true;
  } catch {
    return false;
  }
}
