/** Writes `text` so that Markdown shows it as it is: no emphasis, code, link, image, entity or tag comes of it, and it stays on one line. */
export function escapeMarkdown(text: string): string {
  return text
    .replace(/\s+/g, " ")
    .trim()
    .replace(/[\\`*_{}[\]<>#|~&!@$]/g, "\\$&")
    .replace(/:(?=\/\/)/g, "\\:")
    .replace(/\bwww\./gi, (match) => `${match.slice(0, -1)}\\.`);
}

/** A code block that holds `code` unharmed, whatever backticks are in it. `language` is its identifier in editors. */
export function fencedCode(code: string, language: string): string {
  const runs = code.match(/`+/g) ?? [];
  const fence = "`".repeat(Math.max(3, ...runs.map((run) => run.length + 1)));
  return `${fence}${language}\n${code.replace(/\s+$/, "")}\n${fence}`;
}

/** A link that runs a command of the client with these arguments; the arguments cannot leave the address. */
export function commandLink(title: string, command: string, ...args: readonly unknown[]): string {
  const query = encodeURIComponent(JSON.stringify(args)).replace(
    /[()']/g,
    (character) => `%${character.charCodeAt(0).toString(16)}`,
  );
  return `[${escapeMarkdown(title)}](command:${command}?${query})`;
}
