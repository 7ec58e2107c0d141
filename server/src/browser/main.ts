import {
  BrowserMessageReader,
  BrowserMessageWriter,
  createConnection,
  ProposedFeatures,
} from "vscode-languageserver/browser";
import { loadAssets } from "../assets.ts";
import type { InitializationOptions } from "../protocol/messages.ts";
import { serve } from "../server.ts";
import type { Translator } from "../translator/api.ts";
import { createTranslator } from "../translator/index.ts";

/** The worker itself: the other end of the messages. */
declare const self: object;

async function loadTranslator({ installation }: InitializationOptions): Promise<Translator> {
  if (installation === undefined) throw new Error("the client has not said where the extension is installed");
  const read = async (path: string): Promise<Uint8Array> => {
    const response = await fetch(installation + path);
    if (!response.ok) throw new Error(`${path}: ${response.status} ${response.statusText}`);
    return new Uint8Array(await response.arrayBuffer());
  };
  return createTranslator(await loadAssets(read));
}

/** The language server as a web worker: it speaks over the worker's own messages. In Node this bundle is loaded for the modules that it shares. */
if ("WorkerGlobalScope" in globalThis)
  serve(
    createConnection(ProposedFeatures.all, new BrowserMessageReader(self), new BrowserMessageWriter(self)),
    loadTranslator,
  );
