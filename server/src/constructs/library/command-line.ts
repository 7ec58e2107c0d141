import { defineLibrary, toGo, toPython, type LibraryRow } from "../../lowering/library/row.ts";

const none = { result: "None" };
const usage = {
  caveats: [
    {
      code: "usage-text",
      severity: "note",
      message:
        "The usage and what is said about wrong arguments are worded by each library; `flag` shows the usage on standard error. It reads `0x10` and `1_000` as numbers, takes `-name` for `--name`, and wants the names in full.",
    },
  ],
} as const;
const flags = { f: "argparse._Flags", n: "str", h: "str" };

const kinds = ["String", "Int", "Int64", "Uint", "Uint64", "Float64", "Bool", "Duration"];
const set = { f: "flag.FlagSet" };
/** The functions of package flag, and the methods of a FlagSet. */
const reading: readonly LibraryRow[] = (
  [
    ["@command_line", "flag", {}],
    ["$f", "$f", set],
  ] as const
).flatMap(([python, go, types]) => [
  ...kinds.map((kind) => toPython(`${python}.define($n, $d, $u)`, `${go}.${kind}($n, $d, $u)`, types, [], usage)),
  ...kinds.map((kind) =>
    toPython(`${python}.bind($p, $n, $d, $u)`, `${go}.${kind}Var($p, $n, $d, $u)`, { ...types, ...none }, [], usage),
  ),
  toPython(`${python}.call($n, $u, $c)`, `${go}.Func($n, $u, $c)`, { ...types, ...none }),
  toPython(`${python}.call($n, $u, $c, takes=False)`, `${go}.BoolFunc($n, $u, $c)`, { ...types, ...none }),
  toPython(`${python}.rest`, `${go}.Args()`, types),
  toPython(`len(${python}.rest)`, `${go}.NArg()`, types),
  toPython(`len(${python}.given)`, `${go}.NFlag()`, types),
  toPython(`"".join(${python}.rest[$i:$i + 1])`, `${go}.Arg($i)`, types),
  toPython(`${python}.usage()`, `${go}.Usage()`, { ...types, ...none }),
  toPython(`${python}.usage()`, `${go}.PrintDefaults()`, { ...types, ...none }),
]);

export default defineLibrary({
  id: "command-line",
  title: "The command line: argparse / package flag",
  rows: [
    toGo("argparse._flags($n, $u)", "@newFlags($n, $u)", { n: "str", u: "str" }, [], usage),
    toGo("argparse._given()", "os.Args[1:]"),
    toGo("argparse._program()", "filepath.Base(os.Args[0])"),
    toGo("argparse._str($f, $n, $d, $h)", "$f.String($n, $d, $h)", { ...flags, d: "str" }),
    toGo("argparse._int($f, $n, $d, $h)", "$f.Int($n, $d, $h)", { ...flags, d: "int" }),
    toGo("argparse._float($f, $n, $d, $h)", "$f.Float64($n, $d, $h)", { ...flags, d: "float" }),
    toGo("argparse._bool($f, $n, $h)", "$f.Bool($n, false, $h)", flags),
    toGo("argparse._count($f, $n, $h)", "@countFlag($f, $n, $h)", flags),
    toGo("argparse._texts($f, $n, $h)", "@textsFlag($f, $n, $h)", flags),
    toGo("argparse._also($f, $n, $o, $h)", "$f.Var($f.Lookup($o).Value, $n, $h)", { ...flags, o: "str", ...none }),
    toGo("argparse._after($l, $n)", "$l[$n:]", { l: "list[str]", n: "int" }),
    toGo("argparse._value($o)", "*$o", { o: "T | None" }),
    toGo("argparse._last($o)", "(*$o)[len(*$o)-1]", { o: "argparse._Texts" }),
    toGo("argparse._all($o)", "*$o", { o: "argparse._Texts" }),
    toGo("argparse._parse($f, $a)", "@parseFlags($f, $a)", { f: "argparse._Flags", a: "list[str]" }),
    toGo("argparse._lead($f, $a)", "@leadingFlags($f, $a)", { f: "argparse._Flags", a: "list[str]" }),
    toGo("argparse._fail($f, $m)", "@usageError($f, $m)", { f: "argparse._Flags", m: "str", ...none }),
    toGo("argparse._help($f)", "@showUsage($f)", { f: "argparse._Flags", ...none }),
    ...reading,
    toPython("@command_line.parse(sys.argv[1:])", "flag.Parse()", none),
    toPython("$f.parse($a)", "$f.Parse($a)", { ...set, ...none }, [], { fails: ["ValueError"] }),
    toPython("@FlagSet($n, False)", "flag.NewFlagSet($n, flag.ContinueOnError)"),
    toPython("@FlagSet($n, True)", "flag.NewFlagSet($n, flag.ExitOnError)"),
    toPython("$f.name", "$f.Name()", set),
    toPython("@command_line", "flag.CommandLine"),
  ],
  types: [
    { python: "helper.FlagSet", go: "flag.FlagSet", pointer: true, only: "go-to-python" },
    { python: "argparse._Flags", go: "flag.FlagSet", pointer: true, only: "python-to-go" },
    { python: "argparse._Texts", go: ".textsValue", pointer: true, only: "python-to-go" },
  ],
});
