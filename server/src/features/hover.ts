import { clientCommands } from "../protocol/messages.ts";
import type { Diagnostic, HoverAnswer, Severity } from "../translator/api.ts";
import { commandLink, escapeMarkdown, fencedCode } from "./markdown.ts";

const labels: Record<Severity, string> = { mark: "To do by hand", caveat: "Caveat", note: "Note" };

/** How much a hover says, and to whom. */
export interface HoverStyle {
  /** `short` leaves out notes, and references where a link leads to the page that has them. */
  readonly detail: "short" | "full";
  /** Whether the client has the extension's commands. */
  readonly commands: boolean;
}

/**
 * The text of a hover as Markdown: the construct's title, its one sentence, the counterpart, what to mind, and where to
 * read more. Code and messages can hold the user's text: they are fenced and escaped.
 */
export function hoverMarkdown(answer: HoverAnswer, style: HoverStyle): string {
  const { construct, idiom } = answer;
  const references = construct.references.map((each) => `[${escapeMarkdown(each.title)}](${each.url})`);
  const page = commandLink("Explain this construct", clientCommands.explain, construct.id);
  return joinBlocks([
    `**${escapeMarkdown(construct.title)}**`,
    construct.summary,
    answer.code.trim() === "" ? "" : fencedCode(answer.code, answer.language),
    idiom === undefined ? "" : `Part of: ${escapeMarkdown(idiom.title)}`,
    diagnosticLines(answer, style)
      .map((each) => `- **${labels[each.severity]}:** ${escapeMarkdown(each.message)} (\`${each.code}\`)`)
      .join("\n"),
    [...(style.commands ? [page] : []), ...(style.commands && style.detail === "short" ? [] : references)].join(" · "),
  ]);
}

/** The same for a client that shows no Markdown. */
export function hoverPlainText(answer: HoverAnswer, style: HoverStyle): string {
  const { construct, idiom } = answer;
  return joinBlocks([
    construct.title,
    construct.summary,
    answer.code.trimEnd(),
    idiom === undefined ? "" : `Part of: ${idiom.title}`,
    diagnosticLines(answer, style)
      .map((each) => `${labels[each.severity]}: ${each.message} (${each.code})`)
      .join("\n"),
    construct.references.map((each) => `${each.title}: ${each.url}`).join("\n"),
  ]);
}

/**
 * The text of a hover over a translation: the construct and the source that the place stands for.
 * `source` is part of the user's document.
 */
export function viewHoverMarkdown(answer: HoverAnswer, source: string, language: string, style: HoverStyle): string {
  return joinBlocks([
    `**${escapeMarkdown(answer.construct.title)}**`,
    answer.construct.summary,
    fencedCode(source, language),
    diagnosticLines(answer, style)
      .map((each) => `- **${labels[each.severity]}:** ${escapeMarkdown(each.message)} (\`${each.code}\`)`)
      .join("\n"),
    style.commands ? commandLink("Explain this construct", clientCommands.explain, answer.construct.id) : "",
  ]);
}

function joinBlocks(blocks: readonly string[]): string {
  return blocks.filter((block) => block !== "").join("\n\n");
}

/** What the style shows of the statements; one that applies to several places of the hovered code is said once. */
function diagnosticLines({ caveats }: HoverAnswer, { detail }: HoverStyle): readonly Diagnostic[] {
  const seen = new Set<string>();
  return caveats.filter((each) => {
    if (detail === "short" && each.severity === "note") return false;
    const key = `${each.severity} ${each.code} ${each.message}`;
    return seen.has(key) ? false : seen.add(key) !== undefined;
  });
}
