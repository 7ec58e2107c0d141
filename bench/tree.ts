import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Language } from "../server/src/base/language.ts";
import { otherLanguage } from "../server/src/base/language.ts";
import { goFile, pythonFile } from "./files.ts";
import type { Report } from "./measures.ts";

const linesOfFile = 500;
const command = join(import.meta.dirname, "..", "server", "bin", "interlinear.js");

/** The translation of whole folders by the command: how many lines in a second, and how the time of one line grows with the folder. */
export function measureTree(language: Language, files: number, report: Report): void {
  console.log(`${language}, folders of ${files / 4} and ${files} files with ${linesOfFile} lines`);
  const small = translationTime(language, files / 4);
  const large = translationTime(language, files);
  report.add("whole tree", (files * linesOfFile * 1000) / large, "lines/s", 20_000, 4_000);
  report.add("time for four times the lines", large / small, "times", 4.4);
}

function translationTime(language: Language, files: number): number {
  const folder = mkdtempSync(join(tmpdir(), "interlinear-bench-"));
  try {
    const source = join(folder, "source");
    for (let index = 0; index < files; index++) {
      // Files of one folder are one package of Go, so that each has a folder of its own there.
      const place = language === "go" ? join(source, `package${index}`) : source;
      mkdirSync(place, { recursive: true });
      const name = `file${index}.${language === "python" ? "py" : "go"}`;
      writeFileSync(join(place, name), language === "python" ? pythonFile(linesOfFile) : goFile(linesOfFile));
    }
    const start = performance.now();
    const { status, stderr } = spawnSync(
      process.execPath,
      [command, "translate", "--to", otherLanguage(language), "--out", join(folder, "out"), source],
      { encoding: "utf8" },
    );
    if (status !== 0 && status !== 3) throw new Error(`the translation of a folder failed:\n${stderr}`);
    return performance.now() - start;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
