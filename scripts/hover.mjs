import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { createMessageConnection, StreamMessageReader, StreamMessageWriter } from "vscode-languageserver/node";

const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** Where `text` first stands in a source; lines and columns count from 1, as editors show them. Throws when it does not. */
export function placeOf(source, text) {
  const offset = source.indexOf(text);
  if (offset < 0) throw new Error(`not in the source: ${text}`);
  const before = source.slice(0, offset).split("\n");
  return { line: before.length, column: before.at(-1).length + 1 };
}

/** What the built server answers to a hover, asked over the language server protocol. */
export async function hoverOverProtocol(file, languageId, { line, column }) {
  const server = spawn(process.execPath, [join(root, "dist", "server", "node.cjs"), "--stdio"], {
    stdio: ["pipe", "pipe", "inherit"],
  });
  const connection = createMessageConnection(
    new StreamMessageReader(server.stdout),
    new StreamMessageWriter(server.stdin),
  );
  connection.listen();
  try {
    const uri = pathToFileURL(file).href;
    await connection.sendRequest("initialize", { processId: process.pid, rootUri: null, capabilities: {} });
    await connection.sendNotification("initialized", {});
    const textDocument = { uri, languageId, version: 1, text: readFileSync(file, "utf8") };
    await connection.sendNotification("textDocument/didOpen", { textDocument });
    const position = { line: line - 1, character: column - 1 };
    const answer = await connection.sendRequest("textDocument/hover", { textDocument: { uri }, position });
    return answer?.contents.value ?? "(nothing)";
  } finally {
    connection.dispose();
    server.kill();
  }
}
