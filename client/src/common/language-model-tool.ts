import * as vscode from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import { translateTextMethod } from "../../../server/src/protocol/editing.ts";
import type { TranslateTextParams, TranslateTextResult } from "../../../server/src/protocol/editing.ts";
import { languageName, otherLanguage } from "./sources.ts";

/** What an assistant passes to the tool; it may be anything. */
interface ToolInput {
  readonly code?: unknown;
  readonly to?: unknown;
}

/** The part of the API for language model tools, which came with VS Code 1.95. */
interface ToolApi {
  readonly lm?: { readonly registerTool?: (name: string, tool: object) => vscode.Disposable };
  readonly LanguageModelToolResult?: new (parts: readonly object[]) => object;
  readonly LanguageModelTextPart?: new (text: string) => object;
}

/** Lets assistants call the translator where the host has language model tools: they get the code, and what to mind. */
export function registerLanguageModelTool(client: BaseLanguageClient): vscode.Disposable {
  const { lm, LanguageModelToolResult: Result, LanguageModelTextPart: Part } = vscode as unknown as ToolApi;
  if (lm?.registerTool === undefined || Result === undefined || Part === undefined) return vscode.Disposable.from();
  return lm.registerTool("interlinear_translate", {
    prepareInvocation: ({ input }: { readonly input: ToolInput }) => ({
      invocationMessage: vscode.l10n.t("Translating to {0}", languageName(input.to === "go" ? "go" : "python")),
    }),
    invoke: async ({ input }: { readonly input: ToolInput }, token: vscode.CancellationToken) => {
      return new Result([new Part(await toolAnswer(client, input, token))]);
    },
  });
}

/** The answer of the tool, for any input. */
export async function toolAnswer(
  client: BaseLanguageClient,
  { code, to }: ToolInput,
  token: vscode.CancellationToken,
): Promise<string> {
  if (typeof code !== "string" || (to !== "go" && to !== "python")) {
    return 'The input must be {"code": "…", "to": "go" | "python"}.';
  }
  const params: TranslateTextParams = { text: code, to };
  const result = await client.sendRequest<TranslateTextResult | null>(translateTextMethod, params, token);
  if (result === null || result.text === "") return "The code could not be translated.";
  const notes = result.diagnostics.map((each) => `- ${each.severity} ${each.code}: ${each.message}`);
  const imports = result.imports.length === 0 ? [] : [`Needs: ${result.imports.join(", ")}`];
  const marks = result.diagnostics.filter((each) => each.severity === "mark").length;
  return [
    `${languageName(otherLanguage(to))} translated to ${languageName(to)} by Interlinear, deterministically.`,
    marks === 0
      ? "Nothing is left to do by hand."
      : `${marks} places are left to do by hand; TODO(interlinear) marks them.`,
    ...imports,
    `\`\`\`${to}\n${result.text}\n\`\`\``,
    ...(notes.length === 0 ? [] : ["What differs:", notes.join("\n")]),
  ].join("\n\n");
}
