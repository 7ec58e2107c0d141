import { both, defineLibrary, toGo, toPython } from "../../lowering/library/row.ts";

const p = { p: "str" };
const plain = [{ p: "'a/b/c.txt'" }, { p: "'/x/y.tar.gz'" }, { p: "'name'" }];
const cleaning = {
  caveats: [
    {
      code: "path-cleaning",
      severity: "note",
      message: "Go also cleans the path: `a/./b` and `a//b` become `a/b`, and an absolute part does not begin anew.",
    },
  ],
} as const;
const edges = {
  caveats: [
    {
      code: "path-edges",
      severity: "note",
      message:
        "For a path that is empty or ends in a slash Python gives an empty text where Go gives `.` or the last name.",
    },
  ],
} as const;
const os = { fails: ["OSError"] };
const parts = { a: "str", b: "str", c: "str", d: "str" };

export default defineLibrary({
  id: "paths",
  title: "Paths: os.path, posixpath, glob, fnmatch / packages path and path/filepath",
  rows: [
    toGo("os.path.join($a, $b)", "filepath.Join($a, $b)", parts, [{ a: "'a'", b: "'b.txt'" }], cleaning),
    toGo("os.path.join($a, $b, $c)", "filepath.Join($a, $b, $c)", parts, [{ a: "'a'", b: "'b'", c: "'c'" }], cleaning),
    toGo(
      "os.path.join($a, $b, $c, $d)",
      "filepath.Join($a, $b, $c, $d)",
      parts,
      [{ a: "'a'", b: "'b'", c: "'c'", d: "'d'" }],
      cleaning,
    ),
    toGo("os.path.basename($p)", "filepath.Base($p)", p, plain, edges),
    toGo("os.path.dirname($p)", "@parentFolder($p)", p, [...plain, { p: "'/x'" }]),
    toGo("os.path.splitext($p)[1]", "@extension($p)", p, [...plain, { p: "'.profile'" }]),
    toGo("os.path.splitext($p)[0]", "strings.TrimSuffix($p, @extension($p))", p, [...plain, { p: "'.profile'" }]),
    toGo("os.path.splitext($p)", "@splitExtension($p)", p, plain),
    toGo("os.path.split($p)[0]", "@parentFolder($p)", p, plain),
    toGo("os.path.split($p)[1]", "filepath.Base($p)", p, plain, edges),
    toGo("os.path.normpath($p)", "filepath.Clean($p)", p, [{ p: "'a/../b//c'" }, { p: "''" }]),
    toGo("posixpath.normpath($p)", "path.Clean($p)", p, [{ p: "'a/../b//c'" }, { p: "''" }]),
    toGo("os.path.isabs($p)", "filepath.IsAbs($p)", p, [{ p: "'/a'" }, { p: "'a'" }]),
    toGo("os.path.abspath($p)", "filepath.Abs($p)", p, [{ p: "'/a/../b'" }], os),
    toGo("os.path.realpath($p)", "@realPath($p)", p, [{ p: "'/'" }]),
    toGo(
      "os.path.relpath($p, $start)",
      "filepath.Rel($start, $p)",
      { ...p, start: "str" },
      [{ p: "'/a/b/c'", start: "'/a/d'" }],
      { fails: ["ValueError"], undrawn: true },
    ),
    toGo("os.path.expanduser($p)", "@expandUser($p)", p, [{ p: "'/a'" }]),
    toGo("os.path.isdir($p)", "@isFolder($p)", p, [{ p: "'/'" }, { p: "'/no/such'" }]),
    toGo("os.path.isfile($p)", "@isFile($p)", p, [{ p: "'/'" }, { p: "'/etc/passwd'" }]),
    toGo("os.path.getsize($p)", "@fileSize($p)", p, [{ p: "'/no/such'" }], os),
    toGo("os.path.getmtime($p)", "@modified($p)", p, [{ p: "'/no/such'" }], os),
    toGo("os.path.islink($p)", "@isLink($p)", p, [{ p: "'/'" }]),
    toGo("os.path.commonprefix($xs)", "@commonPrefix($xs)", { xs: "list[str]" }, [{ xs: "['abc', 'abd']" }]),
    toGo("glob.glob($p)", "@globFiles($p)", p, [{ p: "'/no/such/*'" }]),
    toGo("glob.iglob($p)", "slices.Values(@globFiles($p))", p),
    toGo(
      "fnmatch.fnmatch($s, $p)",
      "@matchesPattern($s, $p)",
      { ...p, s: "str" },
      [
        { s: "'a.txt'", p: "'*.txt'" },
        { s: "'a/b.txt'", p: "'*.t?t'" },
        { s: "'b'", p: "'[!a]'" },
      ],
      { undrawn: true },
    ),
    toGo("fnmatch.fnmatchcase($s, $p)", "@matchesPattern($s, $p)", { ...p, s: "str" }),
    toGo("os.sep", "string(filepath.Separator)", {}, [{}]),
    toGo("os.path.sep", "string(filepath.Separator)", {}, [{}]),
    toGo("os.pathsep", "string(filepath.ListSeparator)", {}, [{}]),
    toGo("os.linesep", '"\\n"', {}, [{}]),
    toGo("os.curdir", '"."', {}, [{}]),
    toGo("os.devnull", "os.DevNull", {}, [{}]),
    toPython("os.path.normpath(os.path.join($a...))", "filepath.Join($a...)", {}, []),
    toPython("posixpath.normpath(posixpath.join($a...))", "path.Join($a...)", {}, []),
    toPython("os.path.basename($p)", "filepath.Base($p)", p, plain, edges),
    toPython("posixpath.basename($p)", "path.Base($p)", p, plain, edges),
    toPython('os.path.dirname($p) or "."', "filepath.Dir($p)", p, [...plain, { p: "'/x'" }], edges),
    toPython('posixpath.dirname($p) or "."', "path.Dir($p)", p, [...plain, { p: "'/x'" }], edges),
    toPython("os.path.splitext($p)[1]", "filepath.Ext($p)", p, plain, edges),
    toPython("posixpath.splitext($p)[1]", "path.Ext($p)", p, plain, edges),
    toPython("os.path.normpath($p)", "filepath.Clean($p)", p, [{ p: "'a/../b//c'" }, { p: "''" }]),
    toPython("@clean_path($p)", "path.Clean($p)", p, [{ p: "'a/../b//c'" }, { p: "''" }, { p: "'//a/..'" }]),
    toPython("os.path.isabs($p)", "filepath.IsAbs($p)", p, [{ p: "'/a'" }, { p: "'a'" }]),
    toPython("posixpath.isabs($p)", "path.IsAbs($p)", p, [{ p: "'/a'" }, { p: "'a'" }]),
    toPython("os.path.abspath($p)", "filepath.Abs($p)", p, [{ p: "'/a/../b'" }], os),
    toPython(
      "os.path.relpath($p, $start)",
      "filepath.Rel($start, $p)",
      { ...p, start: "str" },
      [{ p: "'/a/b/c'", start: "'/a/d'" }],
      { fails: ["ValueError"], undrawn: true },
    ),
    toPython("@split_path($p)", "filepath.Split($p)", p, []),
    toPython("@split_path($p)", "path.Split($p)", p, []),
    toPython("sorted(glob.glob($p))", "filepath.Glob($p)", p, [{ p: "'/no/such/*'" }], { fails: ["ValueError"] }),
    toPython(
      "fnmatch.fnmatchcase($s, $p)",
      "filepath.Match($p, $s)",
      { ...p, s: "str" },
      [{ s: "'a.txt'", p: "'*.txt'" }],
      {
        fails: ["ValueError"],
        undrawn: true,
        caveats: [
          { code: "star-and-slash", severity: "note", message: "Go's `*` stops at a slash, Python's does not." },
        ],
      },
    ),
    toPython(
      "fnmatch.fnmatchcase($s, $p)",
      "path.Match($p, $s)",
      { ...p, s: "str" },
      [{ s: "'a.txt'", p: "'*.txt'" }],
      {
        fails: ["ValueError"],
        undrawn: true,
        caveats: [
          { code: "star-and-slash", severity: "note", message: "Go's `*` stops at a slash, Python's does not." },
        ],
      },
    ),
    toPython('$p.replace(os.sep, "/")', "filepath.ToSlash($p)", p, plain),
    toPython('$p.replace("/", os.sep)', "filepath.FromSlash($p)", p, plain),
    toPython("os.path.realpath($p, strict=True)", "filepath.EvalSymlinks($p)", p, [{ p: "'/'" }], {
      ...os,
      undrawn: true,
    }),
    toPython("$p.split(os.pathsep) if $p else []", "filepath.SplitList($p)", p, [{ p: "'a:b'" }]),
    both("os.path.splitdrive($p)[0]", "filepath.VolumeName($p)", p, [{ p: "'/a'" }], { only: "go-to-python" }),
  ],
});
