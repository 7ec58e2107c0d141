import { defineLibrary, toGo } from "../../lowering/library/row.ts";

const none = { result: "None" };
const fails = { fails: ["OSError"] };
const reading = {
  fails: ["csv.Error"],
  caveats: [
    {
      code: "csv-reading",
      severity: "note",
      message:
        "Go's reader passes over empty lines, and a quote in the middle of a field is an error to it. A row of `DictReader` that is too short has None in Python and lacks the key in Go.",
    },
  ],
} as const;
const file = { f: "io.TextIOWrapper" };
const buffer = { f: "io.StringIO" };
const row = { w: "csv._writer", r: "list[str]", ...none };

export default defineLibrary({
  id: "csv",
  title: "Tables as text: csv / package encoding/csv",
  rows: [
    ...[file, { f: "list[str]" }].flatMap((types, at) => {
      const from = at === 0 ? "$f" : 'strings.NewReader(strings.Join($f, "\\n"))';
      return [
        toGo("csv.reader($f)", `@csvRows(${from})`, types, [], reading),
        toGo("csv.DictReader($f)", `@csvRecords(${from})`, types, [], reading),
      ];
    }),
    ...[file, buffer].map((types) => toGo("csv.writer($f)", "@csvWriter{$f}", types)),
    toGo("$w.writerow($r)", "$w.row($r)", row, [], fails),
    toGo("$w.writerow($r)", "$w.row(@csvCells($r))", { ...row, r: "list[T]" }, [], fails),
    toGo("$w.writerows($r)", "$w.rows($r)", { ...row, r: "list[list[str]]" }, [], fails),
  ],
  types: [{ python: "csv._writer", go: ".csvWriter", only: "python-to-go" }],
});
