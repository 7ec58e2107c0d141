import { defineLibrary, toGo } from "../../lowering/library/row.ts";

const s = { s: "str" };
const lengths = { fails: ["ValueError"], message: '"the first two maketrans arguments must have equal length"' };
const outOfRange = { fails: ["ValueError"], message: '"bytes must be in range(0, 256)"' };

export default defineLibrary({
  id: "translation",
  title: "Tables of characters, ASCII and Unicode: str.translate, bytes, unicodedata / package unicode",
  rows: [
    toGo("str.maketrans($a, $b)", '@makeTranslation($a, $b, "")', { a: "str", b: "str" }, [], {
      ...lengths,
      undrawn: true,
    }),
    toGo("str.maketrans($a, $b, $c)", "@makeTranslation($a, $b, $c)", { a: "str", b: "str", c: "str" }, [], {
      ...lengths,
      undrawn: true,
    }),
    toGo("str.maketrans($d)", "@translationOf($d)", { d: "dict[str, str]" }, [], {
      undrawn: true,
      ignoresOrder: true,
    }),
    toGo(
      "$s.translate($t)",
      "@translateText($s, $t)",
      { ...s, t: "dict[int, str]" },
      [{ s: "'banana'", t: "{97: 'o', 98: ''}" }],
      { ignoresOrder: true },
    ),
    toGo("bytes($xs)", "@bytesFrom($xs)", { xs: "elements[int]" }, [{ xs: "[65, 66]" }, { xs: "range(3)" }], {
      ...outOfRange,
      undrawn: true,
    }),
    toGo('$b.decode("ascii")', "@decodeASCII($b)", { b: "bytes" }, [{ b: "b'abc'" }], {
      fails: ["ValueError"],
      undrawn: true,
    }),
    toGo('$s.encode("ascii", errors="ignore")', "[]byte(@onlyASCII($s))", s, [{ s: "'abcé'" }]),
    toGo("ascii($s)", "@asciiOf(@reprString($s))", s, [{ s: "'né'" }, { s: "'日本'" }]),
    toGo("unicodedata.category($s)", "@characterCategory($s)", s, [{ s: "'a'" }, { s: "'\\u0301'" }, { s: "' '" }], {
      undrawn: true,
    }),
  ],
  programs: [
    {
      title: "Tables of characters",
      python: `def cipher(text: str, shift: int) -> str:
    letters = "abcdefghijklmnopqrstuvwxyz"
    table = str.maketrans(letters, letters[shift:] + letters[:shift])
    return text.translate(table)


def plain(text: str) -> str:
    return text.translate(str.maketrans({"ä": "ae", "ö": "oe"}))


print(cipher("hello", 3), plain("hören"), "a-b.c".translate(str.maketrans("-", "_", ".")))
print(bytes([104, 105]).decode("ascii"), ascii("né"))
`,
      go: `package main

import "fmt"

func main() {
	fmt.Println("khoor hoeren a_bc")
	fmt.Println(\`hi 'n\\xe9'\`)
}
`,
      from: ["python"],
    },
  ],
});
