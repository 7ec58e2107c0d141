import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "asyncWaitIn",
  language: "go",
  source: `// asyncWaitIn waits in a queue of waiting tasks.
func asyncWaitIn(waiting *[]*asyncFuture) error {
	turn := &asyncFuture{}
	*waiting = append(*waiting, turn)
	err := turn.wait()
	if i := slices.Index(*waiting, turn); i >= 0 {
		*waiting = slices.Delete(*waiting, i, i+1)
	}
	return err
}

// asyncWakeFirst lets the first task that waits go on.
func asyncWakeFirst(waiting *[]*asyncFuture) {
	for len(*waiting) > 0 {
		turn := (*waiting)[0]
		*waiting = (*waiting)[1:]
		if !turn.done {
			turn.finish(nil)
			return
		}
	}
}

func asyncWakeAll(waiting *[]*asyncFuture) {
	for len(*waiting) > 0 {
		asyncWakeFirst(waiting)
	}
}`,
  uses: ["asyncEventLoop"],
  imports: ["slices"],
});
