import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "encodeQuery",
  language: "go",
  source: `// encodeQuery writes the parameters of a query.
func encodeQuery(parameters map[string]string) string {
	values := url.Values{}
	for name, value := range parameters {
		values.Set(name, value)
	}
	return values.Encode()
}
`,
  imports: ["net/url"],
});
