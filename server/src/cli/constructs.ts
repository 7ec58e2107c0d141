import type { ConstructInfo, Translator } from "../translator/api.ts";
import { exitStatus } from "./status.ts";
import type { ExitStatus } from "./status.ts";

/** Prints the catalogue of constructs. Returns the exit status. */
export function constructsCommand(format: "text" | "json", translator: Translator): ExitStatus {
  const constructs = translator.constructs();
  process.stdout.write(format === "json" ? JSON.stringify(constructs, null, 2) + "\n" : table(constructs));
  return exitStatus.clean;
}

function table(constructs: readonly ConstructInfo[]): string {
  const heading = ["id", "kind", "to Go", "to Python", "Python nodes", "Go nodes"];
  const rows = constructs.map((each) => [
    each.id,
    each.kind,
    each.status.go,
    each.status.python,
    each.nodes.python.join(" "),
    each.nodes.go.join(" "),
  ]);
  const all = [heading, ...rows];
  const widths = heading.map((_, column) => Math.max(...all.map((row) => row[column]!.length)));
  return all
    .map(
      (row) =>
        row
          .map((cell, column) => cell.padEnd(widths[column]!))
          .join("  ")
          .trimEnd() + "\n",
    )
    .join("");
}
