import { defineLibrary } from "../../lowering/library/row.ts";

const asciiCase = {
  code: "case-mapping",
  severity: "note",
  message: "Python maps some characters to several (`ß` to `SS`); Go maps each character to one.",
} as const;

const text = { s: "str" } as const;

export default defineLibrary({
  id: "strings",
  title: "Text: str methods / package strings",
  rows: [
    { python: "$s.split($sep)", go: "strings.Split($s, $sep)", types: { s: "str", sep: "str" }, examples: [{ s: "'a,b,,c'", sep: "','" }, { s: "''", sep: "','" }] },
    { python: "$s.split()", go: "strings.Fields($s)", types: text, examples: [{ s: "'  a b\\tc '" }, { s: "''" }] },
    { python: "$s.split($sep, 1)", go: "strings.SplitN($s, $sep, 2)", types: { s: "str", sep: "str" }, examples: [{ s: "'a=b=c'", sep: "'='" }] },
    { python: "$s.upper()", go: "strings.ToUpper($s)", types: text, caveats: [asciiCase], examples: [{ s: "'abc é'" }] },
    { python: "$s.lower()", go: "strings.ToLower($s)", types: text, caveats: [asciiCase], examples: [{ s: "'ABC É'" }] },
    { python: "$s.strip()", go: "strings.TrimSpace($s)", types: text, examples: [{ s: "' \\n a b \\t'" }, { s: "''" }] },
    { python: "$s.strip($cut)", go: "strings.Trim($s, $cut)", types: { s: "str", cut: "str" }, examples: [{ s: "'xxaxbx'", cut: "'x'" }, { s: "'abc'", cut: "'ca'" }] },
    { python: "$s.lstrip($cut)", go: "strings.TrimLeft($s, $cut)", types: { s: "str", cut: "str" }, examples: [{ s: "'xxaxbx'", cut: "'x'" }] },
    { python: "$s.rstrip($cut)", go: "strings.TrimRight($s, $cut)", types: { s: "str", cut: "str" }, examples: [{ s: "'xxaxbx'", cut: "'x'" }] },
    { python: "$s.lstrip()", go: "strings.TrimLeftFunc($s, unicode.IsSpace)", types: text, examples: [{ s: "' \\n a b \\t'" }] },
    { python: "$s.rstrip()", go: "strings.TrimRightFunc($s, unicode.IsSpace)", types: text, examples: [{ s: "' \\n a b \\t'" }] },
    { python: "$s.startswith($prefix)", go: "strings.HasPrefix($s, $prefix)", types: { s: "str", prefix: "str" }, examples: [{ s: "'abc'", prefix: "'ab'" }, { s: "'abc'", prefix: "'b'" }] },
    { python: "$s.endswith($suffix)", go: "strings.HasSuffix($s, $suffix)", types: { s: "str", suffix: "str" }, examples: [{ s: "'abc'", suffix: "'bc'" }, { s: "'abc'", suffix: "''" }] },
    { python: "$s.replace($old, $new)", go: "strings.ReplaceAll($s, $old, $new)", types: { s: "str", old: "str", new: "str" }, examples: [{ s: "'banana'", old: "'an'", new: "'o'" }, { s: "'abc'", old: "''", new: "'-'" }] },
    { python: "$s.replace($old, $new, $count)", go: "strings.Replace($s, $old, $new, $count)", types: { s: "str", old: "str", new: "str", count: "int" }, examples: [{ s: "'banana'", old: "'an'", new: "'o'", count: "1" }, { s: "'banana'", old: "'an'", new: "'o'", count: "-1" }] },
    { python: "$s.count($part)", go: "strings.Count($s, $part)", types: { s: "str", part: "str" }, examples: [{ s: "'banana'", part: "'an'" }, { s: "'abc'", part: "''" }] },
    { python: "$part in $s", go: "strings.Contains($s, $part)", only: "go-to-python", types: { s: "str", part: "str" }, examples: [{ s: "'banana'", part: "'nan'" }] },
    { python: "any(c in $chars for c in $s)", go: "strings.ContainsAny($s, $chars)", only: "go-to-python", types: { s: "str", chars: "str" }, examples: [{ s: "'banana'", chars: "'xn'" }] },
    { python: "chr($c) in $s", go: "strings.ContainsRune($s, $c)", only: "go-to-python", types: { s: "str", c: "int" }, examples: [{ s: "'banana'", c: "110" }] },
    { python: "$sep.join($parts)", go: "strings.Join($parts, $sep)", only: "go-to-python", types: { parts: "list[str]", sep: "str" }, examples: [{ parts: "['a', 'b']", sep: "'-'" }] },
    { python: "$s * $n", go: "strings.Repeat($s, $n)", only: "go-to-python", types: { s: "str", n: "int" }, examples: [{ s: "'ab'", n: "3" }] },
    {
      python: "$s.find($part)", go: "strings.Index($s, $part)", only: "go-to-python", types: { s: "str", part: "str" }, examples: [{ s: "'banana'", part: "'na'" }],
      caveats: [{ code: "byte-index", severity: "caveat", message: "Go counts the bytes of a string, Python its characters: the two differ where the text is not ASCII." }],
    },
    {
      python: "$s.rfind($part)", go: "strings.LastIndex($s, $part)", only: "go-to-python", types: { s: "str", part: "str" }, examples: [{ s: "'banana'", part: "'na'" }],
      caveats: [{ code: "byte-index", severity: "caveat", message: "Go counts the bytes of a string, Python its characters: the two differ where the text is not ASCII." }],
    },
    { python: "$s.split($sep, $n - 1)", go: "strings.SplitN($s, $sep, $n)", only: "go-to-python", types: { s: "str", sep: "str", n: "int" }, examples: [{ s: "'a=b=c'", sep: "'='", n: "2" }], caveats: [{ code: "split-limit", severity: "note", message: "Go's limit counts the parts, Python's the cuts; a limit of 0 gives nothing in Go." }] },
    { python: "$s.title()", go: "strings.Title($s)", only: "go-to-python", types: text, examples: [{ s: "'ab cd'" }] },
    { python: "$s.removeprefix($prefix)", go: "strings.TrimPrefix($s, $prefix)", types: { s: "str", prefix: "str" }, examples: [{ s: "'abc'", prefix: "'ab'" }, { s: "'abc'", prefix: "'x'" }] },
    { python: "$s.removesuffix($suffix)", go: "strings.TrimSuffix($s, $suffix)", types: { s: "str", suffix: "str" }, examples: [{ s: "'abc'", suffix: "'bc'" }] },
    { python: "$a.casefold() == $b.casefold()", go: "strings.EqualFold($a, $b)", only: "go-to-python", types: { a: "str", b: "str" }, examples: [{ a: "'Abc'", b: "'aBC'" }] },
  ],
});
