import type { Language } from "../base/language.ts";
import type { FileSpan, Translation } from "../translator/api.ts";

/** A declaration of the source and how it begins in the other language. */
export interface Signature {
  /** The declaration in the source. */
  readonly source: FileSpan;
  /** Where its header ends in the source: before the colon or the brace of its body. */
  readonly headerEnd: number;
  /** The header in the other language on one line, without the colon or brace. */
  readonly header: string;
  /** What a function gives back there, as it is written; undefined for types, and for functions that give nothing. */
  readonly result: string | undefined;
}

const beginnings: Readonly<Record<Language, RegExp>> = {
  go: /^(func|type)\s/,
  python: /^(async\s+def|def|class)\s/,
};
const sources: Readonly<Record<Language, RegExp>> = {
  go: /^(func|type)\s/,
  python: /^(@[^\n]*\n\s*)*(async\s+def|def|class)\s/,
};

/** The functions, methods and types of a source that are declarations in the translation too, in its order. */
export function signaturesOf(translation: Translation, source: string, language: Language): readonly Signature[] {
  const found = new Map<number, Signature>();
  for (const segment of translation.mapping) {
    const from = source.slice(segment.source.start, segment.source.end);
    const to = translation.text.slice(segment.target.start);
    const declared = sources[language].exec(from);
    if (declared === null || found.has(segment.source.start)) continue;
    if (!beginnings[translation.language].test(to.slice(0, 20))) continue;
    const keyword = segment.source.start + declared[0].length;
    const headerEnd = keyword + headerLength(source.slice(keyword), language);
    const header = to.slice(0, headerLength(to, translation.language)).trim();
    found.set(segment.source.start, {
      source: segment.source,
      headerEnd,
      header: header
        .replace(/\s+/g, " ")
        .replace(/([([]) /g, "$1")
        .replace(/,? ([)\]])/g, "$1"),
      result: resultOf(header, translation.language),
    });
  }
  return [...found.values()].sort((left, right) => left.source.start - right.source.start);
}

/** How far the header of a declaration reaches: to the colon or the brace that begins its body. */
function headerLength(text: string, language: Language): number {
  let depth = 0;
  let quote: string | undefined;
  for (let index = 0; index < text.length; index++) {
    const character = text[index]!;
    if (quote !== undefined) {
      if (character === "\\") index++;
      else if (character === quote) quote = undefined;
    } else if (character === '"' || character === "'" || character === "`") quote = character;
    else if ("([".includes(character)) depth++;
    else if (")]".includes(character)) depth--;
    else if (depth > 0) continue;
    else if (language === "python" ? character === ":" : character === "{" && text[index - 1] === " ") return index;
    else if (language === "go" && character === "\n") return index;
  }
  return text.length;
}

function resultOf(header: string, language: Language): string | undefined {
  if (language === "python") {
    const result = /\)\s*->\s*([\s\S]+)$/.exec(header)?.[1]?.trim();
    return result === undefined || result === "None" ? undefined : result.replace(/\s+/g, " ");
  }
  if (!header.startsWith("func")) return undefined;
  let rest = header.replace(/^func\s*/, "");
  if (rest.startsWith("(")) rest = rest.slice(groupLength(rest)).trimStart();
  rest = rest.replace(/^\w+/, "");
  if (rest.startsWith("[")) rest = rest.slice(groupLength(rest));
  const result = rest.slice(groupLength(rest)).trim().replace(/\s+/g, " ");
  return result === "" ? undefined : result;
}

/** The length of the brackets that a text begins with. */
function groupLength(text: string): number {
  let depth = 0;
  for (let index = 0; index < text.length; index++) {
    if ("([{".includes(text[index]!)) depth++;
    else if (")]}".includes(text[index]!) && --depth === 0) return index + 1;
  }
  return text.length;
}
