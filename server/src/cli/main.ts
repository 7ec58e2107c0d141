import { Command, CommanderError, Option } from "commander";
import { loadTranslator } from "../node/translator.ts";
import { serverInfo } from "../server.ts";
import { constructsCommand } from "./constructs.ts";
import { hoverCommand } from "./hover.ts";
import { exitStatus, UsageError } from "./status.ts";
import type { ExitStatus } from "./status.ts";
import { translateCommand } from "./translate.ts";
import type { TranslateOptions } from "./translate.ts";

type Format = "text" | "json";

/** The exit status is set, not exited with, so that what is printed reaches a slow reader. */
function end(status: ExitStatus): void {
  process.exitCode = status;
}

function format(): Option {
  return new Option("--format <format>", "what to print").choices(["text", "json"]).default("text");
}

function command(): Command {
  const program = new Command("interlinear")
    .description("Shows Python as idiomatic Go, and Go as idiomatic Python.")
    .version(serverInfo.version)
    .exitOverride()
    .addHelpText(
      "after",
      "\nExit status: 0 no marks, 3 marks, 1 something could not be read or gave nothing, 2 usage.",
    );
  program
    .command("translate")
    .description("translate files, a folder, or standard input (-)")
    .argument("<path...>", "files, folders, or - for standard input")
    .addOption(new Option("--to <language>", "the language to translate to").choices(["go", "python"]))
    .addOption(format())
    .option("--out <folder>", "write the translations there, laid out as their sources are")
    .option("--overwrite", "replace files in the folder of --out that this command did not write")
    .option(
      "--stubs",
      "declare the names that the text uses and nothing defines, so that the result compiles on its own",
    )
    .action(async (paths: string[], options: TranslateOptions) =>
      end(translateCommand(paths, options, await loadTranslator())),
    );
  program
    .command("hover")
    .description("print what an editor shows at a place")
    .argument("<place>", "FILE:LINE:COLUMN, counted from 1")
    .addOption(format())
    .action(async (place: string, options: { format: Format }) =>
      end(hoverCommand(place, options.format, await loadTranslator())),
    );
  program
    .command("constructs")
    .description("print the catalogue: what is translated, and how far")
    .addOption(format())
    .action(async (options: { format: Format }) => end(constructsCommand(options.format, await loadTranslator())));
  program
    .command("lsp")
    .description("serve the language server protocol to an editor")
    .requiredOption("--stdio", "over standard input and output")
    .action(async () => {
      await import("../node/main.ts");
    });
  return program;
}

process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  // The reader of a pipe has gone away, as `head` does: nobody is left to tell.
  if (error.code === "EPIPE") process.exit(exitStatus.clean);
  throw error;
});

async function main(): Promise<void> {
  try {
    await command().parseAsync();
  } catch (error) {
    end(failure(error));
  }
}

/** Says what went wrong, where commander has not said it yet. */
function failure(error: unknown): ExitStatus {
  if (error instanceof CommanderError) return error.exitCode === 0 ? exitStatus.clean : exitStatus.usage;
  console.error(`interlinear: ${error instanceof Error ? error.message : String(error)}`);
  return error instanceof UsageError ? exitStatus.usage : exitStatus.failed;
}

void main();
