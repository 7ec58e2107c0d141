import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "asyncCancelRest",
  language: "go",
  source: `// asyncCancelRest cancels the tasks that still run when the main one ends, and lets them clean up.
func asyncCancelRest() {
	rest := slices.Clone(asyncLoop.tasks)
	for _, task := range rest {
		task.cancel()
	}
	for _, task := range rest {
		_ = task.wait()
	}
}
`,
  uses: ["asyncEventLoop"],
  imports: ["slices"],
});
