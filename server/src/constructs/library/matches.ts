import { defineLibrary, toGo } from "../../lowering/library/row.ts";

const match = { m: "re.Match" };
const pattern = { r: "re.Pattern", s: "str" };
const missing = {
  caveats: [
    {
      code: "missing-group",
      severity: "note",
      message: "A group that took no part gives None in Python and an empty string here.",
    },
  ],
} as const;
const empty = {
  caveats: [
    {
      code: "empty-matches",
      severity: "note",
      message: "Python also finds an empty match right behind another match; Go does not.",
    },
  ],
} as const;

export default defineLibrary({
  id: "matches",
  title: "Groups and all matches of a pattern: re / package regexp",
  rows: [
    toGo("$m.group($n)", "$m.named($n)", { ...match, n: "str" }, [], missing),
    toGo("$m[$n]", "$m.named($n)", { ...match, n: "str" }, [], missing),
    toGo("$m[$n]", "$m.group($n)", { ...match, n: "int" }, [], missing),
    toGo("$r.finditer($s)", "@allMatches($r, $s)", pattern, [], empty),
    toGo("re.finditer($p, $s)", "@allMatches(regexp.MustCompile($p), $s)", { p: "str", s: "str" }, [], {
      where: { p: "consuming" },
    }),
  ],
});
