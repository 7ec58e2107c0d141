import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "startRoutine",
  language: "go",
  source: `// startRoutine runs work in a goroutine and gives a function that waits for its end.
func startRoutine(work func()) func() {
	done := make(chan struct{})
	go func() {
		defer close(done)
		work()
	}()
	return func() { <-done }
}
`,
});
