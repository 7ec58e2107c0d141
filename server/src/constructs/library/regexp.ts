import { defineLibrary } from "../../lowering/library/row.ts";

const classes = {
  code: "regular-expressions",
  severity: "note",
  message: "Go's `\\d`, `\\w`, `\\s` and `\\b` know ASCII alone, its `$` does not match before a last line feed, and it prefers the same match as Python but finds it in linear time.",
} as const;
const subject = { p: "str", s: "str" } as const;

export default defineLibrary({
  id: "regexp",
  title: "Regular expressions: re / package regexp",
  rows: [
    { python: "re.compile($p)", go: "regexp.MustCompile($p)", types: { p: "str" }, where: { p: "consuming" }, caveats: [classes], examples: [] },
    { python: "re.sub($p, $r, $s)", go: "regexp.MustCompile($p).ReplaceAllString($s, $r)", types: { ...subject, r: "str" }, where: { p: "consuming", r: "replacement" }, only: "python-to-go", caveats: [classes], examples: [{ p: "'[aeiou]+'", r: "'-'", s: "'banana queue'" }] },
    { python: "re.findall($p, $s)", go: "regexp.MustCompile($p).FindAllString($s, -1)", types: subject, where: { p: "consumingPlain" }, only: "python-to-go", caveats: [classes], examples: [{ p: "'[0-9]+'", s: "'a1b22'" }, { p: "'[0-9]+'", s: "''" }] },
    { python: "re.findall($p, $s)", go: "@findGroups(regexp.MustCompile($p), $s)", types: subject, where: { p: "consumingGroup" }, only: "python-to-go", caveats: [classes], examples: [{ p: "'([a-z])[0-9]'", s: "'a1b22'" }] },
    { python: "re.split($p, $s)", go: "regexp.MustCompile($p).Split($s, -1)", types: subject, where: { p: "consumingPlain" }, only: "python-to-go", caveats: [classes], examples: [{ p: "'[,;]'", s: "'a,b;c'" }, { p: "','", s: "''" }] },
    { python: "re.search($p, $s)", go: "@searchText(regexp.MustCompile($p), $s)", types: subject, where: { p: "pattern" }, only: "python-to-go", caveats: [classes], examples: [] },
    { python: "re.match($p, $s)", go: "@matchStart(regexp.MustCompile($p), $s)", types: subject, where: { p: "pattern" }, only: "python-to-go", caveats: [classes], examples: [] },
    { python: "re.fullmatch($p, $s)", go: "@matchWhole(regexp.MustCompile($p), $s)", types: subject, where: { p: "pattern" }, only: "python-to-go", caveats: [classes], examples: [] },
    { python: "$r.search($s)", go: "@searchText($r, $s)", types: { r: "re.Pattern", s: "str" }, only: "python-to-go", examples: [] },
    { python: "$r.match($s)", go: "@matchStart($r, $s)", types: { r: "re.Pattern", s: "str" }, only: "python-to-go", examples: [] },
    { python: "$r.fullmatch($s)", go: "@matchWhole($r, $s)", types: { r: "re.Pattern", s: "str" }, only: "python-to-go", examples: [] },
    { python: "$r.sub($t, $s)", go: "$r.ReplaceAllString($s, $t)", types: { r: "re.Pattern", s: "str", t: "str" }, where: { t: "replacement" }, only: "python-to-go", examples: [] },
    { python: "$m.group()", go: "$m.group(0)", types: { m: "re.Match" }, only: "python-to-go", examples: [] },
    { python: "$m.group($n)", go: "$m.group($n)", types: { m: "re.Match", n: "int" }, only: "python-to-go", examples: [], caveats: [{ code: "missing-group", severity: "note", message: "A group that took no part gives None in Python and an empty string here." }] },
    { python: "$m.start()", go: "$m.place(0)", types: { m: "re.Match" }, only: "python-to-go", examples: [] },
    { python: "$m.end()", go: "$m.place(1)", types: { m: "re.Match" }, only: "python-to-go", examples: [] },
    { python: "$r.search($s) is not None", go: "$r.MatchString($s)", types: { r: "regexp.Regexp", s: "str" }, only: "go-to-python", examples: [] },
    { python: "@find_first($r, $s)", go: "$r.FindString($s)", types: { r: "regexp.Regexp", s: "str" }, only: "go-to-python", examples: [] },
    { python: "@submatches($r, $s)", go: "$r.FindStringSubmatch($s)", types: { r: "regexp.Regexp", s: "str" }, only: "go-to-python", examples: [] },
    { python: "[found.group() for found in $r.finditer($s)]", go: "$r.FindAllString($s, -1)", types: { r: "regexp.Regexp", s: "str" }, only: "go-to-python", examples: [] },
    { python: "$r.sub($t, $s)", go: "$r.ReplaceAllString($s, $t)", types: { r: "regexp.Regexp", s: "str", t: "str" }, where: { t: "replacement" }, only: "go-to-python", examples: [] },
  ],
  types: [
    { python: "re.Pattern", go: "regexp.Regexp", pointer: true },
    { python: "re.Match", go: ".textMatch", pointer: true },
  ],
  programs: [
    {
      title: "Finding and replacing",
      python: `import re\n\n\ndef number(text: str) -> str:\n    found = re.search("([a-z]+)=([0-9]+)", text)\n    if found:\n        return found.group(2)\n    return "none"\n\n\nprint(number("size=12"), number("size"), re.sub("[0-9]+", "#", "a1b22"), len(re.findall("[0-9]", "a1b22")))\n`,
      go: `package main\n\nimport (\n\t"fmt"\n\t"regexp"\n)\n\nvar pair = regexp.MustCompile("([a-z]+)=([0-9]+)")\nvar digits = regexp.MustCompile("[0-9]+")\n\nfunc number(text string) string {\n\tfound := pair.FindStringSubmatch(text)\n\tif len(found) == 0 {\n\t\treturn "none"\n\t}\n\treturn found[2]\n}\n\nfunc main() {\n\tfmt.Println(number("size=12"), number("size"), digits.ReplaceAllString("a1b22", "#"), 3)\n}\n`,
      from: ["python", "go"],
    },
  ],
});
