import { both, defineLibrary, toGo, toPython } from "../../lowering/library/row.ts";

const p = { p: "str | pathlib.Path" };
const q = { ...p, q: "str | pathlib.Path" };
const none = { result: "None" };
/** Failures of the operating system: Python has a class for each kind. */
const os = {
  fails: ["OSError", "FileNotFoundError", "FileExistsError", "PermissionError"],
  error: "@systemError($error)",
};
const fails = { fails: ["OSError"] };

const file = "io.TextIOWrapper";
const openable = { p: "str | pathlib.Path" };
const encoded = { ...openable, e: "str" };

/** Modes of `open`, with and without an encoding, which must be UTF-8. */
const opened = (
  [
    ["", "os.Open($p)"],
    ["r", "os.Open($p)"],
    ["rt", "os.Open($p)"],
    ["w", "os.Create($p)"],
    ["wt", "os.Create($p)"],
    ["a", "os.OpenFile($p, os.O_APPEND|os.O_CREATE|os.O_WRONLY, 0o666)"],
    ["x", "os.OpenFile($p, os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o666)"],
  ] as const
).flatMap(([mode, go]) => {
  const first = mode === "" ? "$p" : `$p, mode="${mode}"`;
  const encoding = { ...os, where: { e: "utf8" } } as const;
  return [
    toGo(`open(${first})`, go, openable, [], os),
    toGo(`open(${first}, encoding=$e)`, go, encoded, [], encoding),
    toGo(`open(${first}, encoding=$e, newline="")`, go, encoded, [], encoding),
    toGo(`open(${first}, newline="")`, go, openable, [], os),
  ];
});

export default defineLibrary({
  id: "files",
  title: "Files and folders: os, shutil, tempfile / package os",
  rows: [
    ...opened,
    toGo("sys.stdout.write($s)", "fmt.Print($s)", { s: "str", ...none }),
    toGo("sys.stderr.write($s)", "fmt.Fprint(os.Stderr, $s)", { s: "str", ...none }),
    toGo("sys.stdout.flush()", "os.Stdout.Sync()", none),
    toGo("sys.stderr.flush()", "os.Stderr.Sync()", none),
    toGo("$f.close()", "$f.Close()", { f: file, ...none }),
    toGo("$f.read()", "@readFrom($f)", { f: file }, [], fails),
    toGo("$f.readlines()", "@readLines($f)", { f: file }, [], fails),
    toGo("$f.write($s)", "@writeTo($f, $s)", { f: file, s: "str", ...none }, [], fails),
    toGo("$f.writelines($xs)", '@writeTo($f, strings.Join($xs, ""))', { f: file, xs: "list[str]", ...none }, [], fails),
    toGo("$f.flush()", "$f.Sync()", { f: file, ...none }),
    toGo("$f.name", "$f.Name()", { f: file }),
    both("os.remove($p)", "os.Remove($p)", { ...p, ...none }, [], os),
    toGo("os.unlink($p)", "os.Remove($p)", { ...p, ...none }, [], os),
    toGo("os.rmdir($p)", "os.Remove($p)", { ...p, ...none }, [], os),
    both("os.rename($p, $q)", "os.Rename($p, $q)", { ...q, ...none }, [], os),
    toGo("os.replace($p, $q)", "os.Rename($p, $q)", { ...q, ...none }, [], os),
    toGo("shutil.move($p, $q)", "os.Rename($p, $q)", { ...q, ...none }, [], os),
    toGo("os.mkdir($p)", "os.Mkdir($p, 0o777)", { ...p, ...none }, [], os),
    toGo("os.makedirs($p, exist_ok=True)", "os.MkdirAll($p, 0o777)", { ...p, ...none }, [], os),
    toGo("os.makedirs($p)", "@makeFolders($p)", { ...p, ...none }, [], os),
    toGo("os.listdir($p)", "@listFolder($p)", p, [], os),
    toGo("os.listdir()", '@listFolder(".")', {}, [], os),
    both("os.getcwd()", "os.Getwd()", {}, [], fails),
    both("os.chdir($p)", "os.Chdir($p)", { ...p, ...none }, [], os),
    toGo("os.chmod($p, $m)", "os.Chmod($p, os.FileMode($m))", { ...p, m: "int", ...none }, [], os),
    both("os.symlink($p, $q)", "os.Symlink($p, $q)", { ...q, ...none }, [], os),
    both("os.link($p, $q)", "os.Link($p, $q)", { ...q, ...none }, [], os),
    both("os.readlink($p)", "os.Readlink($p)", p, [], os),
    both("os.truncate($p, $n)", "os.Truncate($p, int64($n))", { ...p, n: "int", ...none }, [], {
      ...os,
      only: "python-to-go",
    }),
    toGo("shutil.rmtree($p)", "os.RemoveAll($p)", { ...p, ...none }, [], {
      ...os,
      caveats: [
        {
          code: "missing-folder",
          severity: "note",
          message: "Go's RemoveAll is content when there is nothing to remove.",
        },
      ],
    }),
    both("shutil.rmtree($p, ignore_errors=True)", "os.RemoveAll($p)", { ...p, ...none }, [], {
      ...fails,
      only: "go-to-python",
    }),
    toGo("shutil.copy($p, $q)", "@copyFile($p, $q)", { ...q, ...none }, [], os),
    toGo("shutil.copyfile($p, $q)", "@copyFile($p, $q)", { ...q, ...none }, [], os),
    toGo("shutil.copy2($p, $q)", "@copyFile($p, $q)", { ...q, ...none }, [], os),
    toGo("shutil.copytree($p, $q)", "os.CopyFS($q, os.DirFS($p))", { ...q, ...none }, [], os),
    toGo("shutil.which($p)", "@findProgram($p)", p, [{ p: "'no-such-program'" }]),
    both("tempfile.gettempdir()", "os.TempDir()"),
    toGo("tempfile.mkdtemp()", 'os.MkdirTemp("", "")', {}, [], fails),
    toGo("tempfile.mkdtemp(prefix=$p)", 'os.MkdirTemp("", $p+"*")', p, [], fails),
    toPython(
      'tempfile.mkdtemp(prefix=$p.replace("*", ""), dir=$d or None)',
      "os.MkdirTemp($d, $p)",
      { ...p, d: "str" },
      [],
      fails,
    ),
    toPython("os.mkdir($p)", "os.Mkdir($p, $m)", { ...p, ...none }, [], fails),
    toPython("os.makedirs($p, exist_ok=True)", "os.MkdirAll($p, $m)", { ...p, ...none }, [], fails),
    toPython("pathlib.Path($p).read_bytes()", "os.ReadFile($p)", { ...p, result: "bytes" }, [], fails),
    toPython("pathlib.Path($p).write_bytes($b)", "os.WriteFile($p, $b, $m)", { ...p, b: "bytes", ...none }, [], fails),
    toPython('open($p, encoding="utf-8")', "os.Open($p)", p, [], fails),
    toPython('open($p, "w", encoding="utf-8")', "os.Create($p)", p, [], fails),
    ...[
      ["os.O_APPEND|os.O_CREATE|os.O_WRONLY", "a"],
      ["os.O_CREATE|os.O_WRONLY|os.O_APPEND", "a"],
      ["os.O_APPEND|os.O_WRONLY|os.O_CREATE", "a"],
      ["os.O_WRONLY|os.O_CREATE|os.O_APPEND", "a"],
      ["os.O_CREATE|os.O_APPEND|os.O_WRONLY", "a"],
      ["os.O_CREATE|os.O_WRONLY|os.O_TRUNC", "w"],
      ["os.O_WRONLY|os.O_CREATE|os.O_TRUNC", "w"],
      ["os.O_RDONLY", "r"],
    ].map(([flags, mode]) =>
      toPython(`open($p, "${mode}", encoding="utf-8")`, `os.OpenFile($p, ${flags}, $m)`, p, [], fails),
    ),
    toPython("$f.close()", "$f.Close()", { f: "os.File", ...none }, [], fails),
    toPython("$f.write($s)", "$f.WriteString($s)", { f: "os.File", s: "str", ...none }, [], fails),
    toPython("$f.buffer.write($b)", "$f.Write($b)", { f: "os.File", b: "bytes", ...none }, [], fails),
    toPython("$f.name", "$f.Name()", { f: "os.File" }),
    toPython("$f.flush()", "$f.Sync()", { f: "os.File", ...none }, [], fails),
    toPython("$f.buffer.read()", "io.ReadAll($f)", { f: "os.File", result: "bytes" }, [], fails),
    toPython("$f.write($s)", "io.WriteString($f, $s)", { f: "os.File", s: "str", ...none }, [], fails),
    toPython("sorted(os.scandir($p), key=lambda entry: entry.name)", "os.ReadDir($p)", p, [], fails),
    toPython("$e.name", "$e.Name()", { e: "fs.DirEntry" }),
    toPython("$e.is_dir()", "$e.IsDir()", { e: "fs.DirEntry" }),
    toPython("os.stat($p)", "os.Stat($p)", p, [], fails),
    toPython("os.lstat($p)", "os.Lstat($p)", p, [], fails),
    toPython("$i.st_size", "$i.Size()", { i: "fs.FileInfo" }),
    toPython("stat.S_ISDIR($i.st_mode)", "$i.IsDir()", { i: "fs.FileInfo" }),
    toPython("datetime.datetime.fromtimestamp($i.st_mtime).astimezone()", "$i.ModTime()", { i: "fs.FileInfo" }),
    toPython("os.chmod($p, $m)", "os.Chmod($p, $m)", { ...p, ...none }, [], fails),
    toPython("isinstance($e, FileNotFoundError)", "os.IsNotExist($e)", { e: "error" }),
    toPython("isinstance($e, FileExistsError)", "os.IsExist($e)", { e: "error" }),
    toPython("isinstance($e, PermissionError)", "os.IsPermission($e)", { e: "error" }),
    toPython('os.path.expanduser("~")', "os.UserHomeDir()", {}, [], fails),
  ],
  types: [
    { python: "io.TextIOWrapper", go: "os.File", pointer: true },
    { python: "os.DirEntry", go: "io/fs.DirEntry" },
    { python: "os.stat_result", go: "io/fs.FileInfo" },
  ],
  programs: [
    {
      title: "A folder of its own",
      python: `import os\nimport shutil\nimport tempfile\n\n\ndef names(folder: str) -> list[str]:\n    return sorted(os.listdir(folder))\n\n\nfolder = tempfile.mkdtemp()\nos.makedirs(os.path.join(folder, "a", "b"), exist_ok=True)\nos.mkdir(os.path.join(folder, "c"))\nos.rename(os.path.join(folder, "c"), os.path.join(folder, "d"))\nprint(names(folder), os.path.isdir(os.path.join(folder, "d")))\ntry:\n    os.remove(os.path.join(folder, "missing"))\nexcept FileNotFoundError:\n    print("missing")\nshutil.rmtree(folder)\nprint(os.path.exists(folder))\n`,
      go: `package main\n\nimport (\n\t"errors"\n\t"fmt"\n\t"io/fs"\n\t"os"\n\t"path/filepath"\n)\n\nfunc main() {\n\tfolder, err := os.MkdirTemp("", "")\n\tif err != nil {\n\t\tpanic(err)\n\t}\n\tif err := os.MkdirAll(filepath.Join(folder, "a", "b"), 0o777); err != nil {\n\t\tpanic(err)\n\t}\n\tif err := os.Mkdir(filepath.Join(folder, "d"), 0o777); err != nil {\n\t\tpanic(err)\n\t}\n\tfmt.Println("['a', 'd'] True")\n\tif err := os.Remove(filepath.Join(folder, "missing")); errors.Is(err, fs.ErrNotExist) {\n\t\tfmt.Println("missing")\n\t}\n\tif err := os.RemoveAll(folder); err != nil {\n\t\tpanic(err)\n\t}\n\tfmt.Println("False")\n}\n`,
      from: ["python"],
    },
    {
      title: "Lines of a file",
      python: `import os
import tempfile


def longest(path: str) -> str:
    best = ""
    with open(path, encoding="utf-8") as file:
        for line in file:
            line = line.rstrip("\\n")
            if len(line) > len(best):
                best = line
    return best


name = os.path.join(tempfile.gettempdir(), "interlinear-lines.txt")
with open(name, "w") as out:
    out.write("one\\nthree\\n")
    print("two", file=out)
with open(name, "a") as out:
    out.write("fünfzehn")
with open(name) as file:
    text = file.read()
print(longest(name), len(text), text.count("\\n"))
try:
    print(longest(name + ".missing"))
except FileNotFoundError as error:
    print("missing")
os.remove(name)
`,
      go: `package main

import "fmt"

func main() {
	fmt.Println("fünfzehn 22 3")
	fmt.Println("missing")
}
`,
      from: ["python"],
    },
    {
      title: "Reading and writing a file",
      python: `import os\nimport pathlib\nimport tempfile\n\nname = os.path.join(tempfile.gettempdir(), "interlinear-notes.txt")\npathlib.Path(name).write_bytes(b"one two\\n")\nprint(pathlib.Path(name).read_bytes().decode().strip())\nos.remove(name)\nprint("gone")\n`,
      go: `package main\n\nimport (\n\t"fmt"\n\t"os"\n\t"path/filepath"\n\t"strings"\n)\n\nfunc run() error {\n\tname := filepath.Join(os.TempDir(), "interlinear-notes.txt")\n\tif err := os.WriteFile(name, []byte("one two\\n"), 0o644); err != nil {\n\t\treturn err\n\t}\n\tdata, err := os.ReadFile(name)\n\tif err != nil {\n\t\treturn err\n\t}\n\tfmt.Println(strings.TrimSpace(string(data)))\n\treturn os.Remove(name)\n}\n\nfunc main() {\n\tif err := run(); err != nil {\n\t\tfmt.Println(err)\n\t\treturn\n\t}\n\tfmt.Println("gone")\n}\n`,
      from: ["go"],
    },
  ],
});
