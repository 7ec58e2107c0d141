import type { ConstructPage, Severity } from "../translator/api.ts";
import { escapeMarkdown, fencedCode } from "./markdown.ts";

const labels: Record<Severity, string> = { mark: "Not translated", caveat: "Can differ", note: "By design" };

/** A construct's page as Markdown: what corresponds, why the languages differ, side by side, what to mind, and where to read on. */
export function constructPage(page: ConstructPage): string {
  return [
    `# ${escapeMarkdown(page.title)}`,
    page.summary,
    "## Why the languages differ",
    page.explanation,
    ...section(
      "Side by side",
      page.examples.flatMap((example) => [
        `### ${escapeMarkdown(example.title)}`,
        `Python\n\n${fencedCode(example.python, "python")}`,
        `Go\n\n${fencedCode(example.go, "go")}`,
      ]),
    ),
    ...section(
      "What to mind",
      page.caveats.map((each) => `- **${labels[each.severity]}:** ${escapeMarkdown(each.message)} (\`${each.code}\`)`),
    ),
    ...section(
      "Read more",
      page.references.map((each) => `- [${escapeMarkdown(each.title)}](${each.url})`),
    ),
    "",
  ].join("\n\n");
}

function section(title: string, blocks: readonly string[]): readonly string[] {
  return blocks.length === 0 ? [] : [`## ${title}`, ...blocks];
}
