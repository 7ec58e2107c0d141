import type { Language } from "../base/language.ts";
import type { ConstructPage, ConstructStatus, Severity } from "../translator/api.ts";
import { escapeMarkdown, fencedCode } from "./markdown.ts";

const labels: Record<Severity, string> = { mark: "Not translated", caveat: "Can differ", note: "By design" };
const names: Record<Language, string> = { python: "Python", go: "Go" };
const extents: Record<ConstructStatus, string> = {
  translated: "translated",
  partly: "translated, but for the cases below that say so",
  marked: "marked, not translated",
  none: "has no form of its own there",
};

/** A construct's page as Markdown: how far it is translated, why the languages differ, side by side, what to mind, what to insert, and where to read on. */
export function constructPage(page: ConstructPage): string {
  return [
    `# ${escapeMarkdown(page.title)}`,
    page.summary,
    ...(page.isIdiom ? ["An idiom: several nodes that mean one thing."] : []),
    `- Python to Go: ${extents[page.status.python]}\n- Go to Python: ${extents[page.status.go]}`,
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
      page.caveats.map((each) => `- **${labels[each.severity]}:** ${each.message} (\`${each.code}\`)`),
    ),
    ...section(
      "To insert",
      page.patterns.map(
        ({ language, prefix, description, terms }) =>
          `- ${names[language]}, \`${prefix}\`: ${escapeMarkdown(description)} (${terms.map((term) => `\`${term}\``).join(", ")})`,
      ),
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
