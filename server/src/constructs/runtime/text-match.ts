import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "textMatch",
  language: "go",
  source: `// textMatch is where a pattern was found: the places of the whole and of its groups, in bytes, as pairs.
type textMatch struct {
	text    string
	places  []int
	pattern *regexp.Regexp
}

// group gives the text of a group, which is empty where the group took no part; 0 is the whole.
func (m *textMatch) group(number int) string {
	if m.places[2*number] < 0 {
		return ""
	}
	return m.text[m.places[2*number]:m.places[2*number+1]]
}

// named gives the text of the group of that name.
func (m *textMatch) named(name string) string {
	return m.group(m.pattern.SubexpIndex(name))
}

// place counts the characters before the start (0) or the end (1) of the match.
func (m *textMatch) place(side int) int {
	return utf8.RuneCountInString(m.text[:m.places[side]])
}
`,
  imports: ["regexp", "unicode/utf8"],
});
