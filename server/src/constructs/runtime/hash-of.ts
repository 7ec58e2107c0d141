import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "hashOf",
  language: "go",
  source: `// hashOf begins a digest with data.
func hashOf(h hash.Hash, data []byte) hash.Hash {
	h.Write(data)
	return h
}
`,
  imports: ["hash"],
});
