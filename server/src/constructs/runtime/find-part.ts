import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "findPart",
  language: "go",
  source: `// findPart gives the place of the first part of a text, counted in characters, or an error.
func findPart(text, part string) (int, error) {
	at := charIndex(text, part)
	if at < 0 {
		return 0, errors.New("substring not found")
	}
	return at, nil
}
`,
  uses: ["charIndex"],
  imports: ["errors"],
});
