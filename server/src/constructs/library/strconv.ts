import { defineLibrary } from "../../lowering/library/row.ts";

export default defineLibrary({
  id: "strconv",
  title: "Numbers and text: int, float, str / package strconv",
  rows: [
    { python: "int($s)", go: "strconv.Atoi(strings.TrimSpace($s))", types: { s: "str" }, fails: ["ValueError"], message: '"invalid literal for int() with base 10: " + @reprString($s)', examples: [{ s: "'42'" }, { s: "' -7 '" }], caveats: [{ code: "integer-syntax", severity: "note", message: "Python also accepts underscores in the number; Go does not." }] },
    { python: "int($s)", go: "strconv.Atoi($s)", types: { s: "str" }, fails: ["ValueError"], only: "go-to-python", examples: [{ s: "'42'" }], caveats: [{ code: "integer-syntax", severity: "note", message: "Python also accepts blanks around the number and underscores in it; Go does not." }] },
    { python: "float($s)", go: "strconv.ParseFloat(strings.TrimSpace($s), 64)", types: { s: "str" }, fails: ["ValueError"], message: '"could not convert string to float: " + @reprString($s)', examples: [{ s: "'2.5'" }, { s: "' 1e3 '" }] },
    { python: "float($s)", go: "strconv.ParseFloat($s, 64)", types: { s: "str" }, fails: ["ValueError"], only: "go-to-python", examples: [{ s: "'2.5'" }] },
    { python: "str($n)", go: "strconv.Itoa($n)", types: { n: "int" }, examples: [{ n: "42" }, { n: "-7" }] },
    { python: "int($s, $base)", go: "strconv.ParseInt($s, $base, 64)", types: { s: "str", base: "int" }, fails: ["ValueError"], only: "go-to-python", examples: [{ s: "'ff'", base: "16" }] },
    { python: "format($n, 'b')", go: "strconv.FormatInt($n, 2)", types: { n: "int" }, only: "go-to-python", examples: [{ n: "10" }] },
    { python: "format($n, 'x')", go: "strconv.FormatInt($n, 16)", types: { n: "int" }, only: "go-to-python", examples: [{ n: "255" }] },
    { python: "format($n, 'o')", go: "strconv.FormatInt($n, 8)", types: { n: "int" }, only: "go-to-python", examples: [{ n: "8" }] },
    { python: "str($n)", go: "strconv.FormatInt($n, 10)", types: { n: "int" }, only: "go-to-python", examples: [{ n: "10" }] },
    { python: "str($b).lower()", go: "strconv.FormatBool($b)", types: { b: "bool" }, only: "go-to-python", examples: [{ b: "True" }] },
  ],
});
