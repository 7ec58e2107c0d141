import type { Construct } from "../lowering/construct.ts";
import type { ConstructPage, Pattern } from "./api.ts";
import { explanationOf } from "./hover.ts";
import { statusFrom } from "./status.ts";

/** What a construct says on its page. */
export function pageOf(construct: Construct): ConstructPage {
  const { caveats = [], examples } = construct;
  return {
    ...explanationOf(construct),
    caveats: caveats.map(({ code, severity, message }) => ({ code, severity, message })),
    examples: examples.map(({ title, python, go }) => ({ title, python, go })),
    status: { python: statusFrom("python", construct), go: statusFrom("go", construct) },
    isIdiom: construct.recognises !== undefined,
    patterns: patternsOf(construct),
  };
}

/** The patterns that a construct offers. */
export function patternsOf({ id, title, snippets = [] }: Construct): readonly Pattern[] {
  return snippets.map(({ language, prefix, terms, description, body }) => ({
    construct: id,
    title,
    language,
    prefix,
    terms,
    description,
    body,
  }));
}
