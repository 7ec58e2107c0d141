import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "asyncCondition",
  language: "go",
  source: `// asyncCondition lets tasks wait for each other's changes to what its lock guards.
type asyncCondition struct {
	*asyncSemaphore
	sleepers []*asyncFuture
}

func (c *asyncCondition) wait() error {
	c.release()
	err := asyncWaitIn(&c.sleepers)
	for {
		again := c.acquire()
		if again == nil {
			return err
		}
		err = again
	}
}

func (c *asyncCondition) waitFor(holds func() bool) error {
	for !holds() {
		if err := c.wait(); err != nil {
			return err
		}
	}
	return nil
}

func (c *asyncCondition) notify(count int) {
	for range min(count, len(c.sleepers)) {
		asyncWakeFirst(&c.sleepers)
	}
}`,
  uses: ["asyncWaitIn", "asyncSemaphore"],
});
