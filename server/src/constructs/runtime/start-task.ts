import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "startTask",
  language: "go",
  source: `// startTask runs work in a goroutine and gives a function that waits for its result.
func startTask[T any](work func() T) func() T {
	done := make(chan struct{})
	var result T
	go func() {
		defer close(done)
		result = work()
	}()
	return func() T {
		<-done
		return result
	}
}
`,
});
