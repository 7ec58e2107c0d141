import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "groupDigits",
  language: "go",
  source: `// groupDigits puts a separator between groups of three digits of the integral part.
func groupDigits(number, separator string) string {
	start := len(number) - len(strings.TrimLeft(number, "+- "))
	end := start + len(number[start:])
	if point := strings.IndexAny(number, ".e%"); point >= 0 {
		end = point
	}
	var grouped strings.Builder
	for i := start; i < end; i++ {
		if i > start && (end-i)%3 == 0 {
			grouped.WriteString(separator)
		}
		grouped.WriteByte(number[i])
	}
	return number[:start] + grouped.String() + number[end:]
}
`,
  imports: ["strings"],
});
