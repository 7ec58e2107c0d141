import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "jsonObject",
  language: "go",
  source: `// jsonMember is a name in an object of JSON with its value.
type jsonMember struct {
	Name  string
	Value any
}

// jsonObject is an object of JSON whose members keep their order.
type jsonObject []jsonMember
`,
});
