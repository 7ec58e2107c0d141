import { defineLibrary } from "../../lowering/library/row.ts";

export default defineLibrary({
  id: "unicode",
  title: "Kinds of characters: str methods / package unicode",
  rows: [
    { python: "chr($c).isupper()", go: "unicode.IsUpper($c)", types: { c: "int" }, only: "go-to-python", examples: [{ c: "65" }] },
    { python: "chr($c).islower()", go: "unicode.IsLower($c)", types: { c: "int" }, only: "go-to-python", examples: [{ c: "97" }] },
    { python: "chr($c).isalpha()", go: "unicode.IsLetter($c)", types: { c: "int" }, only: "go-to-python", examples: [{ c: "97" }, { c: "49" }] },
    { python: "chr($c).isdecimal()", go: "unicode.IsDigit($c)", types: { c: "int" }, only: "go-to-python", examples: [{ c: "97" }, { c: "49" }] },
    { python: "chr($c).isspace()", go: "unicode.IsSpace($c)", types: { c: "int" }, only: "go-to-python", examples: [{ c: "32" }, { c: "49" }] },
    { python: "ord(chr($c).upper())", go: "unicode.ToUpper($c)", types: { c: "int" }, only: "go-to-python", examples: [{ c: "97" }] },
    { python: "ord(chr($c).lower())", go: "unicode.ToLower($c)", types: { c: "int" }, only: "go-to-python", examples: [{ c: "65" }] },
    { python: "len($s)", go: "utf8.RuneCountInString($s)", types: { s: "str" }, only: "go-to-python", examples: [{ s: "'aé'" }] },
  ],
});
