import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "asyncEvent",
  language: "go",
  source: `// asyncEvent lets tasks wait until it is set.
type asyncEvent struct {
	isSet   bool
	waiting []*asyncFuture
}

func (e *asyncEvent) wait() error {
	if e.isSet {
		return nil
	}
	return asyncWaitIn(&e.waiting)
}

func (e *asyncEvent) set() {
	e.isSet = true
	asyncWakeAll(&e.waiting)
}`,
  uses: ["asyncWaitIn"],
});
