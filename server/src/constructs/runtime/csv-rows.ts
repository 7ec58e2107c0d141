import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "csvRows",
  language: "go",
  source: `// csvRows gives the rows of a text in CSV, which may be of different lengths.
func csvRows(reader io.Reader) (iter.Seq[[]string], error) {
	rows := csv.NewReader(reader)
	rows.FieldsPerRecord = -1
	all, err := rows.ReadAll()
	return slices.Values(all), err
}
`,
  imports: ["encoding/csv", "io", "iter", "slices"],
});
