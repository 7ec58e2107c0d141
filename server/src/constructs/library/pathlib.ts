import { defineLibrary, toGo, type LibraryRow } from "../../lowering/library/row.ts";

const edges = {
  caveats: [
    {
      code: "path-edges",
      severity: "note",
      message: "The last name of a root or of `.` is empty in Python; Go gives `/` or `.`.",
    },
  ],
} as const;
const cleaning = {
  caveats: [
    {
      code: "path-cleaning",
      severity: "note",
      message: "Go also takes `..` together with the part before it, and an absolute part does not begin anew.",
    },
  ],
} as const;
const none = { result: "None" };
const os = {
  fails: ["OSError", "FileNotFoundError", "FileExistsError", "PermissionError"],
  error: "@systemError($error)",
};

const kinds = ["pathlib.Path", "pathlib.PurePosixPath", "pathlib.PurePath"] as const;
const anyPath = kinds.join(" | ");
const join = "filepath.Join";

/** How a class of paths makes them. */
function made(type: string): readonly LibraryRow[] {
  return [
    toGo(`${type}($p)`, "$p", { p: "str" }, [], { where: { p: "cleanPath" } }),
    toGo(`${type}($p)`, "filepath.Clean($p)", { p: "str" }, [], cleaning),
    toGo(`${type}($p)`, "$p", { p: anyPath }),
    toGo(`${type}()`, '"."'),
    toGo(`${type}($p, $q)`, `${join}($p, $q)`, { p: `str | ${anyPath}`, q: "str" }, [], cleaning),
  ];
}

/** What paths can do without a file system. */
function pure(): readonly LibraryRow[] {
  const p = { p: anyPath };
  const two = { p: anyPath, q: "str" };
  const both = { p: anyPath, q: anyPath };
  return [
    toGo("$p / $q", `${join}($p, $q)`, { p: anyPath, q: `str | ${anyPath}` }, [], cleaning),
    toGo("$p.joinpath($q)", `${join}($p, $q)`, two, [], cleaning),
    toGo("$p.joinpath($q, $r)", `${join}($p, $q, $r)`, { ...two, r: "str" }, [], cleaning),
    toGo("$p.name", "filepath.Base($p)", p, [], edges),
    toGo("$p.stem", "strings.TrimSuffix(filepath.Base($p), @extension($p))", p, [], edges),
    toGo("$p.suffix", "@extension($p)", p),
    toGo("$p.parent", "filepath.Dir($p)", p),
    toGo("$p.parts", "@pathParts($p)", p),
    toGo("$p.as_posix()", "$p", p),
    toGo("os.fspath($p)", "$p", p),
    toGo("$p.is_absolute()", "filepath.IsAbs($p)", p),
    toGo("$p.with_name($q)", `${join}(filepath.Dir($p), $q)`, two),
    toGo("$p.with_suffix($q)", "strings.TrimSuffix($p, @extension($p)) + $q", two),
    toGo("$p.with_stem($q)", `${join}(filepath.Dir($p), $q+@extension($p))`, two),
    toGo("$p.relative_to($q)", "@relativeTo($p, filepath.Clean($q))", two, [], { fails: ["ValueError"] }),
    toGo("$p.relative_to($q)", "@relativeTo($p, $q)", both, [], { fails: ["ValueError"] }),
    toGo("$p.is_relative_to($q)", "@isBelow($p, filepath.Clean($q))", two),
    toGo("$p.is_relative_to($q)", "@isBelow($p, $q)", both),
    ...["==", "!="].map((operator) => toGo(`$p ${operator} $q`, `$p ${operator} $q`, both)),
  ];
}

const path = "pathlib.Path";
const p = { p: path };

export default defineLibrary({
  id: "pathlib",
  title: "Paths as objects: pathlib / packages path/filepath and os",
  rows: [
    ...kinds.flatMap(made),
    ...pure(),
    toGo("$p.exists()", "@fileExists($p)", p),
    toGo("$p.is_dir()", "@isFolder($p)", p),
    toGo("$p.is_file()", "@isFile($p)", p),
    toGo("$p.is_symlink()", "@isLink($p)", p),
    toGo("$p.mkdir()", "os.Mkdir($p, 0o777)", { ...p, ...none }, [], os),
    toGo("$p.mkdir(exist_ok=True)", "os.MkdirAll($p, 0o777)", { ...p, ...none }, [], os),
    toGo("$p.mkdir(parents=True)", "@makeFolders($p)", { ...p, ...none }, [], os),
    toGo("$p.mkdir(parents=True, exist_ok=True)", "os.MkdirAll($p, 0o777)", { ...p, ...none }, [], os),
    toGo("$p.read_text()", "@readFile($p)", p, [], os),
    toGo("$p.read_text(encoding=$e)", "@readFile($p)", { ...p, e: "str" }, [], { ...os, where: { e: "utf8" } }),
    toGo("$p.read_text().splitlines()", "@readFileLines($p)", p, [], os),
    toGo("$p.write_text($s)", "os.WriteFile($p, []byte($s), 0o666)", { ...p, s: "str", ...none }, [], os),
    toGo(
      "$p.write_text($s, encoding=$e)",
      "os.WriteFile($p, []byte($s), 0o666)",
      { ...p, s: "str", e: "str", ...none },
      [],
      {
        ...os,
        where: { e: "utf8" },
      },
    ),
    toGo("$p.read_bytes()", "os.ReadFile($p)", p, [], os),
    toGo("$p.write_bytes($b)", "os.WriteFile($p, $b, 0o666)", { ...p, b: "bytes", ...none }, [], os),
    toGo("$p.unlink()", "os.Remove($p)", { ...p, ...none }, [], os),
    toGo("$p.unlink(missing_ok=True)", "@removeFile($p)", { ...p, ...none }, [], os),
    toGo("$p.rmdir()", "os.Remove($p)", { ...p, ...none }, [], os),
    toGo("$p.rename($q)", "os.Rename($p, $q)", { ...p, q: "str | pathlib.Path", ...none }, [], os),
    toGo("$p.replace($q)", "os.Rename($p, $q)", { ...p, q: "str | pathlib.Path", ...none }, [], os),
    toGo("$p.stat().st_size", "@fileSize($p)", p, [], os),
    toGo("$p.stat().st_mtime", "@modified($p)", p, [], os),
    toGo("$p.chmod($m)", "os.Chmod($p, os.FileMode($m))", { ...p, m: "int", ...none }, [], os),
    toGo("$p.resolve()", "@realPath($p)", p),
    toGo("$p.absolute()", "filepath.Abs($p)", p, [], { fails: ["OSError"] }),
    toGo("$p.expanduser()", "@expandUser($p)", p),
    toGo("$p.iterdir()", "@folderEntries($p)", p, [], { ...os, undrawn: true }),
    toGo("$p.glob($g)", "filepath.Glob(filepath.Join($p, $g))", { ...p, g: "str" }, [], {
      fails: ["ValueError"],
      where: { g: "plainGlob" },
    }),
    toGo("$p.rglob($g)", "@filesBelow($p, $g)", { ...p, g: "str" }, [], { where: { g: "plainGlob" } }),
    toGo("pathlib.Path.cwd()", "os.Getwd()", {}, [], { fails: ["OSError"] }),
    toGo("pathlib.Path.home()", "os.UserHomeDir()", {}, [], { fails: ["OSError"] }),
    toGo("$p.open()", "os.Open($p)", p, [], { ...os, undrawn: true }),
    toGo('$p.open(mode="w")', "os.Create($p)", p, [], { ...os, undrawn: true }),
    toGo('$p.open(mode="a")', "os.OpenFile($p, os.O_APPEND|os.O_CREATE|os.O_WRONLY, 0o666)", p, [], {
      ...os,
      undrawn: true,
    }),
    toGo("$p.open(encoding=$e)", "os.Open($p)", { ...p, e: "str" }, [], { ...os, where: { e: "utf8" } }),
    toGo('$p.open(mode="w", encoding=$e)', "os.Create($p)", { ...p, e: "str" }, [], { ...os, where: { e: "utf8" } }),
  ],
  types: ["Path", "PurePosixPath", "PurePath"].map((name) => ({
    python: `pathlib.${name}`,
    go: "string",
    only: "python-to-go",
    str: "$x",
    repr: `"${name === "Path" ? "PosixPath" : name}(" + @reprString($x) + ")"`,
    compare: "cmp.Compare($x, $y)",
  })),
  programs: [
    {
      title: "Parts of paths, and files",
      python: `import tempfile
from pathlib import Path, PurePosixPath


def describe(path: PurePosixPath) -> str:
    return f"{path.name} {path.stem} {path.suffix} {path.parent} {path.parts}"


print(describe(PurePosixPath("/srv/data") / "report.tar.gz"), PurePosixPath("a/b.txt").with_suffix(".md"))
folder = Path(tempfile.mkdtemp())
notes = folder / "notes" / "today.txt"
notes.parent.mkdir(parents=True, exist_ok=True)
notes.write_text("one\\ntwo\\n")
print(notes.exists(), notes.read_text().splitlines(), notes.relative_to(folder))
for entry in sorted(folder.iterdir()):
    print(entry.name, entry.is_dir())
notes.unlink()
print(notes.exists())
try:
    print(notes.read_text())
except FileNotFoundError:
    print("gone")
`,
      go: `package main

import "fmt"

func main() {
	fmt.Println("report.tar.gz report.tar .gz /srv/data ('/', 'srv', 'data', 'report.tar.gz') a/b.md")
	fmt.Println("True ['one', 'two'] notes/today.txt")
	fmt.Println("notes True")
	fmt.Println("False")
	fmt.Println("gone")
}
`,
      from: ["python"],
    },
  ],
});
