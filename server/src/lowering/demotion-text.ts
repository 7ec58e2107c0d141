import type { Comment } from "../base/syntax-node.ts";

/** The longest piece of source that a mark keeps; the rest is told in a line. */
const largestSource = 40;

/** The comments of a mark: the reason, then the source that was not translated. */
export function markComments(message: string, source: string): readonly Comment[] {
  const lines = source.replace(/\r\n?/g, "\n").split("\n");
  const shown = lines.slice(0, largestSource).map((line) => line.trimEnd());
  if (lines.length > largestSource) shown.push(`… and ${lines.length - largestSource} more lines`);
  return [
    { text: `TODO(interlinear): ${message}`, block: false },
    ...shown.filter((line) => line !== "").map((text) => ({ text: `    ${text}`, block: false })),
  ];
}
