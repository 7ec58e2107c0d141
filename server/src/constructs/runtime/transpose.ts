import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "transpose",
  language: "go",
  source: `// transpose turns rows into columns, as many as the shortest row has elements.
func transpose[T any](rows [][]T) [][]T {
	columns := [][]T{}
	for i := 0; len(rows) > 0; i++ {
		column := make([]T, 0, len(rows))
		for _, row := range rows {
			if i >= len(row) {
				return columns
			}
			column = append(column, row[i])
		}
		columns = append(columns, column)
	}
	return columns
}
`,
});
