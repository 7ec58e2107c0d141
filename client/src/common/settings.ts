import * as vscode from "vscode";

/** The settings that the client goes by, with their types; package.json has the defaults. */
interface ClientSettings {
  readonly "view.diagnostics": boolean;
  readonly "view.highlightCounterpart": boolean;
  readonly "view.followCursor": boolean;
  readonly "translate.outputFolder": string;
  readonly "verify.python": string;
  readonly "verify.go": string;
  readonly "verify.timeout": number;
}

/** The value of a setting of `interlinear`. */
export function setting<Name extends keyof ClientSettings>(name: Name, scope?: vscode.Uri): ClientSettings[Name] {
  return vscode.workspace.getConfiguration("interlinear", scope).get(name) as ClientSettings[Name];
}
