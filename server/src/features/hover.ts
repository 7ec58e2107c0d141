import type { Diagnostic, HoverAnswer, Severity } from "../translator/api.ts";
import { escapeMarkdown, fencedCode } from "./markdown.ts";

const labels: Record<Severity, string> = { mark: "To do by hand", caveat: "Caveat", note: "Note" };

/**
 * The text of a hover as Markdown: the construct's title, its one sentence, the counterpart, what to mind, and where to
 * read more. Code and messages can hold the user's text: they are fenced and escaped.
 */
export function hoverMarkdown(answer: HoverAnswer): string {
  const { construct, idiom } = answer;
  return joinBlocks([
    `**${escapeMarkdown(construct.title)}**`,
    construct.summary,
    answer.code.trim() === "" ? "" : fencedCode(answer.code, answer.language),
    idiom === undefined ? "" : `Part of: ${escapeMarkdown(idiom.title)}`,
    withoutRepeats(answer.caveats)
      .map((each) => `- **${labels[each.severity]}:** ${escapeMarkdown(each.message)} (\`${each.code}\`)`)
      .join("\n"),
    construct.references.map((each) => `[${escapeMarkdown(each.title)}](${each.url})`).join(" · "),
  ]);
}

/** The same for a client that shows no Markdown. */
export function hoverPlainText(answer: HoverAnswer): string {
  const { construct, idiom } = answer;
  return joinBlocks([
    construct.title,
    construct.summary,
    answer.code.trimEnd(),
    idiom === undefined ? "" : `Part of: ${idiom.title}`,
    withoutRepeats(answer.caveats)
      .map((each) => `${labels[each.severity]}: ${each.message} (${each.code})`)
      .join("\n"),
    construct.references.map((each) => `${each.title}: ${each.url}`).join("\n"),
  ]);
}

function joinBlocks(blocks: readonly string[]): string {
  return blocks.filter((block) => block !== "").join("\n\n");
}

/** A statement that applies to several places of the hovered code is said once. */
function withoutRepeats(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const seen = new Set<string>();
  return diagnostics.filter((each) => {
    const key = `${each.severity} ${each.code} ${each.message}`;
    return seen.has(key) ? false : seen.add(key) !== undefined;
  });
}
