import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "newUUID",
  language: "go",
  source: `// newUUID gives a random identifier (version 4 of RFC 9562).
func newUUID() string {
	var id [16]byte
	crand.Read(id[:])
	id[6] = id[6]&0x0f | 0x40
	id[8] = id[8]&0x3f | 0x80
	return fmt.Sprintf("%x-%x-%x-%x-%x", id[:4], id[4:6], id[6:8], id[8:10], id[10:])
}
`,
  imports: ["crypto/rand", "fmt"],
});
