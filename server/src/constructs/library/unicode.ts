import { defineLibrary } from "../../lowering/library/row.ts";

export default defineLibrary({
  id: "unicode",
  title: "Kinds of characters: str methods / package unicode",
  rows: [
    { python: "chr($c).isupper()", go: "unicode.IsUpper($c)", types: { c: "rune" }, only: "go-to-python", examples: [{ c: "65" }] },
    { python: "chr($c).islower()", go: "unicode.IsLower($c)", types: { c: "rune" }, only: "go-to-python", examples: [{ c: "97" }] },
    { python: "chr($c).isalpha()", go: "unicode.IsLetter($c)", types: { c: "rune" }, only: "go-to-python", examples: [{ c: "97" }, { c: "49" }] },
    { python: "chr($c).isdecimal()", go: "unicode.IsDigit($c)", types: { c: "rune" }, only: "go-to-python", examples: [{ c: "97" }, { c: "49" }] },
    { python: "chr($c).isspace()", go: "unicode.IsSpace($c)", types: { c: "rune" }, only: "go-to-python", examples: [{ c: "32" }, { c: "49" }] },
    { python: "ord(chr($c).upper())", go: "unicode.ToUpper($c)", types: { c: "rune" }, only: "go-to-python", examples: [{ c: "97" }] },
    { python: "ord(chr($c).lower())", go: "unicode.ToLower($c)", types: { c: "rune" }, only: "go-to-python", examples: [{ c: "65" }] },
    { python: "len($s)", go: "utf8.RuneCountInString($s)", types: { s: "str" }, only: "go-to-python", examples: [{ s: "'aé'" }] },
    { python: "chr($c).isnumeric()", go: "unicode.IsNumber($c)", types: { c: "rune" }, only: "go-to-python", caveats: [{ code: "numerals", severity: "note", message: "Python also takes ideographs that stand for numbers." }], examples: [{ c: "49" }] },
    { python: "unicodedata.category(chr($c))[0] == 'P'", go: "unicode.IsPunct($c)", types: { c: "rune" }, only: "go-to-python", examples: [{ c: "33" }, { c: "97" }] },
    { python: "unicodedata.category(chr($c)) == 'Cc'", go: "unicode.IsControl($c)", types: { c: "rune" }, only: "go-to-python", examples: [{ c: "10" }, { c: "97" }] },
    { python: "chr($c).isprintable()", go: "unicode.IsPrint($c)", types: { c: "rune" }, only: "go-to-python", examples: [{ c: "33" }, { c: "10" }] },
    { python: "len(chr($c).encode())", go: "utf8.RuneLen($c)", types: { c: "rune" }, only: "go-to-python", examples: [{ c: "97" }, { c: "233" }] },
    { python: "len($b.decode())", go: "utf8.RuneCount($b)", types: { b: "bytes" }, only: "go-to-python", examples: [] },
  ],
});
