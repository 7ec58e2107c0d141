import { defineLibrary, toGo } from "../../lowering/library/row.ts";

const p = { p: "pathlib.Path" };
const none = { result: "None" };
const binary = { p: "str | pathlib.Path" };
/** Failures of the operating system: Python has a class for each kind. */
const os = {
  fails: ["OSError", "FileNotFoundError", "FileExistsError", "PermissionError"],
  error: "@systemError($error)",
};
const fails = { fails: ["OSError"], undrawn: true };
const encoding = { ...os, where: { e: "utf8" } } as const;
const appending = "os.OpenFile($p, os.O_APPEND|os.O_CREATE|os.O_WRONLY, 0o666)";
const reading = { f: "io.BufferedReader" };

export default defineLibrary({
  id: "managed-files",
  title: "What a `with` closes: temporary folders, files of bytes / package os",
  rows: [
    toGo("tempfile.TemporaryDirectory()", 'os.MkdirTemp("", "")', {}, [], fails),
    toGo("tempfile.TemporaryDirectory(prefix=$p)", 'os.MkdirTemp("", $p+"*")', { p: "str" }, [], fails),
    toGo("$t.name", "$t", { t: "tempfile.TemporaryDirectory" }),
    toGo("$t.cleanup()", "os.RemoveAll($t)", { t: "tempfile.TemporaryDirectory", ...none }, [], fails),
    toGo('$p.open(mode="a", encoding=$e)', appending, { ...p, e: "str" }, [], encoding),
    toGo('$p.open(mode="r")', "os.Open($p)", p, [], { ...os, undrawn: true }),
    toGo('$p.open(mode="r", encoding=$e)', "os.Open($p)", { ...p, e: "str" }, [], encoding),
    toGo('open($p, mode="rb")', "os.Open($p)", binary, [], os),
    toGo('open($p, mode="wb")', "os.Create($p)", binary, [], os),
    toGo('open($p, mode="ab")', appending, binary, [], os),
    toGo("$f.read()", "io.ReadAll($f)", reading, [], fails),
    toGo("$f.read($n)", "io.ReadAll(io.LimitReader($f, int64($n)))", { ...reading, n: "int" }, [], fails),
    toGo("$f.close()", "$f.Close()", { ...reading, ...none }),
    toGo("$f.write($b)", "$f.Write($b)", { ...reading, b: "bytes" }, [], fails),
  ],
  types: [
    { python: "tempfile.TemporaryDirectory", go: "string", only: "python-to-go" },
    { python: "io.BufferedReader", go: "os.File", pointer: true, only: "python-to-go" },
  ],
  programs: [
    {
      title: "Files of bytes in a temporary folder",
      python: `import tempfile
from pathlib import Path


def journal(path: Path, text: str) -> None:
    with path.open("a", encoding="utf-8") as file:
        file.write(text + "\\n")


with tempfile.TemporaryDirectory() as folder:
    path = Path(folder) / "a.log"
    journal(path, "one")
    journal(path, "two")
    print(path.read_text(encoding="utf-8").splitlines())
    with open(path, "rb") as source, open(f"{folder}/b.log", "wb") as target:
        target.write(source.read(3))
    print((Path(folder) / "b.log").read_bytes())
print(Path(folder).exists())
`,
      go: `package main

import (
	"fmt"
	"log"
	"os"
	"path/filepath"
)

func run() error {
	folder, err := os.MkdirTemp("", "")
	if err != nil {
		return err
	}
	defer os.RemoveAll(folder)
	name := filepath.Join(folder, "a.log")
	if err := os.WriteFile(name, []byte("one\\ntwo\\n"), 0o666); err != nil {
		return err
	}
	text, err := os.ReadFile(name)
	if err != nil {
		return err
	}
	fmt.Printf("['%s', '%s']\\nb'%s'\\n", text[:3], text[4:7], text[:3])
	return nil
}

func main() {
	if err := run(); err != nil {
		log.Fatal(err)
	}
	fmt.Println("False")
}
`,
      from: ["python"],
    },
  ],
});
