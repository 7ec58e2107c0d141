import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "csvRecords",
  language: "go",
  source: `// csvRecords gives the rows of a text in CSV by the names in its first row.
func csvRecords(reader io.Reader) (iter.Seq[map[string]string], error) {
	rows := csv.NewReader(reader)
	rows.FieldsPerRecord = -1
	all, err := rows.ReadAll()
	if err != nil {
		return nil, err
	}
	return func(yield func(map[string]string) bool) {
		for at, row := range all {
			record := make(map[string]string, len(row))
			for column, cell := range row[:min(len(row), len(all[0]))] {
				record[all[0][column]] = cell
			}
			if at > 0 && !yield(record) {
				return
			}
		}
	}, nil
}
`,
  imports: ["encoding/csv", "io", "iter"],
});
