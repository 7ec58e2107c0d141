import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "randomBytes",
  language: "go",
  source: `// randomBytes gives bytes that cannot be guessed.
func randomBytes(count int) []byte {
	data := make([]byte, count)
	crand.Read(data)
	return data
}
`,
  imports: ["crypto/rand"],
});
