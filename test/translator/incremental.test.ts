import assert from "node:assert/strict";
import { constructs } from "../../server/src/constructs/registry.generated.ts";
import { loadTranslator } from "../../server/src/node/translator.ts";
import type { Program, Translator } from "../../server/src/translator/api.ts";
import { wholeGo } from "../support/run/programs.ts";

/*
 * A program that has lived through many edits answers like a new one: the whole translation, its diagnostics and source map, and hovers. SEED=number
 * chooses other edits, EDITS=number how many.
 */

type Language = "python" | "go";

const seed = Number(process.env["SEED"] ?? 7);
const edits = Number(process.env["EDITS"] ?? 200);
const lines = 1000;
const places = 50;
/** Between two comparisons of the whole; each edit is followed by a hover, so that every state is compiled. */
const between = 50;

/** Numbers below 1, always the same ones (a linear congruential generator). */
function randomNumbers(start: number): () => number {
  let state = start;
  return () => (state = (state * 1_103_515_245 + 12_345) % 2_147_483_648) / 2_147_483_648;
}

/** About a thousand lines: the examples of constructs one after the other, each `main` with a name of its own. */
function sourceOf(language: Language): string {
  const parts: string[] = [];
  const packages = new Set<string>();
  for (const { examples } of constructs) {
    for (const example of examples) {
      if (parts.join("\n").split("\n").length >= lines) break;
      if (language === "python") parts.push(example.python);
      else {
        const text = wholeGo(example.go);
        for (const [, path] of text.matchAll(/^(?:import |\t)("[\w/.]+")$/gm)) packages.add(path!);
        parts.push(
          text
            .replace(/^package main\n/m, "")
            .replace(/^import (\([^)]*\)|"[^"]*")\n/m, "")
            .replace("func main()", `func main${parts.length}()`),
        );
      }
    }
  }
  const head =
    language === "go" ? `package main\n\nimport (\n${[...packages].map((path) => `\t${path}\n`).join("")})\n\n` : "";
  return head + parts.join("\n\n");
}

interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

const typed: Readonly<Record<Language, readonly string[]>> = {
  python: [
    "x",
    "1",
    " ",
    "(",
    ")",
    ":",
    '"',
    "\n",
    "    ",
    "name",
    "return ",
    "# note\n",
    " + 1",
    "[0]",
    "not ",
    "self.",
  ],
  go: [
    "x",
    "1",
    " ",
    "(",
    ")",
    "{",
    "}",
    '"',
    "\n",
    "\t",
    "name",
    "return ",
    "// note\n",
    " + 1",
    "[0]",
    "!",
    "err := ",
  ],
};

/** What a person does: types a little, deletes a little, deletes or doubles a line, moves or takes out a declaration, and often undoes it. */
function nextEdit(text: string, language: Language, random: () => number): Edit {
  const at = Math.floor(random() * (text.length + 1));
  const lineStart = text.lastIndexOf("\n", at - 1) + 1;
  const lineEnd = text.indexOf("\n", at) === -1 ? text.length : text.indexOf("\n", at) + 1;
  const line = text.slice(lineStart, lineEnd);
  const choice = random();
  if (choice < 0.4) {
    const words = typed[language];
    return { start: at, end: at, text: words[Math.floor(random() * words.length)]! };
  }
  if (choice < 0.6) return { start: at, end: Math.min(text.length, at + 1 + Math.floor(random() * 6)), text: "" };
  if (choice < 0.7) return { start: lineStart, end: lineEnd, text: "" };
  if (choice < 0.8) return { start: lineStart, end: lineStart, text: line };
  const declarationEnd = text.indexOf("\n\n", at) === -1 ? text.length : text.indexOf("\n\n", at) + 2;
  const declarationStart = Math.max(0, text.lastIndexOf("\n\n", at - 2) + 2);
  const declaration = text.slice(declarationStart, declarationEnd);
  if (choice < 0.9 || declarationStart > declarationEnd)
    return { start: Math.min(declarationStart, declarationEnd), end: declarationEnd, text: "" };
  return { start: declarationStart, end: declarationStart, text: declaration };
}

describe("a program after many edits", function () {
  this.timeout(600_000);
  let translator: Translator;
  before(async () => {
    translator = await loadTranslator();
  });

  const fresh = <Result>(language: Language, text: string, ask: (program: Program) => Result): Result => {
    const program = translator.createProgram();
    program.open("main", language, text);
    const result = ask(program);
    program.dispose();
    return result;
  };

  for (const language of ["python", "go"] as const) {
    it(`answers about ${language} like a new one`, () => {
      const random = randomNumbers(seed);
      let text = sourceOf(language);
      assert.ok(text.split("\n").length >= lines * 0.9, `${text.split("\n").length} lines`);
      const program = translator.createProgram();
      program.open("main", language, text);
      const undone: Edit[] = [];
      const apply = ({ start, end, text: inserted }: Edit): Edit => {
        const removed = text.slice(start, end);
        program.edit("main", start, end, inserted);
        text = text.slice(0, start) + inserted + text.slice(end);
        return { start, end: start + inserted.length, text: removed };
      };
      for (let edit = 1; edit <= edits; edit++) {
        // Most edits are taken back sooner or later, as somebody does who is not writing nonsense; else nothing would parse in the end.
        const last = undone.length > 3 || (undone.length > 0 && random() < 0.4) ? undone.pop() : undefined;
        if (last) apply(last);
        else undone.push(apply(nextEdit(text, language, random)));
        program.hover("main", Math.floor(random() * text.length));
        if (edit % between !== 0 && edit !== edits) continue;
        const offsets = Array.from({ length: places }, () => Math.floor(random() * text.length));
        const answers = (asked: Program): unknown => ({
          translation: asked.translate("main"),
          hovers: offsets.map((offset) => asked.hover("main", offset)),
        });
        assert.deepEqual(answers(program), fresh(language, text, answers), `after ${edit} edits`);
      }
      program.dispose();
    });
  }
});
