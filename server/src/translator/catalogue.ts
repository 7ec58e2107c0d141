import type { Construct } from "../lowering/construct.ts";
import type { ConstructPage, Pattern } from "./api.ts";
import { explanationOf } from "./hover.ts";

/** What a construct says on its page. */
export function pageOf(construct: Construct | undefined): ConstructPage | undefined {
  if (construct === undefined) return undefined;
  const { caveats = [], examples } = construct;
  return {
    ...explanationOf(construct),
    caveats: caveats.map(({ code, severity, message }) => ({ code, severity, message })),
    examples: examples.map(({ title, python, go }) => ({ title, python, go })),
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
