import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "asyncThread",
  language: "go",
  source: `// asyncThread runs work beside the tasks.
func asyncThread[T any](work func() (T, error)) (T, error) {
	ended := &asyncFuture{}
	var value T
	var err error
	go func() {
		value, err = work()
		asyncLoop.finished <- func() { ended.finish(err) }
	}()
	if stopped := ended.wait(); stopped != nil {
		var none T
		return none, stopped
	}
	return value, nil
}`,
  uses: ["asyncEventLoop"],
});
