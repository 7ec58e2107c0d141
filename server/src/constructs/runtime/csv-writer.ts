import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "csvWriter",
  language: "go",
  source: `// csvWriter writes rows in CSV as Python does: lines end in CR LF, and only what has to be is quoted.
type csvWriter struct {
	out io.Writer
}

// row writes one row.
func (w csvWriter) row(cells []string) error {
	quoted := make([]string, len(cells))
	for at, cell := range cells {
		if strings.ContainsAny(cell, ",\\"\\r\\n") || cell == "" && len(cells) == 1 {
			cell = "\\"" + strings.ReplaceAll(cell, "\\"", "\\"\\"") + "\\""
		}
		quoted[at] = cell
	}
	_, err := io.WriteString(w.out, strings.Join(quoted, ",")+"\\r\\n")
	return err
}

// rows writes several rows.
func (w csvWriter) rows(rows [][]string) error {
	for _, cells := range rows {
		if err := w.row(cells); err != nil {
			return err
		}
	}
	return nil
}
`,
  imports: ["io", "strings"],
});
