import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "parseInteger",
  language: "go",
  source: `// parseInteger reads a number in a base, with or without the prefix that says so; base 0 lets the prefix decide.
func parseInteger(text string, base int) (int, error) {
	digits := strings.ToLower(strings.TrimSpace(text))
	sign := ""
	if strings.HasPrefix(digits, "-") || strings.HasPrefix(digits, "+") {
		sign, digits = digits[:1], digits[1:]
	}
	prefixes := map[int]string{2: "0b", 8: "0o", 16: "0x"}
	if prefix := prefixes[base]; prefix != "" && len(digits) > 2 {
		digits = strings.TrimPrefix(digits, prefix)
	}
	number, err := strconv.ParseInt(sign+strings.ReplaceAll(digits, "_", ""), base, 64)
	return int(number), err
}
`,
  imports: ["strconv", "strings"],
});
