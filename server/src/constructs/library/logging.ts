import { defineLibrary, toGo, type LibraryRow } from "../../lowering/library/row.ts";

const form = {
  caveats: [
    {
      code: "log-form",
      severity: "note",
      message:
        "The lines look different: `INFO:root:message` in Python, date, time, level and message in Go. Python leaves out what is below WARNING until `basicConfig` says otherwise.",
    },
  ],
} as const;
const none = { result: "None" };
const logger = "logging.Logger";
const levels: readonly (readonly [python: string, go: string])[] = [
  ["debug", "Debug"],
  ["info", "Info"],
  ["warning", "Warn"],
  ["error", "Error"],
  ["critical", "Error"],
];
const names: readonly (readonly [python: string, go: string])[] = [
  ["DEBUG", "slog.LevelDebug"],
  ["INFO", "slog.LevelInfo"],
  ["WARNING", "slog.LevelWarn"],
  ["ERROR", "slog.LevelError"],
];

export default defineLibrary({
  id: "logging",
  title: "Logging: logging / package log/slog",
  rows: [
    ...levels.flatMap(([python, go]): readonly LibraryRow[] => [
      toGo(`logging.${python}($m)`, `slog.${go}($m)`, { m: "str", ...none }, [], form),
      toGo(`$l.${python}($m)`, `$l.${go}($m)`, { l: logger, m: "str", ...none }, [], form),
    ]),
    toGo("$l.warn($m)", "$l.Warn($m)", { l: logger, m: "str", ...none }, [], form),
    toGo("$l.exception($m)", "$l.Error($m)", { l: logger, m: "str", ...none }, [], form),
    toGo("logging.exception($m)", "slog.Error($m)", { m: "str", ...none }, [], form),
    toGo("logging.getLogger()", "slog.Default()"),
    toGo("logging.getLogger($n)", 'slog.Default().With("logger", $n)', { n: "str" }, [], form),
    ...names.flatMap(([python, go]): readonly LibraryRow[] => [
      ...["", ", format=$f", ", format=$f, datefmt=$g"].map((options) =>
        toGo(`logging.basicConfig(level=logging.${python}${options})`, `slog.SetLogLoggerLevel(${go})`, none, [], form),
      ),
      toGo(`$l.setLevel(logging.${python})`, `slog.SetLogLoggerLevel(${go})`, { l: logger, ...none }, [], form),
    ]),
  ],
  types: [{ python: logger, go: "slog.Logger", pointer: true }],
  programs: [
    {
      title: "Levels",
      python: `import logging\n\nlogger = logging.getLogger("jobs")\n\n\ndef work(count: int) -> int:\n    if count < 0:\n        logger.warning(f"negative: {count}")\n        return 0\n    logging.info("fine")\n    return count * 2\n\n\nlogging.basicConfig(level=logging.INFO)\nprint(work(2), work(-1))\n`,
      go: `package main\n\nimport (\n\t"fmt"\n\t"log/slog"\n)\n\nfunc work(count int) int {\n\tif count < 0 {\n\t\tslog.Warn(fmt.Sprintf("negative: %d", count))\n\t\treturn 0\n\t}\n\tslog.Info("fine")\n\treturn count * 2\n}\n\nfunc main() {\n\tfmt.Println(work(2), work(-1))\n}\n`,
      from: ["python"],
    },
  ],
});
