import type * as vscode from "vscode";

/** What a program did. */
export interface ProgramRun {
  readonly stdout: string;
  readonly stderr: string;
  /** Undefined when it was stopped, for `reason`. */
  readonly status: number | undefined;
  readonly reason: "timeout" | "cancelled" | "output" | undefined;
  /** Wall-clock time from start to end, in milliseconds. */
  readonly milliseconds: number;
}

/** How a program is run. */
export interface RunOptions {
  readonly folder: string;
  /** In milliseconds. */
  readonly timeout: number;
  readonly env?: Readonly<Record<string, string>>;
  readonly token: vscode.CancellationToken;
}

/** Runs programs of this machine; only some hosts can. */
export interface Programs {
  /** The path of the first of these programs that there is on the search path; a path stands for itself. */
  find(names: readonly string[]): string | undefined;
  /** Runs a program without a shell. Rejects when it cannot be started. */
  run(program: string, args: readonly string[], options: RunOptions): Promise<ProgramRun>;
  /** Makes a folder for files that are thrown away, hands it to `use`, and removes it. Paths below it may have slashes. */
  withFolder<Result>(
    use: (folder: string, write: (path: string, text: string) => Promise<void>) => Promise<Result>,
  ): Promise<Result>;
}
