import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "HTTPException",
  language: "go",
  source: `// HTTPException is an error that a request is answered with.
type HTTPException struct {
	StatusCode int
	Detail     any
	Headers    map[string]string
}

func (e *HTTPException) Error() string {
	return fmt.Sprintf("%d: %v", e.StatusCode, e.Detail)
}`,
  imports: ["fmt"],
});
