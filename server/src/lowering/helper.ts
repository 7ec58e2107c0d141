import type { Language } from "../base/language.ts";

/**
 * A small generic function that translations may call where no short idiom keeps the behaviour. It is printed once a program, renamed where the
 * program has the name already.
 */
export interface HelperDefinition {
  /** The name that `source` declares. */
  readonly name: string;
  readonly language: Language;
  /** One declaration (with what only it needs) in the target language, formatted, with a doc comment. Imports are found by package name. */
  readonly source: string;
  /** Other helpers that it calls. */
  readonly uses?: readonly string[];
  /** Import paths (Go), or import statements (Python), that `source` needs. */
  readonly imports?: readonly string[];
}

/** Declares a helper; it only checks types. */
export function defineHelper(helper: HelperDefinition): HelperDefinition {
  return helper;
}
