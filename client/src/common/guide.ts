import * as vscode from "vscode";
import { showPreview } from "./pages.ts";

/** *Python or Go?*: the guide that ships with the extension. And the walkthrough. */
export function registerGuide(context: vscode.ExtensionContext): vscode.Disposable {
  return vscode.Disposable.from(
    vscode.commands.registerCommand("interlinear.showGuide", () =>
      showPreview(vscode.Uri.joinPath(context.extensionUri, "docs", "guide", "python-or-go.md"), "here"),
    ),
    vscode.commands.registerCommand("interlinear.getStarted", () =>
      vscode.commands.executeCommand("workbench.action.openWalkthrough", `${context.extension.id}#start`),
    ),
  );
}
