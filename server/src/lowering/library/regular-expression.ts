/** What the two languages' regular expressions have in common, decided from a pattern's text. */
export interface SharedPattern {
  /** How many groups it captures. */
  readonly groups: number;
  /** It may match without consuming a character, where the languages step on differently. */
  readonly mayBeEmpty: boolean;
}

/** Syntax that only one language has, or that means another thing in each. */
const different = [
  /\(\?(?!:|P<|[ims]+[:)])/, // Lookaround, conditions, atomic groups, back references by name, flags of Python alone.
  /\\[1-9ZNuUQEzCpPxk]/, // Back references, ends of text, characters by name or number.
  /[*+?}]\+/, // Possessive repetition.
  /\{,/, // No minimum in Python, plain text in Go.
  /\{\d{4,}|,\d{4,}\}/, // Go repeats up to a thousand times.
  /\[\[|\[[^\]]*(--|&&|\|\||~~)/,
];

/** The pattern as both languages read it; undefined for one that they do not share. */
export function sharedPattern(text: string): SharedPattern | undefined {
  if (different.some((syntax) => syntax.test(text))) return undefined;
  const flags = /^\(\?[ims]+\)/;
  const plain = text.replace(flags, "").replace(/\(\?P</g, "(?<");
  if (/\(\?[ims]/.test(plain)) return undefined;
  try {
    const groups = (new RegExp(`${plain}|`).exec("") ?? []).length - 1;
    const withoutAssertions = plain.replace(/\\\\|\\[bB]|\\A|(?<!\[)\^|\$/g, (part) => (part === "\\\\" ? part : ""));
    return { groups, mayBeEmpty: new RegExp(`^(?:${withoutAssertions})$`).test("") };
  } catch {
    return undefined;
  }
}
