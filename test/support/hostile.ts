import type { Language } from "../../server/src/base/language.ts";

/** Texts that no tool expects, by what is wrong with them. All of them can be typed, pasted or found on a disk. */
export function hostileTexts(language: Language): Readonly<Record<string, string>> {
  const statement = language === "python" ? "x = 1\n" : "package p\n\nvar x = 1\n";
  return {
    "an empty file": "",
    "blanks alone": " \t\n\n  \n",
    "a syntax error in each line": ")]}\n".repeat(300),
    "an open string": `${statement}"""\n${statement}`,
    "5,000 nested parentheses": nestedParentheses(language, 5_000),
    "90 nested blocks": nestedBlocks(language, 90),
    "a NUL byte": `${statement}\u0000\n`,
    "CRLF and tabs": statement.replace(/\n/g, "\r\n\t\r\n"),
    "a byte order mark": `\ufeff${statement}`,
    "half a surrogate pair": `${statement}# // \ud83d\n`,
    "a line of 200,000 characters": `${statement}${language === "python" ? "#" : "//"}${"x".repeat(200_000)}\n`,
    "the other language": language === "python" ? "package p\n\nfunc f() {}\n" : "def f():\n    pass\n",
  };
}

/** Ten megabytes of ordinary functions. */
export function hugeText(language: Language): string {
  const one =
    language === "python"
      ? (index: number) => `def f${index}(a: int) -> int:\n    return a + ${index}\n\n\n`
      : (index: number) => `func f${index}(a int) int {\n\treturn a + ${index}\n}\n\n`;
  const parts = [language === "python" ? "" : "package p\n\n"];
  for (let index = 0, size = 0; size < 10_000_000; index++) size += parts[parts.push(one(index)) - 1]!.length;
  return parts.join("");
}

function nestedParentheses(language: Language, depth: number): string {
  const expression = `${"(".repeat(depth)}1${")".repeat(depth)}\n`;
  return language === "python" ? `x = ${expression}` : `package p\n\nvar x = ${expression}`;
}

function nestedBlocks(language: Language, depth: number): string {
  const levels = Array.from({ length: depth }, (_, level) => level);
  if (language === "python") {
    const lines = levels.map((level) => `${" ".repeat(level + 1)}if x > ${level}:\n`);
    return `def f(x: int) -> None:\n${lines.join("")}${" ".repeat(depth + 1)}print(x)\n`;
  }
  return `package p\n\nfunc f(x int) {\n${levels.map((level) => `if x > ${level} {\n`).join("")}println(x)\n${"}\n".repeat(depth)}}\n`;
}
