import { otherLanguage } from "../../server/src/base/language.ts";
import type { Language } from "../../server/src/base/language.ts";
import type {
  ConstructPage,
  Diagnostic,
  HoverAnswer,
  Pattern,
  Program,
  Severity,
  Translation,
  Translator,
} from "../../server/src/translator/api.ts";

interface Document {
  language: Language;
  text: string;
}

/**
 * A translator for tests of what lies above it. It follows documents exactly as the real one must, and gives answers from
 * which a test can see the text that it holds: a translation is the text behind comment markers, a hover is the word at the
 * offset. The word `defect` makes both throw.
 */
export async function createTranslator(): Promise<Translator> {
  return { createProgram: () => new FakeProgram(), constructs: () => [], page: pageOf, patterns: () => patterns };
}

const aWord = { id: "word", title: "A word", summary: "One word.", explanation: "Words.", references: [] };

const patterns: readonly Pattern[] = [
  {
    construct: "word",
    title: "A word",
    language: "go",
    prefix: "shout",
    terms: ["print loud"],
    description: "Print in capitals",
    body: ["fmt.Println(strings.ToUpper(${1:text}))"],
  },
];

function pageOf(id: string): ConstructPage | undefined {
  if (id !== aWord.id) return undefined;
  return {
    ...aWord,
    caveats: [],
    examples: [{ title: "One", python: "a\n", go: "b\n" }],
    status: { python: "translated", go: "marked" },
    isIdiom: false,
    patterns: [],
  };
}

const severities: Readonly<Record<string, Severity>> = { marked: "mark", caveat: "caveat", noted: "note" };

function diagnosticsOf(path: string, text: string): readonly Diagnostic[] {
  return [...text.matchAll(/marked|caveat|noted/g)].map((match) => ({
    severity: severities[match[0]]!,
    code: `code-${match[0]}`,
    message: `this is ${match[0]}`,
    path,
    start: match.index,
    end: match.index + match[0].length,
  }));
}

/** Each word stands for itself. */
function mappingOf(text: string): Translation["mapping"] {
  let shift = 0;
  return text.split(/(\r\n|\r|\n)/).flatMap((line, index, parts) => {
    const start = parts.slice(0, index).join("").length;
    if (index % 2 === 1) {
      shift += 1 - line.length;
      return [];
    }
    shift += 3;
    return [...line.matchAll(/\S+/g)].map((match) => {
      const source = { start: start + match.index, end: start + match.index + match[0].length };
      return { source, target: { start: source.start + shift, end: source.end + shift } };
    });
  });
}

class FakeProgram implements Program {
  private readonly documents = new Map<string, Document>();

  open(path: string, language: Language, text: string): void {
    this.documents.set(path, { language, text });
  }

  edit(path: string, start: number, end: number, replacement: string): void {
    const document = this.document(path);
    if (start < 0 || end < start || end > document.text.length)
      throw new Error(`edit outside the text: ${start}-${end}`);
    document.text = document.text.slice(0, start) + replacement + document.text.slice(end);
  }

  close(path: string): void {
    this.documents.delete(path);
  }

  translate(path: string): Translation {
    const { language, text } = this.sound(path);
    const marker = language === "python" ? "//" : "#";
    const lines = text.split(/\r\n|\r|\n/).map((line) => `${marker} ${line}`);
    return {
      text: text.includes("nothing") ? "" : `${lines.join("\n")}\n`,
      language: otherLanguage(language),
      diagnostics: diagnosticsOf(path, text),
      mapping: mappingOf(text),
      helpers: [],
    };
  }

  hover(path: string, offset: number): HoverAnswer | undefined {
    const { language, text } = this.sound(path);
    const words = [...text.matchAll(/\S+/g)];
    const word = words.find((match) => match.index <= offset && offset < match.index + match[0].length);
    if (word === undefined) return undefined;
    return {
      span: { start: word.index, end: word.index + word[0].length },
      construct: aWord,
      code: `[${word[0]}]`,
      language: otherLanguage(language),
      caveats: diagnosticsOf(path, word[0]),
    };
  }

  dispose(): void {
    this.documents.clear();
  }

  private document(path: string): Document {
    const document = this.documents.get(path);
    if (document === undefined) throw new Error(`not open: ${path}`);
    return document;
  }

  private sound(path: string): Document {
    const document = this.document(path);
    if (document.text.includes("defect")) throw new Error("a defect of the translator");
    return document;
  }
}
