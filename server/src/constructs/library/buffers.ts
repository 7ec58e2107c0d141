import { defineLibrary, type LibraryRow } from "../../lowering/library/row.ts";

const goOnly = { only: "go-to-python", examples: [] } as const;

const written = {
  code: "byte-index",
  severity: "caveat",
  message: "A byte is written as the character of that number, which is the same text only for ASCII.",
} as const;

/** What a buffer of text and a buffered writer have in common. */
function writer(type: string): readonly LibraryRow[] {
  return [
    { python: "$b.write($s)", go: "$b.WriteString($s)", types: { b: type, s: "str" }, ...goOnly },
    {
      python: "$b.write(chr($c))",
      go: "$b.WriteByte($c)",
      types: { b: type, c: "byte" },
      caveats: [written],
      ...goOnly,
    },
    { python: "$b.write(chr($c))", go: "$b.WriteRune($c)", types: { b: type, c: "int" }, ...goOnly },
    { python: "$b.write(bytes($p).decode())", go: "$b.Write($p)", types: { b: type, p: "list[byte]" }, ...goOnly },
  ];
}

export default defineLibrary({
  id: "buffers",
  title: "Text streams: io, sys.stdin / packages bufio, bytes and io",
  rows: [
    ...writer("bytes.Buffer"),
    ...writer("bufio.Writer"),
    { python: "$b.getvalue()", go: "$b.String()", types: { b: "bytes.Buffer" }, ...goOnly },
    { python: "list($b.getvalue().encode())", go: "$b.Bytes()", types: { b: "bytes.Buffer" }, ...goOnly },
    { python: "len($b.getvalue().encode())", go: "$b.Len()", types: { b: "bytes.Buffer" }, ...goOnly },
    {
      python: "$b.truncate($b.seek(0))",
      go: "$b.Reset()",
      types: { b: "bytes.Buffer", result: "None" },
      ...goOnly,
    },
    {
      python: "$b.truncate($b.seek(0))",
      go: "$b.Reset()",
      types: { b: "strings.Builder", result: "None" },
      ...goOnly,
    },
    { python: "None", go: "$b.Grow($n)", types: { b: "strings.Builder", n: "int", result: "None" }, ...goOnly },
    { python: "None", go: "$b.Grow($n)", types: { b: "bytes.Buffer", n: "int", result: "None" }, ...goOnly },
    { python: "@text_buffer($s)", go: "bytes.NewBufferString($s)", types: { s: "str" }, ...goOnly },
    { python: "@text_buffer(bytes($p).decode())", go: "bytes.NewBuffer($p)", types: { p: "list[byte]" }, ...goOnly },
    { python: "io.StringIO($s)", go: "strings.NewReader($s)", types: { s: "str" }, ...goOnly },
    { python: "sys.stdin", go: "os.Stdin", ...goOnly },
    { python: "sys.stdout", go: "os.Stdout", ...goOnly },
    { python: "sys.stderr", go: "os.Stderr", ...goOnly },
    { python: "$w", go: "bufio.NewWriter($w)", ...goOnly },
    { python: "$w", go: "bufio.NewWriterSize($w, $n)", types: { n: "int" }, ...goOnly },
    { python: "$w.flush()", go: "$w.Flush()", types: { w: "bufio.Writer" }, ...goOnly },
    { python: "@Scanner($r)", go: "bufio.NewScanner($r)", ...goOnly },
    { python: "$s.scan()", go: "$s.Scan()", types: { s: "bufio.Scanner" }, ...goOnly },
    {
      python: "None",
      go: "$s.Err()",
      types: { s: "bufio.Scanner" },
      ...goOnly,
      notRun: "The call is nil from the start, since Python raises where reading fails.",
    },
    { python: "$s.text", go: "$s.Text()", types: { s: "bufio.Scanner" }, ...goOnly },
    { python: "list($s.text.encode())", go: "$s.Bytes()", types: { s: "bufio.Scanner" }, ...goOnly },
    {
      python: "$s.split_words()",
      go: "$s.Split(bufio.ScanWords)",
      types: { s: "bufio.Scanner", result: "None" },
      ...goOnly,
    },
    {
      python: "$s.split_characters()",
      go: "$s.Split(bufio.ScanRunes)",
      types: { s: "bufio.Scanner", result: "None" },
      ...goOnly,
    },
    { python: "None", go: "$s.Split(bufio.ScanLines)", types: { s: "bufio.Scanner", result: "None" }, ...goOnly },
    { python: "None", go: "$s.Buffer($b, $n)", types: { s: "bufio.Scanner", result: "None" }, ...goOnly },
  ],
  types: [
    { python: "io.StringIO", go: "bytes.Buffer", pointer: true },
    { python: "io.StringIO", go: "strings.Reader", pointer: true },
    { python: "typing.TextIO", go: "bufio.Writer", pointer: true },
    { python: "typing.TextIO", go: "io.Writer" },
  ],
  programs: [
    {
      title: "Reading lines and words",
      python: `import io\n\ntext = io.StringIO("to be\\nor not\\n")\nfor line in text:\n    print(len(line.rstrip("\\n")))\nprint("to be or not".split())\n`,
      go: `package main\n\nimport (\n\t"bufio"\n\t"bytes"\n\t"fmt"\n\t"os"\n\t"strings"\n)\n\nfunc main() {\n\tlines := bufio.NewScanner(strings.NewReader("to be\\nor not\\n"))\n\tfor lines.Scan() {\n\t\tfmt.Println(len(lines.Text()))\n\t}\n\twords := bufio.NewScanner(strings.NewReader("to be or not"))\n\twords.Split(bufio.ScanWords)\n\tvar found bytes.Buffer\n\tfor words.Scan() {\n\t\tif found.Len() > 0 {\n\t\t\tfound.WriteString("', '")\n\t\t}\n\t\tfound.WriteString(words.Text())\n\t}\n\tout := bufio.NewWriter(os.Stdout)\n\tdefer out.Flush()\n\tfmt.Fprintf(out, "['%s']\\n", found.String())\n}\n`,
      from: ["go"],
    },
  ],
});
