import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "modified",
  language: "go",
  source: `// modified gives when a file was last changed, in seconds since 1970.
func modified(path string) (float64, error) {
	info, err := os.Stat(path)
	if err != nil {
		return 0, err
	}
	return float64(info.ModTime().UnixNano()) / 1e9, nil
}
`,
  imports: ["os"],
});
