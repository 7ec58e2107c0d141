import { both, defineLibrary, toGo, toPython, type LibraryRow } from "../../lowering/library/row.ts";

const fine = {
  code: "nanoseconds",
  severity: "note",
  message: "Python's times and durations count microseconds; Go's count nanoseconds.",
} as const;
const d = { d: "time.Duration" };
const t = { t: "time.Time" };

const months = "January February March April May June July August September October November December".split(" ");
const days = "Sunday Monday Tuesday Wednesday Thursday Friday Saturday".split(" ");
const units: readonly (readonly [go: string, python: string])[] = [
  ["Hour", "hours=$n"],
  ["Minute", "minutes=$n"],
  ["Second", "seconds=$n"],
  ["Millisecond", "milliseconds=$n"],
  ["Microsecond", "microseconds=$n"],
  ["Nanosecond", "microseconds=$n / 1000"],
];

/** A unit, and a number of them: a constant, or converted. */
const durations = units.flatMap(([unit, python]): readonly LibraryRow[] => [
  toPython(`datetime.timedelta(${python})`, `$n * time.${unit}`, {}, [], { where: { n: "literal" } }),
  toPython(`datetime.timedelta(${python})`, `time.Duration($n) * time.${unit}`, { n: "int" }),
  toPython(`datetime.timedelta(${python})`, `time.${unit} * time.Duration($n)`, { n: "int" }),
  toPython(`datetime.timedelta(${python})`, `time.Duration($n * float64(time.${unit}))`, { n: "float" }),
  toPython(`datetime.timedelta(${python.replace("$n", "1")})`, `time.${unit}`),
]);

export default defineLibrary({
  id: "time",
  title: "Times: time, datetime / package time",
  rows: [
    toGo("time.time()", "float64(time.Now().UnixNano()) / 1e9"),
    toPython("int(time.time())", "time.Now().Unix()"),
    toPython("time.time_ns() // 1_000_000", "time.Now().UnixMilli()"),
    both("time.time_ns()", "time.Now().UnixNano()", {}, [], { only: "go-to-python" }),
    toGo("time.time_ns()", "int(time.Now().UnixNano())"),
    toGo("time.monotonic()", "@monotonic()"),
    toGo("time.perf_counter()", "@monotonic()"),
    toGo("time.process_time()", "@monotonic()", {}, [], {
      caveats: [
        {
          code: "process-time",
          severity: "note",
          message: "Go has no clock of the processor's time; this one runs on.",
        },
      ],
    }),
    toGo("time.strftime($f)", "time.Now().Format(@layout($f))", { f: "str" }, [], { where: { f: "timeFormat" } }),
    toGo("time.ctime()", "time.Now().Format(time.ANSIC)"),
    ...durations,
    toPython("datetime.datetime.now().astimezone()", "time.Now()", {}, [], { caveats: [fine] }),
    toPython("datetime.datetime.now(datetime.timezone.utc)", "time.Now().UTC()", {}, [], { caveats: [fine] }),
    toPython("datetime.datetime.now().astimezone() - $t", "time.Since($t)", t, [], { caveats: [fine] }),
    toPython("$t - datetime.datetime.now().astimezone()", "time.Until($t)", t, [], { caveats: [fine] }),
    toPython(
      "@make_time($y, $m, $d, $h, $i, $s, $n, datetime.timezone.utc)",
      "time.Date($y, $m, $d, $h, $i, $s, $n, time.UTC)",
    ),
    toPython("@make_time($y, $m, $d, $h, $i, $s, $n, None)", "time.Date($y, $m, $d, $h, $i, $s, $n, time.Local)"),
    toPython("datetime.datetime.fromtimestamp($s + $n / 1e9).astimezone()", "time.Unix($s, $n)", {
      s: "int",
      n: "int",
    }),
    toPython("datetime.datetime.fromtimestamp($n / 1000).astimezone()", "time.UnixMilli($n)", { n: "int" }),
    toPython("@parse_rfc3339($s)", "time.Parse(time.RFC3339, $s)", { s: "str" }, [], { fails: ["ValueError"] }),
    toPython(
      "datetime.datetime.strptime($s, @parse_format($f)).replace(tzinfo=datetime.timezone.utc)",
      "time.Parse($f, $s)",
      { s: "str", f: "str" },
      [],
      { where: { f: "timeLayoutRead" }, fails: ["ValueError"] },
    ),
    toPython(
      "datetime.datetime.strptime($s, @parse_format($f)).astimezone()",
      "time.ParseInLocation($f, $s, time.Local)",
      { s: "str", f: "str" },
      [],
      { where: { f: "timeLayoutRead" }, fails: ["ValueError"] },
    ),
    toPython("@parse_duration($s)", "time.ParseDuration($s)", { s: "str" }, [], { fails: ["ValueError"] }),
    toPython("@format_rfc3339($t)", "$t.Format(time.RFC3339)", t),
    toPython("$t.strftime(@time_format($f))", "$t.Format($f)", { ...t, f: "str" }, [], { where: { f: "timeLayout" } }),
    toPython("$t.year", "$t.Year()", t),
    toPython("$t.month", "$t.Month()", t),
    toPython("$t.day", "$t.Day()", t),
    toPython("$t.hour", "$t.Hour()", t),
    toPython("$t.minute", "$t.Minute()", t),
    toPython("$t.second", "$t.Second()", t),
    toPython("$t.microsecond * 1000", "$t.Nanosecond()", t, [], { caveats: [fine] }),
    toPython("$t.isoweekday() % 7", "$t.Weekday()", t),
    toPython("$t.timetuple().tm_yday", "$t.YearDay()", t),
    toPython("tuple($t.isocalendar())[:2]", "$t.ISOWeek()", t),
    toPython("math.floor($t.timestamp())", "$t.Unix()", t),
    toPython(
      "($t - datetime.datetime(1970, 1, 1, tzinfo=datetime.timezone.utc)) // datetime.timedelta(milliseconds=1)",
      "$t.UnixMilli()",
      t,
    ),
    toPython(
      "($t - datetime.datetime(1970, 1, 1, tzinfo=datetime.timezone.utc)) // datetime.timedelta(microseconds=1)",
      "$t.UnixMicro()",
      t,
    ),
    toPython(
      "($t - datetime.datetime(1970, 1, 1, tzinfo=datetime.timezone.utc)) // datetime.timedelta(microseconds=1) * 1000",
      "$t.UnixNano()",
      t,
      [],
      { caveats: [fine] },
    ),
    toPython("$t + $d", "$t.Add($d)", { ...t, ...d }),
    toPython("$t - $u", "$t.Sub($u)", { ...t, u: "time.Time" }),
    toPython("@add_date($t, $y, $m, $d)", "$t.AddDate($y, $m, $d)", t),
    toPython("$t < $u", "$t.Before($u)", { ...t, u: "time.Time" }),
    toPython("$t > $u", "$t.After($u)", { ...t, u: "time.Time" }),
    toPython("$t == $u", "$t.Equal($u)", { ...t, u: "time.Time" }),
    toPython("($t > $u) - ($t < $u)", "$t.Compare($u)", { ...t, u: "time.Time" }),
    toPython("$t.astimezone(datetime.timezone.utc)", "$t.UTC()", t),
    toPython("$t.astimezone()", "$t.Local()", t),
    toPython("@truncate_time($t, $d)", "$t.Truncate($d)", { ...t, ...d }),
    toPython("($t.year, $t.month, $t.day)", "$t.Date()", t),
    toPython("($t.hour, $t.minute, $t.second)", "$t.Clock()", t),
    toPython("$d.total_seconds()", "$d.Seconds()", d),
    toPython("$d / datetime.timedelta(minutes=1)", "$d.Minutes()", d),
    toPython("$d / datetime.timedelta(hours=1)", "$d.Hours()", d),
    toPython("int($d / datetime.timedelta(milliseconds=1))", "$d.Milliseconds()", d),
    toPython("$d // datetime.timedelta(microseconds=1)", "$d.Microseconds()", d),
    toPython("$d // datetime.timedelta(microseconds=1) * 1000", "$d.Nanoseconds()", d, [], { caveats: [fine] }),
    toPython("@format_duration($d)", "$d.String()", d),
    toPython("abs($d)", "$d.Abs()", d),
    toPython("int($d / $m) * $m", "$d.Truncate($m)", { d: "time.Duration", m: "time.Duration" }),
    toPython("@round_duration($d, $m)", "$d.Round($m)", { d: "time.Duration", m: "time.Duration" }),
    ...["int", "int64"].flatMap((type) => [
      toPython("int($a / $b)", `${type}($a / $b)`, { a: "time.Duration", b: "time.Duration" }),
      toPython("$d // datetime.timedelta(microseconds=1) * 1000", `${type}($d)`, d),
    ]),
    toPython("$d / datetime.timedelta(microseconds=1) * 1e3", "float64($d)", d),
    toPython("$a / $b", "float64($a) / float64($b)", { a: "time.Duration", b: "time.Duration" }),
    toPython("$d * $n", "time.Duration(float64($d) * $n)", { ...d, n: "float" }, [], { caveats: [fine] }),
    toPython("$d * $n", "$d * time.Duration($n)", { ...d, n: "int" }),
    toPython("$n * $d", "time.Duration($n) * $d", { ...d, n: "int" }),
    toPython("$d / $n", "$d / time.Duration($n)", { ...d, n: "int" }, [], { caveats: [fine] }),
    toPython("$d / $n", "$d / $n", d, [], { where: { n: "literal" }, caveats: [fine] }),
    toPython("datetime.timedelta(microseconds=$n / 1000)", "time.Duration($n)", { n: "float" }, [], {
      caveats: [fine],
    }),
    ...months.map((name, i) => toPython(`${i + 1}`, `time.${name}`)),
    ...days.map((name, i) => toPython(`${i}`, `time.${name}`)),
    toPython("calendar.month_name[$m]", "$m.String()", { m: "time.Month" }),
    toPython("calendar.day_name[($w - 1) % 7]", "$w.String()", { w: "time.Weekday" }),
  ],
  types: [
    { python: "builtins.int", go: "time.Month", only: "go-to-python", goText: "calendar.month_name[$x]" },
    { python: "builtins.int", go: "time.Weekday", only: "go-to-python", goText: "calendar.day_name[($x - 1) % 7]" },
    { python: "datetime.timedelta", go: "time.Duration", only: "go-to-python", goText: "@format_duration($x)" },
    { python: "datetime.datetime", go: "time.Time", only: "go-to-python", goText: "@show_time($x)" },
  ],
  programs: [
    {
      title: "A report of times",
      python: `print("2024-03-10 09:30 Sunday 70")\nprint("2024-03-11T11:15:00Z 1h45m0s 105.0 true")\nprint("Monday March 11 90s")\n`,
      go: `package main\n\nimport (\n\t"fmt"\n\t"time"\n)\n\nconst step = 15 * time.Minute\n\nfunc main() {\n\tstart := time.Date(2024, time.March, 10, 9, 30, 0, 0, time.UTC)\n\tfmt.Println(start.Format("2006-01-02 15:04"), start.Weekday(), start.YearDay())\n\tend := start.AddDate(0, 0, 1).Add(7 * step)\n\tleft := end.Sub(start) - 24*time.Hour\n\tfmt.Printf("%s %v %.1f %t\\n", end.Format(time.RFC3339), left, left.Minutes(), end.After(start))\n\tfmt.Println(end.Weekday(), end.Month(), end.Day(), fmt.Sprintf("%ds", int((90*time.Second).Seconds())))\n}\n`,
      from: ["go"],
    },
  ],
});
