import { spawn } from "node:child_process";
import type { ChildProcessWithoutNullStreams } from "node:child_process";
import { createMessageConnection, StreamMessageReader, StreamMessageWriter } from "vscode-languageserver/node";
import type { Hover, InitializeResult, MessageConnection } from "vscode-languageserver/node";
import { translateMethod, translationChangedMethod } from "../../server/src/protocol/messages.ts";
import type { TranslateResult, TranslationChangedParams } from "../../server/src/protocol/messages.ts";

/** A language server in a process of its own, and a client that speaks to it. */
export class ServerProcess {
  readonly process: ChildProcessWithoutNullStreams;
  readonly connection: MessageConnection;
  /** What the server has logged. */
  readonly log: string[] = [];
  /** The documents whose translations the server has said to be others now, in order. */
  readonly changed: string[] = [];

  constructor(script: string, args: readonly string[] = ["--stdio"], nodeArgs: readonly string[] = []) {
    this.process = spawn(process.execPath, [...nodeArgs, script, ...args]);
    this.connection = createMessageConnection(
      new StreamMessageReader(this.process.stdout),
      new StreamMessageWriter(this.process.stdin),
    );
    this.connection.onNotification("window/logMessage", ({ message }: { message: string }) => {
      this.log.push(message);
    });
    this.connection.onNotification(translationChangedMethod, ({ uri }: TranslationChangedParams) => {
      this.changed.push(uri);
    });
    this.connection.listen();
  }

  async initialize(capabilities: object = {}, initializationOptions?: object): Promise<InitializeResult> {
    const result = await this.connection.sendRequest<InitializeResult>("initialize", {
      processId: process.pid,
      rootUri: null,
      capabilities,
      ...(initializationOptions === undefined ? {} : { initializationOptions }),
    });
    await this.connection.sendNotification("initialized", {});
    return result;
  }

  open(uri: string, languageId: string, text: string, version = 1): Promise<void> {
    const textDocument = { uri, languageId, version, text };
    return this.connection.sendNotification("textDocument/didOpen", { textDocument });
  }

  change(uri: string, version: number, contentChanges: readonly object[]): Promise<void> {
    const textDocument = { uri, version };
    return this.connection.sendNotification("textDocument/didChange", { textDocument, contentChanges });
  }

  close(uri: string): Promise<void> {
    return this.connection.sendNotification("textDocument/didClose", { textDocument: { uri } });
  }

  hover(uri: string, line: number, character: number): Promise<Hover | null> {
    return this.connection.sendRequest("textDocument/hover", { textDocument: { uri }, position: { line, character } });
  }

  translate(uri: string): Promise<TranslateResult | null> {
    return this.connection.sendRequest(translateMethod, { uri });
  }

  /** Any request of the protocol's extension. */
  ask<Answer>(method: string, params: object): Promise<Answer | null> {
    return this.connection.sendRequest(method, params);
  }

  /** Sends bytes that are no message of the protocol. */
  sendRaw(text: string): void {
    this.process.stdin.write(text);
  }

  /** Whether the process still runs. */
  get running(): boolean {
    return this.process.exitCode === null;
  }

  async stop(): Promise<void> {
    this.connection.dispose();
    this.process.kill();
    if (this.running && this.process.signalCode === null) {
      await new Promise((resolve) => this.process.once("exit", resolve));
    }
  }
}

/** A change of a range, as the protocol writes it. */
export function change(from: readonly [number, number], to: readonly [number, number], text: string): object {
  const [start, end] = [from, to].map(([line, character]) => ({ line, character }));
  return { range: { start, end }, text };
}

/** The Markdown of a hover, or undefined where there is none. */
export function hoverText(hover: Hover | null): string | undefined {
  return hover === null ? undefined : (hover.contents as { value: string }).value;
}
