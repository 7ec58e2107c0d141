import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "makeTranslation",
  language: "go",
  source: `// makeTranslation pairs each character of from with the one of to at its place; those of without are taken away.
func makeTranslation(from, to, without string) (map[int]string, error) {
	table, others := map[int]string{}, []rune(to)
	if len(others) != utf8.RuneCountInString(from) {
		return nil, errors.New("the first two maketrans arguments must have equal length")
	}
	for i, r := range []rune(from) {
		table[int(r)] = string(others[i])
	}
	for _, r := range without {
		table[int(r)] = ""
	}
	return table, nil
}
`,
  imports: ["errors", "unicode/utf8"],
});
