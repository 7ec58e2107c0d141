import { defineLibrary, toGo, toPython, type LibraryRow } from "../../lowering/library/row.ts";

/** The constants of Python's `string`, which Go programs write out. */
const alphabets: Readonly<Record<string, string>> = {
  ascii_lowercase: "abcdefghijklmnopqrstuvwxyz",
  ascii_uppercase: "ABCDEFGHIJKLMNOPQRSTUVWXYZ",
  ascii_letters: "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ",
  digits: "0123456789",
  hexdigits: "0123456789abcdefABCDEF",
  octdigits: "01234567",
  punctuation: "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~",
  whitespace: " \t\n\r\v\f",
};
const s = { s: "str" };
const texts = [{ s: "'a b  c'" }, { s: "''" }];
const long = [
  { s: "'The quick brown fox jumps over the lazy dog'", w: "15" },
  { s: "''", w: "10" },
];
const wide = {
  code: "integer-size",
  severity: "caveat",
  message: "The bytes must be those of an integer of 64 bits in Go; for more of them the program panics.",
} as const;
const ascii = {
  caveats: [
    { code: "wide-blanks", severity: "note", message: "Only blanks of ASCII part the words in both languages." },
  ],
} as const;
const xs = { xs: "list[float]" };
const numbers = [{ xs: "[1.0, 2.5, 4.0]" }, { xs: "[2.0, 2.0]" }];
const some = { undrawn: true };
const b = { b: "bytes" };
const data = [{ b: "b'abc'" }];

/** Methods of bytes that are functions of the package bytes. */
const ofBytes: readonly (readonly [python: string, go: string, types?: Readonly<Record<string, string>>])[] = [
  ["$b.startswith($p)", "bytes.HasPrefix($b, $p)", { p: "bytes" }],
  ["$b.endswith($p)", "bytes.HasSuffix($b, $p)", { p: "bytes" }],
  ["$b.find($p)", "bytes.Index($b, $p)", { p: "bytes" }],
  ["$b.rfind($p)", "bytes.LastIndex($b, $p)", { p: "bytes" }],
  ["$b.removeprefix($p)", "bytes.TrimPrefix($b, $p)", { p: "bytes" }],
  ["$b.removesuffix($p)", "bytes.TrimSuffix($b, $p)", { p: "bytes" }],
];

export default defineLibrary({
  id: "text",
  title: "Text: string, textwrap, statistics, bytes / packages strings, bytes",
  rows: [
    ...Object.keys(alphabets).map((name): LibraryRow =>
      toGo(`string.${name}`, JSON.stringify(alphabets[name]).replace("\\u000b", "\\v"), {}, [{}]),
    ),
    toGo("string.capwords($s)", "@capitalizeWords($s)", s, texts, ascii),
    toGo("textwrap.dedent($s)", "@dedent($s)", s, [{ s: "'  a\\n    b\\n\\n  c'" }, { s: "'a\\n b'" }]),
    toGo("textwrap.indent($s, $p)", "@indent($s, $p)", { ...s, p: "str" }, [{ s: "'a\\n\\nb'", p: "'> '" }], some),
    toGo("textwrap.wrap($s, width=$w)", "@wrapText($s, $w)", { ...s, w: "int" }, long, some),
    toGo("textwrap.fill($s, width=$w)", 'strings.Join(@wrapText($s, $w), "\\n")', { ...s, w: "int" }, long, some),
    toGo("textwrap.wrap($s)", "@wrapText($s, 70)", s, [{ s: "'a b'" }], some),
    toGo("textwrap.fill($s)", 'strings.Join(@wrapText($s, 70), "\\n")', s, [{ s: "'a b'" }], some),
    toGo("textwrap.shorten($s, width=$w)", '@shorten($s, $w, " [...]")', { ...s, w: "int" }, long.slice(0, 1), some),
    toGo(
      "textwrap.shorten($s, width=$w, placeholder=$p)",
      "@shorten($s, $w, $p)",
      { ...s, w: "int", p: "str" },
      [{ s: "'Hello big world'", w: "12", p: "'...'" }],
      some,
    ),
    toGo("$s.expandtabs()", "@expandTabs($s, 8)", s, [{ s: "'a\\tbc\\td'" }]),
    toGo("$s.expandtabs($n)", "@expandTabs($s, $n)", { ...s, n: "int" }, [{ s: "'a\\tbc\\td'", n: "4" }], some),
    toGo("$s.isascii()", "@isASCII($s)", s, [{ s: "'abc'" }, { s: "'é'" }]),
    toGo("$s.isidentifier()", "@isIdentifier($s)", s, [{ s: "'a1'" }, { s: "'1a'" }]),
    toGo("$s.isprintable()", "!strings.ContainsFunc($s, func(r rune) bool { return !unicode.IsPrint(r) })", s, [
      { s: "'a b'" },
      { s: "'a\\n'" },
    ]),
    toGo("$s.istitle()", "@isTitle($s)", s, [{ s: "'Hello World'" }, { s: "'hello'" }]),
    toGo("$s.splitlines(keepends=True)", "@keepLines($s)", s, [{ s: "'a\\nb\\n'" }, { s: "''" }], some),
    toGo(
      "$s.count($p, $i)",
      "strings.Count(string([]rune($s)[$i:]), $p)",
      { ...s, p: "str", i: "int" },
      [{ s: "'banana'", p: "'a'", i: "2" }],
      some,
    ),
    toGo(
      "$s.startswith($p, $i)",
      "strings.HasPrefix(string([]rune($s)[$i:]), $p)",
      { ...s, p: "str", i: "int" },
      [{ s: "'banana'", p: "'na'", i: "2" }],
      some,
    ),
    toGo(
      "$s.rindex($p)",
      "@findLast($s, $p)",
      { ...s, p: "str" },
      [
        { s: "'banana'", p: "'na'" },
        { s: "'a'", p: "'b'" },
      ],
      {
        fails: ["ValueError"],
        message: '"substring not found"',
        undrawn: true,
      },
    ),
    toGo('$s.encode("ascii")', "@encodeASCII($s)", s, [{ s: "'abc'" }, { s: "'é'" }], { fails: ["ValueError"] }),
    toGo('$s.encode("ascii", "ignore")', "[]byte(@onlyASCII($s))", s, [{ s: "'abcé'" }]),
    toGo('$s.encode("utf8")', "[]byte($s)", s, [{ s: "'é'" }]),
    toGo('$s.encode(encoding="utf-8")', "[]byte($s)", s, [{ s: "'é'" }]),
    toGo("bytes($s, $e)", "[]byte($s)", { ...s, e: "str" }, [{ s: "'é'", e: "'utf-8'" }], { where: { e: "utf8" } }),
    toGo("bytes($n)", "make([]byte, $n)", { n: "count" }, [{ n: "3" }], some),
    toGo("bytes()", "[]byte{}", {}, [{}]),
    toGo("bytes($b)", "bytes.Clone($b)", b, data),
    toGo("$b.decode()", "string($b)", b, data, {
      undrawn: true,
      caveats: [
        {
          code: "invalid-utf8",
          severity: "note",
          message: "Python raises UnicodeDecodeError for bytes that are no UTF-8; Go keeps them.",
        },
      ],
    }),
    toGo("$b.decode($e)", "string($b)", { ...b, e: "str" }, [{ b: "b'abc'", e: "'utf-8'" }], { where: { e: "utf8" } }),
    ...ofBytes.map(([python, go, types]) =>
      toGo(python, go, { ...b, ...types }, [
        { b: "b'abcab'", p: "b'ab'" },
        { b: "b'x'", p: "b'y'" },
      ]),
    ),
    toGo("$b.count($p)", "bytes.Count($b, $p)", { ...b, p: "bytes" }, [{ b: "b'abcab'", p: "b'ab'" }]),
    toGo("$b.replace($p, $q)", "bytes.ReplaceAll($b, $p, $q)", { ...b, p: "bytes", q: "bytes" }, [
      { b: "b'abcab'", p: "b'ab'", q: "b'x'" },
    ]),
    toGo("$b.split($p)", "bytes.Split($b, $p)", { ...b, p: "bytes" }, [{ b: "b'a,b'", p: "b','" }], some),
    toGo("$b.split()", "bytes.Fields($b)", b, [{ b: "b'a  b'" }]),
    toGo("$b.strip()", "bytes.TrimSpace($b)", b, [{ b: "b' a '" }]),
    toGo("$b.upper()", "bytes.ToUpper($b)", b, data),
    toGo("$b.lower()", "bytes.ToLower($b)", b, data),
    toGo("$p.join($xs)", "bytes.Join($xs, $p)", { p: "bytes", xs: "list[bytes]" }),
    toGo('int.from_bytes($b, "big")', "@integerOf($b)", b, [{ b: "b'\\x01\\x00'" }], { caveats: [wide] }),
    toGo('int.from_bytes($b, byteorder="big")', "@integerOf($b)", b, [{ b: "b'\\x01\\x00'" }], { caveats: [wide] }),
    toGo('int.from_bytes($b, "little")', "@integerOfReversed($b)", b, [{ b: "b'\\x01\\x00'" }], { caveats: [wide] }),
    toGo('$n.to_bytes($k, "big")', "@bytesOf($n, $k)", { n: "int", k: "int" }, [{ n: "(258)", k: "2" }], {
      where: { k: "wordLength" },
      fails: ["OverflowError"],
      message: '"int too big to convert"',
    }),
    toGo('$n.to_bytes($k, byteorder="big")', "@bytesOf($n, $k)", { n: "int", k: "int" }, [{ n: "(258)", k: "2" }], {
      where: { k: "wordLength" },
      fails: ["OverflowError"],
      message: '"int too big to convert"',
    }),
    toGo("statistics.fmean($xs)", "@mean($xs)", xs, numbers, some),
    toGo("statistics.mean($xs)", "@mean($xs)", xs, numbers, some),
    toGo("statistics.median($xs)", "@median($xs)", xs, numbers, some),
    toGo("statistics.pvariance($xs)", "@variance($xs, 0)", xs, numbers, some),
    toGo("statistics.variance($xs)", "@variance($xs, 1)", xs, numbers, some),
    toGo("statistics.pstdev($xs)", "math.Sqrt(@variance($xs, 0))", xs, numbers, some),
    toGo("statistics.stdev($xs)", "math.Sqrt(@variance($xs, 1))", xs, numbers, some),
    toGo("statistics.mode($xs)", "@mode($xs)", { xs: "list[T]" }, [{ xs: "[3, 1, 1]" }], some),
    toGo("$n.bit_count()", "bits.OnesCount(uint($n))", { n: "int" }, [{ n: "(7)" }], { where: { n: "nonNegative" } }),
    toPython("unicodedata.normalize('NFC', $s)", "norm.NFC.String($s)", s, [], {
      notRun: "golang.org/x/text is not there in the tests.",
    }),
    toPython("$b.startswith($p)", "bytes.HasPrefix($b, $p)", { ...b, p: "bytes" }, [{ b: "b'ab'", p: "b'a'" }]),
    toPython("$b.endswith($p)", "bytes.HasSuffix($b, $p)", { ...b, p: "bytes" }, [{ b: "b'ab'", p: "b'b'" }]),
  ],
});
