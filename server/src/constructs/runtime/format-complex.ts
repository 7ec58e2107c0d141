import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "formatComplex",
  language: "go",
  source: `// formatComplex writes a number as Python does: (1+2j), 2j, (0.5-0j).
func formatComplex(value complex128) string {
	part := func(part float64) string { return strings.TrimSuffix(formatFloat(part), ".0") }
	imaginary := part(imag(value)) + "j"
	if real(value) == 0 && !math.Signbit(real(value)) {
		return imaginary
	}
	if imaginary[0] != '-' {
		imaginary = "+" + imaginary
	}
	return "(" + part(real(value)) + imaginary + ")"
}
`,
  uses: ["formatFloat"],
  imports: ["math", "strings"],
});
