import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "fileSize",
  language: "go",
  source: `// fileSize gives the size of a file in bytes.
func fileSize(path string) (int, error) {
	info, err := os.Stat(path)
	if err != nil {
		return 0, err
	}
	return int(info.Size()), nil
}
`,
  imports: ["os"],
});
