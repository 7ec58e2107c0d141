export function findProgram(...names: string[]): string | undefined;
export function findChromium(): string | undefined;
export function findNeovim(): string | undefined;
export function findEmacs(): string | undefined;
export function installWorkbench(log?: (line: string) => void): string;
export function installWebHost(log?: (line: string) => void): {
  program: string;
  testRunnerDataDir: string;
  commit: string;
};
export function serveWebHost(options: {
  extensionDevelopmentPath: string;
  folderPath: string;
  port: number;
  log?: (line: string) => void;
}): Promise<{ address: string; close(): void }>;
