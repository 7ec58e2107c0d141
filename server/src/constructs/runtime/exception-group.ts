import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "ExceptionGroup",
  language: "go",
  source: `// ExceptionGroup reports several errors that came up side by side.
type ExceptionGroup struct {
	Message string
	Errors  []error
}

func (e *ExceptionGroup) Error() string {
	if len(e.Errors) == 1 {
		return e.Message + " (1 sub-exception)"
	}
	return fmt.Sprintf("%s (%d sub-exceptions)", e.Message, len(e.Errors))
}`,
  imports: ["fmt"],
});
