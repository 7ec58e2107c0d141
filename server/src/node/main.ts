import { createConnection, ProposedFeatures } from "vscode-languageserver/node";
import { serve } from "../server.ts";
import { loadTranslator } from "./translator.ts";

/** The language server as a process: it speaks over the channel that the arguments name, such as `--stdio` or `--node-ipc`. */
serve(createConnection(ProposedFeatures.all), loadTranslator);
