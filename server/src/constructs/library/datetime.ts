import { defineLibrary, toGo, type LibraryRow } from "../../lowering/library/row.ts";

const range = {
  code: "date-range",
  severity: "caveat",
  message: "Python raises ValueError for a date that does not exist; Go counts on, so that January 32 is February 1.",
  unless: { d: "literal" },
} as const;
const zone = {
  code: "local-time",
  severity: "note",
  message:
    "A time without a zone is a local time in Go. Python's arithmetic with it takes no notice of daylight saving time, Go's does.",
} as const;
const far = {
  code: "duration-range",
  severity: "note",
  message: "Go's durations end at 292 years and count nanoseconds; Python's reach further and count microseconds.",
} as const;

const units: readonly (readonly [name: string, go: string])[] = [
  ["weeks", "7 * 24 * time.Hour"],
  ["days", "24 * time.Hour"],
  ["hours", "time.Hour"],
  ["minutes", "time.Minute"],
  ["seconds", "time.Second"],
  ["milliseconds", "time.Millisecond"],
  ["microseconds", "time.Microsecond"],
];

/** `timedelta` of one unit, of two, and of the usual three. */
function durations(): readonly LibraryRow[] {
  const sum = (parts: readonly (readonly [string, string])[]): LibraryRow =>
    toGo(
      `datetime.timedelta(${parts.map(([name]) => `${name}=$${name}`).join(", ")})`,
      parts.map(([name, unit]) => `time.Duration($${name}) * ${unit}`).join(" + "),
      Object.fromEntries(parts.map(([name]) => [name, "int"])),
    );
  const pairs = units.flatMap((first, i) => units.slice(i + 1).map((second) => [first, second] as const));
  const [, days, hours, minutes, seconds] = units as [never, ...(readonly [string, string])[]];
  return [
    ...units.map((unit) => sum([unit])),
    ...pairs.map(sum),
    sum([days!, hours!, minutes!]),
    sum([hours!, minutes!, seconds!]),
    sum([days!, hours!, minutes!, seconds!]),
    toGo("datetime.timedelta()", "time.Duration(0)"),
    ...units.map(([name, unit]) =>
      toGo(`datetime.timedelta(${name}=$n)`, `@roundDuration($n * float64(${unit}))`, { n: "float" }),
    ),
  ];
}

const delta = "datetime.timedelta";
const moment = "datetime.datetime";
const day = "datetime.date";

function ordered(type: string): readonly LibraryRow[] {
  const types = { a: type, b: type };
  return [
    toGo("$a < $b", "$a.Before($b)", types),
    toGo("$a > $b", "$a.After($b)", types),
    toGo("$a <= $b", "!$a.After($b)", types),
    toGo("$a >= $b", "!$a.Before($b)", types),
    toGo("$a == $b", "$a.Equal($b)", types),
    toGo("$a != $b", "!$a.Equal($b)", types),
  ];
}

/** Parts that dates and times both have. */
function parts(t: string): readonly LibraryRow[] {
  const types = { t };
  return [
    toGo("$t.year", "$t.Year()", types),
    toGo("$t.month", "int($t.Month())", types),
    toGo("$t.day", "$t.Day()", types),
    toGo("$t.weekday()", "(int($t.Weekday()) + 6) % 7", types),
    toGo("$t.isoweekday()", "(int($t.Weekday())+6)%7 + 1", types),
    toGo("$t.timetuple().tm_yday", "$t.YearDay()", types),
    toGo("$t.strftime($f)", "$t.Format(@layout($f))", { ...types, f: "str" }, [], { where: { f: "timeFormat" } }),
    toGo("format($t, $f)", "$t.Format(@layout($f))", types, [], { where: { f: "timeFormat" } }),
    ...ordered(t),
  ];
}

export default defineLibrary({
  id: "datetime",
  title: "Dates and durations: datetime / package time",
  rows: [
    ...durations(),
    toGo("$a + $b", "$a + $b", { a: delta, b: delta }),
    toGo("$a - $b", "$a - $b", { a: delta, b: delta }),
    toGo("$a / $b", "float64($a) / float64($b)", { a: delta, b: delta }),
    toGo("$a // $b", "@floorDiv(int($a), int($b))", { a: delta, b: delta }),
    toGo("$a * $n", "$a * time.Duration($n)", { a: delta, n: "int" }, [], { caveats: [far] }),
    toGo("$n * $a", "time.Duration($n) * $a", { a: delta, n: "int" }, [], { caveats: [far] }),
    toGo("$a * $n", "@roundDuration(float64($a) * $n)", { a: delta, n: "float" }, [], { caveats: [far] }),
    toGo("$a // $n", "time.Duration(@floorDiv(int($a.Microseconds()), $n)) * time.Microsecond", { a: delta, n: "int" }),
    toGo("$a / $n", "@roundDuration(float64($a) / $n)", { a: delta, n: "float" }),
    ...["<", "<=", ">", ">=", "==", "!="].map((op) => toGo(`$a ${op} $b`, `$a ${op} $b`, { a: delta, b: delta })),
    toGo("$d.total_seconds()", "$d.Seconds()", { d: delta }),
    toGo("($a - $b).days", "int($a.Sub($b).Hours() / 24)", { a: day, b: day }),
    toGo("$d.days", "int(math.Floor($d.Hours() / 24))", { d: delta }),
    toGo("$d.seconds", "@floorMod(int($d), int(24*time.Hour)) / int(time.Second)", { d: delta }),
    toGo("$d.microseconds", "@floorMod(int($d), int(time.Second)) / int(time.Microsecond)", { d: delta }),
    ...parts(moment),
    toGo("$t.toordinal()", "int(@dateOf($t).Unix()/86400) + 719163", { t: moment }),
    toGo("$t.hour", "$t.Hour()", { t: moment }),
    toGo("$t.minute", "$t.Minute()", { t: moment }),
    toGo("$t.second", "$t.Second()", { t: moment }),
    toGo("$t.microsecond", "$t.Nanosecond() / 1000", { t: moment }),
    toGo("$t.isoformat()", '@isoTime($t, "T")', { t: moment }),
    toGo("$t.isoformat(sep=$sep)", "@isoTime($t, $sep)", { t: moment, sep: "str" }),
    toGo("$t.timestamp()", "float64($t.UnixMicro()) / 1e6", { t: moment }, [], { caveats: [zone] }),
    toGo("$t.date()", "@dateOf($t)", { t: moment }),
    toGo("$t.astimezone(datetime.timezone.utc)", "$t.UTC()", { t: moment }),
    toGo("$t + $d", "$t.Add($d)", { t: moment, d: delta }, [], { caveats: [zone] }),
    toGo("$t - $d", "$t.Add(-$d)", { t: moment, d: delta }, [], { caveats: [zone] }),
    toGo("$a - $b", "$a.Sub($b)", { a: moment, b: moment }, [], { caveats: [far, zone] }),
    toGo(
      "$t.replace(hour=0, minute=0, second=0, microsecond=0)",
      "time.Date($t.Year(), $t.Month(), $t.Day(), 0, 0, 0, 0, $t.Location())",
      { t: moment },
    ),
    toGo("$t.replace(microsecond=0)", "$t.Truncate(time.Second)", { t: moment }),
    toGo(
      "$t.replace(tzinfo=datetime.timezone.utc)",
      "time.Date($t.Year(), $t.Month(), $t.Day(), $t.Hour(), $t.Minute(), $t.Second(), $t.Nanosecond(), time.UTC)",
      { t: moment },
    ),
    toGo("datetime.datetime.now()", "time.Now()"),
    toGo("datetime.datetime.today()", "time.Now()"),
    toGo("datetime.datetime.now(datetime.timezone.utc)", "time.Now().UTC()"),
    toGo("datetime.datetime.now(tz=datetime.timezone.utc)", "time.Now().UTC()"),
    toGo("datetime.datetime.now(datetime.UTC)", "time.Now().UTC()"),
    toGo("datetime.datetime.utcnow()", "time.Now().UTC()", {}, [], {
      caveats: [
        {
          code: "naive-utc",
          severity: "caveat",
          message: "`utcnow` gives a time without a zone; Go's time knows that it is UTC and shows it.",
        },
      ],
    }),
    ...moments(),
    toGo("datetime.datetime.fromtimestamp($s)", "time.UnixMicro(int64(math.RoundToEven($s * 1e6)))", { s: "float" }),
    toGo(
      "datetime.datetime.fromtimestamp($s, tz=datetime.timezone.utc)",
      "time.UnixMicro(int64(math.RoundToEven($s * 1e6))).UTC()",
      {
        s: "float",
      },
    ),
    toGo("datetime.datetime.utcfromtimestamp($s)", "time.UnixMicro(int64(math.RoundToEven($s * 1e6))).UTC()", {
      s: "float",
    }),
    toGo(
      "datetime.datetime.strptime($s, $f)",
      "time.ParseInLocation(@parseLayout($f), $s, time.Local)",
      { s: "str", f: "str" },
      [],
      {
        where: { f: "timeFormatRead" },
        fails: ["ValueError"],
        message: '"time data " + @reprString($s) + " does not match format " + @reprString($f)',
        caveats: [zone],
      },
    ),
    toGo("datetime.datetime.fromisoformat($s)", "@parseTime($s)", { s: "str" }, [], {
      fails: ["ValueError"],
      message: '"Invalid isoformat string: " + @reprString($s)',
      caveats: [zone],
    }),
    ...parts(day),
    toGo("$t.toordinal()", "int($t.Unix()/86400) + 719163", { t: day }),
    toGo("$t.isoformat()", '$t.Format("2006-01-02")', { t: day }),
    toGo("$t + datetime.timedelta(days=$n)", "$t.AddDate(0, 0, $n)", { t: day, n: "int" }),
    toGo("$t - datetime.timedelta(days=$n)", "$t.AddDate(0, 0, -$n)", { t: day, n: "int" }),
    toGo("$t + datetime.timedelta(weeks=$n)", "$t.AddDate(0, 0, 7*$n)", { t: day, n: "int" }),
    toGo("$t - datetime.timedelta(weeks=$n)", "$t.AddDate(0, 0, -7*$n)", { t: day, n: "int" }),
    toGo("$t + $d", "$t.AddDate(0, 0, int(math.Floor($d.Hours() / 24)))", { t: day, d: delta }),
    toGo("$t - $d", "$t.AddDate(0, 0, -int(math.Floor($d.Hours() / 24)))", { t: day, d: delta }),
    toGo("$a - $b", "$a.Sub($b)", { a: day, b: day }, [], { caveats: [far] }),
    toGo("$t.replace(day=$d)", "time.Date($t.Year(), $t.Month(), $d, 0, 0, 0, 0, time.UTC)", { t: day, d: "int" }, [], {
      caveats: [range],
    }),
    toGo(
      "$t.replace(month=$m, day=$d)",
      "time.Date($t.Year(), time.Month($m), $d, 0, 0, 0, 0, time.UTC)",
      { t: day, m: "int", d: "int" },
      [],
      { caveats: [range] },
    ),
    toGo("datetime.date.today()", "@dateOf(time.Now())"),
    toGo(
      "datetime.date($y, $m, $d)",
      "time.Date($y, time.Month($m), $d, 0, 0, 0, 0, time.UTC)",
      { y: "int", m: "int", d: "int" },
      [],
      { caveats: [range] },
    ),
    toGo("datetime.date.fromisoformat($s)", 'time.Parse("2006-01-02", $s)', { s: "str" }, [], {
      fails: ["ValueError"],
      message: '"Invalid isoformat string: " + @reprString($s)',
    }),
    toGo("datetime.date.fromordinal($n)", "time.Date(1, time.January, $n, 0, 0, 0, 0, time.UTC)", { n: "int" }),
  ],
  types: [
    { python: delta, go: "time.Duration", str: "@durationText($x)", compare: "cmp.Compare($x, $y)" },
    {
      python: day,
      go: "time.Time",
      only: "python-to-go",
      str: '$x.Format("2006-01-02")',
      repr: '$x.Format("datetime.date(2006, 1, 2)")',
      compare: "$x.Compare($y)",
    },
    { python: moment, go: "time.Time", str: '@isoTime($x, " ")', compare: "$x.Compare($y)" },
  ],
  programs: [
    {
      title: "Counting days",
      python: `from datetime import date, timedelta\n\n\ndef due(start: date, days: int) -> str:\n    end = start + timedelta(days=days)\n    left = (date(2024, 3, 1) - end).days\n    return f"{end.isoformat()} {end:%d %b %Y} {left} {end.weekday()} {end > start}"\n\n\nprint(due(date(2024, 1, 31), 1), due(date(2023, 12, 25), 10))\n`,
      go: `package main\n\nimport (\n\t"fmt"\n\t"time"\n)\n\nfunc due(start time.Time, days int) string {\n\tend := start.AddDate(0, 0, days)\n\tleft := int(time.Date(2024, time.March, 1, 0, 0, 0, 0, time.UTC).Sub(end).Hours() / 24)\n\treturn fmt.Sprintf("%s %s %d %d %s", end.Format(time.DateOnly), end.Format("02 Jan 2006"), left, (int(end.Weekday())+6)%7, map[bool]string{true: "True", false: "False"}[end.After(start)])\n}\n\nfunc main() {\n\tfmt.Println(due(time.Date(2024, 1, 31, 0, 0, 0, 0, time.UTC), 1), due(time.Date(2023, 12, 25, 0, 0, 0, 0, time.UTC), 10))\n}\n`,
      from: ["python"],
    },
    {
      title: "Times and durations",
      python: `from datetime import datetime, timedelta, timezone\n\nstart = datetime(2024, 2, 28, 22, 30)\nend = start + timedelta(hours=3, minutes=15)\nprint(start, end.isoformat(), end - start, (end - start).total_seconds())\nparsed = datetime.strptime("2024-05-06 07:08:09", "%Y-%m-%d %H:%M:%S")\nprint(parsed.hour, parsed.strftime("%A %d %B %Y, %I:%M %p"), parsed < end)\nmoment = datetime(2024, 1, 1, tzinfo=timezone.utc)\nprint(moment.isoformat(), moment + timedelta(days=1.5), timedelta(days=-1, seconds=5), timedelta(days=2) / timedelta(hours=6))\nprint(datetime.fromisoformat("2024-05-06T07:08:09.250000").isoformat(sep=" "))\n`,
      go: `package main\n\nimport "fmt"\n\nfunc main() {\n\tfmt.Println("2024-02-28 22:30:00 2024-02-29T01:45:00 3:15:00 11700.0")\n\tfmt.Println("7 Monday 06 May 2024, 07:08 AM False")\n\tfmt.Println("2024-01-01T00:00:00+00:00 2024-01-02 12:00:00+00:00 -1 day, 0:00:05 8.0")\n\tfmt.Println("2024-05-06 07:08:09.250000")\n}\n`,
      from: ["python"],
    },
  ],
});

/** The constructor of `datetime`, with the parts that are given. */
function moments(): readonly LibraryRow[] {
  const more = ["h", "i", "s", "u"] as const;
  const types = Object.fromEntries(["y", "m", "d", ...more].map((name) => [name, "int"]));
  return [0, 1, 2, 3, 4].flatMap((count) => {
    const given = more.slice(0, count);
    const places = [...given.map((name) => `$${name}`), "0", "0", "0", "0"].slice(0, 3).join(", ");
    const used = Object.fromEntries(
      Object.entries(types).filter(([name]) => !more.includes(name as "h") || given.includes(name as "h")),
    );
    const fraction = count === 4 ? "1000*$u" : "0";
    const listed = ["$y", "$m", "$d", ...given.map((name) => `$${name}`)].join(", ");
    const go = (location: string): string => `time.Date($y, time.Month($m), $d, ${places}, ${fraction}, ${location})`;
    return [
      toGo(`datetime.datetime(${listed})`, go("time.Local"), used, [], { caveats: [range, zone] }),
      toGo(`datetime.datetime(${listed}, tzinfo=datetime.timezone.utc)`, go("time.UTC"), used, [], {
        caveats: [range],
      }),
    ];
  });
}
