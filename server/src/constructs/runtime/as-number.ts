import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "asNumber",
  language: "go",
  source: `// asNumber gives what a number is worth; true and false are numbers in Python.
func asNumber(value any) (complex128, bool) {
	switch v := value.(type) {
	case bool:
		if v {
			return 1, true
		}
		return 0, true
	case int:
		return complex(float64(v), 0), true
	case float64:
		return complex(v, 0), true
	case complex128:
		return v, true
	}
	return 0, false
}
`,
});
