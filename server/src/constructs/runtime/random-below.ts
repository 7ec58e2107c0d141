import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "randomBelow",
  language: "go",
  source: `// randomBelow gives a number below the limit that cannot be guessed.
func randomBelow(limit int) int {
	number, err := crand.Int(crand.Reader, big.NewInt(int64(limit)))
	if err != nil {
		panic(err)
	}
	return int(number.Int64())
}
`,
  imports: ["crypto/rand", "math/big"],
});
