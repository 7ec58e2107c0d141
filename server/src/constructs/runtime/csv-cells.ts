import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "csvCells",
  language: "go",
  source: `// csvCells writes the values of a row as Python's csv does: None is empty.
func csvCells[T any](values []T) []string {
	cells := make([]string, len(values))
	for at, value := range values {
		cell := reflect.ValueOf(value)
		if !cell.IsValid() || cell.Kind() == reflect.Pointer && cell.IsNil() {
			continue
		}
		if cell.Kind() == reflect.Pointer && cell.Elem().Kind() != reflect.Struct {
			cell = cell.Elem()
		}
		cells[at] = formatAny(cell.Interface())
	}
	return cells
}
`,
  uses: ["formatAny"],
  imports: ["reflect"],
});
