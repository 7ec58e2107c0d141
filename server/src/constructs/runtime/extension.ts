import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "extension",
  language: "go",
  source: `// extension gives what follows the last dot of a file's name, with the dot; a name that begins with it has none.
func extension(path string) string {
	name := path[strings.LastIndex(path, "/")+1:]
	return filepath.Ext(strings.TrimLeft(name, "."))
}
`,
  imports: ["path/filepath", "strings"],
});
