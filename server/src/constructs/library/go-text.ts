import { defineLibrary, toPython } from "../../lowering/library/row.ts";

const s = { s: "str" };
const c = { c: "rune" };
const b = { b: "bytes" };
const r = { r: "regexp.Regexp" };
const rs = { ...r, s: "str" };
const classes = {
  caveats: [
    {
      code: "regular-expressions",
      severity: "note",
      message: "Python's classes `\\d`, `\\w` and `\\s` know more than ASCII.",
    },
  ],
} as const;
const logged = {
  caveats: [{ code: "log-time", severity: "note", message: "Go's log begins the line with date and time." }],
} as const;
const byteIndex = {
  caveats: [
    {
      code: "byte-index",
      severity: "caveat",
      message: "Go counts the bytes of a string, Python its characters: the two differ where the text is not ASCII.",
      unless: { s: "ascii" },
    },
  ],
} as const;
const words = [{ s: "'a,b;c'" }];
const none = { result: "None" };

const levels = {
  caveats: [
    {
      code: "log-levels",
      severity: "note",
      message:
        "Python leaves out what is below WARNING until `logging.basicConfig(level=logging.INFO)`; Go shows INFO too.",
    },
  ],
} as const;

export default defineLibrary({
  id: "go-text",
  title: "Text as Go programs handle it: packages strings, strconv, unicode/utf8, regexp and log",
  rows: [
    toPython(
      "max(map($s.rfind, $k), default=-1)",
      "strings.LastIndexAny($s, $k)",
      { ...s, k: "str" },
      [{ s: "'a,b;c'", k: "',;'" }],
      { undrawn: true, ...byteIndex },
    ),
    toPython("next((i for i, c in enumerate($s) if $f(ord(c))), -1)", "strings.IndexFunc($s, $f)", s, [], byteIndex),
    toPython("any($f(ord(c)) for c in $s)", "strings.ContainsFunc($s, $f)", s),
    toPython("re.split($p, $s)", "regexp.MustCompile($p).Split($s, -1)", { p: "str", s: "str" }, [], {
      where: { p: "consumingPlain" },
    }),
    toPython("$s.upper()", "strings.ToTitle($s)", s, [{ s: "'abc'" }], { undrawn: true }),
    toPython(
      "[part + $k for part in $s.split($k)[:-1]] + [$s.split($k)[-1]]",
      "strings.SplitAfter($s, $k)",
      { ...s, k: "str" },
      [{ s: "'a,b'", k: "','" }],
      { undrawn: true },
    ),
    toPython("iter($s.split($k))", "strings.SplitSeq($s, $k)", { ...s, k: "str" }),
    toPython("iter($s.split())", "strings.FieldsSeq($s)", s),
    toPython("iter($s.splitlines(keepends=True))", "strings.Lines($s)", s),
    toPython("str($s)", "strings.Clone($s)", s, words),
    toPython("@parse_bool($s)", "strconv.ParseBool($s)", s, [{ s: "'true'" }, { s: "'F'" }], {
      fails: ["ValueError"],
    }),
    toPython(
      "format($x, f'.{$n}f')",
      "strconv.FormatFloat($x, 'f', $n, 64)",
      { x: "float", n: "int" },
      [{ x: "2.5", n: "2" }],
      { where: { n: "nonNegative" } },
    ),
    toPython("format($x, f'.{$n}e')", "strconv.FormatFloat($x, 'e', $n, 64)", { x: "float", n: "int" }, [], {
      where: { n: "nonNegative" },
    }),
    toPython("len($b.decode(errors='replace'))", "utf8.RuneCount($b)", b, [{ b: "b'abc'" }], { undrawn: true }),
    toPython("True", "utf8.ValidString($s)", s, words),
    toPython("@is_utf8($b)", "utf8.Valid($b)", b, [{ b: "b'abc'" }], { undrawn: true }),
    toPython("0 <= $c < 0xD800 or 0xDFFF < $c <= 0x10FFFF", "utf8.ValidRune($c)", c, [{ c: "97" }]),
    toPython("0xFFFD", "utf8.RuneError", {}, [{}]),
    toPython("0x80", "utf8.RuneSelf", {}, [{}]),
    toPython("4", "utf8.UTFMax", {}, [{}]),
    toPython("0xFFFD", "unicode.ReplacementChar", {}, [{}]),
    toPython("0x10FFFF", "unicode.MaxRune", {}, [{}]),
    toPython("ord(chr($c).title())", "unicode.ToTitle($c)", c, [{ c: "97" }], { undrawn: true }),
    toPython("unicodedata.category(chr($c))[0] == 'S'", "unicode.IsSymbol($c)", c, [{ c: "43" }, { c: "97" }]),
    toPython("unicodedata.category(chr($c))[0] == 'M'", "unicode.IsMark($c)", c, [{ c: "97" }]),
    toPython("unicodedata.category(chr($c)) == 'Lt'", "unicode.IsTitle($c)", c, [{ c: "97" }]),
    toPython("re.compile($p)", "regexp.Compile($p)", { p: "str" }, [], {
      where: { p: "pattern" },
      fails: ["ValueError"],
    }),
    toPython("re.search($p, $s) is not None", "regexp.MatchString($p, $s)", { p: "str", s: "str" }, [], {
      where: { p: "pattern" },
      fails: ["ValueError"],
    }),
    toPython("$r.pattern", "$r.String()", r),
    toPython("$r.groups", "$r.NumSubexp()", r),
    toPython("$r.split($s)", "$r.Split($s, -1)", rs, [], classes),
    toPython(
      "[[found.group(), *found.groups('')] for found in $r.finditer($s)]",
      "$r.FindAllStringSubmatch($s, -1)",
      rs,
      [],
      classes,
    ),
    toPython("$r.sub(lambda found: $f(found.group()), $s)", "$r.ReplaceAllStringFunc($s, $f)", rs, [], classes),
    toPython("$r.sub(lambda found: $t, $s)", "$r.ReplaceAllLiteralString($s, $t)", { ...rs, t: "str" }, [], classes),
    toPython("re.escape($s)", "regexp.QuoteMeta($s)", s, [{ s: "'a.b'" }], { undrawn: true }),
    toPython("sys.exit(str($e))", "log.Fatal($e)", { e: "error", ...none }, [], logged),
    toPython("sys.exit($s)", "log.Fatal($s)", { ...s, ...none }, [], logged),
    toPython("print(@log_time(), $s, file=sys.stderr)", "log.Println($s)", { ...s, ...none }),
    toPython("print(@log_time(), $s, file=sys.stderr)", "log.Print($s)", { ...s, ...none }),
    toPython("logging.info($m)", "slog.Info($m)", { m: "str", ...none }),
    toPython("logging.warning($m)", "slog.Warn($m)", { m: "str", ...none }),
    toPython("logging.error($m)", "slog.Error($m)", { m: "str", ...none }),
    toPython("logging.debug($m)", "slog.Debug($m)", { m: "str", ...none }),
    ...(
      [
        ["info", "Info"],
        ["warning", "Warn"],
        ["error", "Error"],
        ["debug", "Debug"],
      ] as const
    ).map(([python, go]) =>
      toPython(
        `logging.${python}($m + @log_values($a...))`,
        `slog.${go}($m, $a...)`,
        { m: "str", ...none },
        [],
        levels,
      ),
    ),
  ],
  programs: [
    {
      title: "Patterns and kinds of characters",
      python: `print("['a', 'b'] 2 True")\nprint("[a b] 2 true <x>-<y>")\n`,
      go: `package main\n\nimport (\n\t"fmt"\n\t"regexp"\n\t"unicode"\n)\n\nvar separators = regexp.MustCompile("[,;]")\nvar letters = regexp.MustCompile("[a-z]")\n\nfunc main() {\n\tparts := separators.Split("a,b", -1)\n\tfmt.Printf("['%s', '%s'] %d %s\\n", parts[0], parts[1], len(parts), map[bool]string{true: "True", false: "False"}[unicode.IsSymbol('+')])\n\tfmt.Println(parts, len(parts), unicode.IsSymbol('+'), letters.ReplaceAllStringFunc("x-y", func(s string) string { return "<" + s + ">" }))\n}\n`,
      from: ["go"],
    },
  ],
});
