import * as vscode from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import { clientCommands, viewHoverMethod } from "../../../server/src/protocol/messages.ts";
import type { ViewHoverParams, ViewHoverResult } from "../../../server/src/protocol/messages.ts";
import type { Counterparts } from "./counterparts.ts";
import type { TranslationViews } from "./translation-view.ts";
import { sourceOf, viewScheme } from "./view-address.ts";
import { rangeOf } from "./view-diagnostics.ts";

/** Hovers over views: the source that the place stands for, and why it looks as it does. */
export function showViewHovers(
  client: BaseLanguageClient,
  views: TranslationViews,
  counterparts: Counterparts,
): vscode.Disposable {
  return vscode.languages.registerHoverProvider(
    { scheme: viewScheme },
    {
      async provideHover(document, position) {
        counterparts.hovered(document, position);
        const revision = views.shown(document)?.revision;
        if (revision === undefined || !client.isRunning()) return undefined;
        const params: ViewHoverParams = {
          uri: client.code2ProtocolConverter.asUri(sourceOf(document.uri)),
          revision,
          position: client.code2ProtocolConverter.asPosition(position),
        };
        const found = await client.sendRequest<ViewHoverResult | null>(viewHoverMethod, params);
        if (found === null) return undefined;
        const contents = new vscode.MarkdownString(found.contents);
        contents.isTrusted = { enabledCommands: [clientCommands.explain] };
        return new vscode.Hover(contents, rangeOf(found.range));
      },
    },
  );
}
