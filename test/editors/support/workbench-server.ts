import { spawn, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { installWorkbench } from "../../../scripts/editors.mjs";
import { freePort } from "../../../scripts/local-server.mjs";

/** A running VS Code server with a Node extension host. */
export interface WorkbenchServer {
  readonly address: string;
  close(): Promise<void>;
}

/** How a workbench differs from the usual one. */
export interface WorkbenchOptions {
  /** Settings of the machine besides the usual ones. */
  readonly settings?: object;
  /** Whether folders are trusted only when the user says so, as in an installed VS Code. */
  readonly asksForTrust?: boolean;
  /** Variables of the environment besides the usual ones. */
  readonly env?: Readonly<Record<string, string>>;
}

/** Starts VS Code's server with one extension installed from its package, and waits until it answers. */
export async function startWorkbench(vsix: string, options: WorkbenchOptions = {}): Promise<WorkbenchServer> {
  const main = installWorkbench();
  const home = mkdtempSync(join(tmpdir(), "interlinear-workbench-"));
  const [data, user, extensions] = ["data", "user", "extensions"].map((name) => join(home, name)) as [
    string,
    string,
    string,
  ];
  mkdirSync(join(user, "Machine"), { recursive: true });
  writeFileSync(join(user, "Machine", "settings.json"), JSON.stringify({ ...settings, ...options.settings }));
  const env = { ...process.env, HOME: home, EXTENSIONS_GALLERY: '{"serviceUrl":""}', ...options.env };
  const common = ["--accept-server-license-terms", "--server-data-dir", data, "--extensions-dir", extensions];

  const installed = spawnSync(process.execPath, [main, ...common, "--install-extension", vsix, "--force"], {
    env,
    encoding: "utf8",
    timeout: 120_000,
  });
  if (installed.status !== 0)
    throw new Error(`the extension could not be installed: ${installed.stdout}${installed.stderr}`);

  const port = await freePort();
  const where = ["--host", "127.0.0.1", "--port", String(port), "--without-connection-token"];
  const trust = options.asksForTrust === true ? [] : ["--disable-workspace-trust"];
  const rest = ["--user-data-dir", user, "--telemetry-level", "off", ...trust];
  const server = spawn(process.execPath, [main, ...common, ...where, ...rest], {
    env,
    stdio: "ignore",
    detached: true,
  });
  process.once("exit", () => endGroup(server.pid!));
  const close = async (): Promise<void> => {
    endGroup(server.pid!);
    if (server.exitCode === null) await new Promise((resolve) => server.once("exit", resolve));
    rmSync(home, { recursive: true, force: true, maxRetries: 5 });
  };
  const address = `http://127.0.0.1:${port}`;
  try {
    await answering(`${address}/version`);
  } catch (error) {
    await close();
    throw error;
  }
  return { address, close };
}

const settings = {
  "workbench.startupEditor": "none",
  "workbench.colorTheme": "Default Dark Modern",
  "workbench.enableExperiments": false,
  "telemetry.telemetryLevel": "off",
  "update.mode": "none",
  "editor.minimap.enabled": false,
  "files.autoSave": "off",
  "window.dialogStyle": "custom",
};

/** Ends a process that was started as the leader of its group, and all that it has started. */
function endGroup(leader: number): void {
  try {
    process.kill(-leader, "SIGKILL");
  } catch {
    // It has ended by itself.
  }
}

async function answering(address: string): Promise<void> {
  const end = Date.now() + 60_000;
  for (;;) {
    try {
      if ((await fetch(address)).ok) return;
    } catch {
      // It does not listen yet.
    }
    if (Date.now() > end) throw new Error(`nothing answers at ${address}`);
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}
