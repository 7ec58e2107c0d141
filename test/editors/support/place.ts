/** Where `text` first stands in a source, counted from 1 as editors show it. Throws when it does not. */
export function placeOf(source: string, text: string): { line: number; column: number } {
  const offset = source.indexOf(text);
  if (offset < 0) throw new Error(`not in the source: ${text}`);
  const before = source.slice(0, offset).split("\n");
  return { line: before.length, column: before[before.length - 1]!.length + 1 };
}
