import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "digest",
  language: "go",
  source: `// digest gives the digest of data.
func digest(h hash.Hash, data []byte) []byte {
	h.Write(data)
	return h.Sum(nil)
}
`,
  imports: ["hash"],
});
