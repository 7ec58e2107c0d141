import { defineLibrary, toGo } from "../../lowering/library/row.ts";

const s = { s: "str" };
const reading = {
  fails: ["JSONDecodeError"],
  typed: "@decodeJSON[$R]($s)",
} as const;

export default defineLibrary({
  id: "json",
  title: "Reading JSON: json / package encoding/json",
  rows: [
    toGo("json.loads($s)", "@parseJSON($s)", s, [], reading),
    toGo("json.loads($s)", "@parseJSON(string($s))", { s: "bytes" }, [], {
      fails: ["JSONDecodeError"],
      typed: "@decodeJSON[$R](string($s))",
    }),
  ],
  programs: [
    {
      title: "Reading numbers",
      python: `import json\n\n\ndef total(text: str) -> int:\n    prices: dict[str, int] = json.loads(text)\n    return sum(prices.values())\n\n\nprint(total('{"a": 1, "b": 2}'))\n`,
      go: `package main\n\nimport (\n\t"encoding/json"\n\t"fmt"\n)\n\nfunc total(text string) (int, error) {\n\tvar prices map[string]int\n\tif err := json.Unmarshal([]byte(text), &prices); err != nil {\n\t\treturn 0, err\n\t}\n\tsum := 0\n\tfor _, price := range prices {\n\t\tsum += price\n\t}\n\treturn sum, nil\n}\n\nfunc main() {\n\tfmt.Println(total(\`{"a": 1, "b": 2}\`))\n}\n`
        .replace("fmt.Println(total(", "sum, _ := (total(")
        .replace("`))\n}\n", "`))\n\tfmt.Println(sum)\n}\n"),
      from: ["python"],
    },
  ],
});
