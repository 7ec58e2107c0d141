import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "asyncGroup",
  language: "go",
  source: `// asyncGroup holds tasks that end together: when one fails, the others are cancelled.
type asyncGroup struct {
	parent *asyncRoutine
	tasks  []*asyncRoutine
	left   int
	errors []error
	isOver bool // the block has ended
	failed bool
	ended  *asyncFuture
}

// inAsyncGroup runs block, then waits for the tasks that it has started in the group.
func inAsyncGroup(block func(*asyncGroup) error) error {
	g := &asyncGroup{parent: asyncLoop.running}
	err := block(g)
	g.isOver = true
	_, isCancelled := err.(*CancelledError)
	if isCancelled && g.failed {
		err = nil
	} else if err != nil && !g.failed {
		g.stop()
	}
	for g.left > 0 {
		g.ended = &asyncFuture{}
		if stopped := g.ended.wait(); stopped != nil && !g.failed {
			err, isCancelled = stopped, true
			g.stop()
		}
	}
	if isCancelled && err != nil && len(g.errors) == 0 {
		return err
	}
	if err != nil && !isCancelled {
		g.errors = append(g.errors, err)
	}
	if len(g.errors) == 0 {
		return nil
	}
	return &ExceptionGroup{"unhandled errors in a TaskGroup", g.errors}
}

func (g *asyncGroup) add(r *asyncRoutine) {
	g.left++
	g.tasks = append(g.tasks, r)
	r.whenDone(func() {
		g.left--
		if g.left == 0 && g.ended != nil {
			g.ended.finish(nil)
		}
		if _, ok := r.err.(*CancelledError); ok || r.err == nil {
			return
		}
		g.errors = append(g.errors, r.err)
		if !g.failed {
			g.stop()
			if !g.isOver {
				g.parent.cancel()
			}
		}
	})
}

func (g *asyncGroup) stop() {
	g.failed = true
	for _, r := range g.tasks {
		r.cancel()
	}
}`,
  uses: ["asyncEventLoop", "ExceptionGroup", "CancelledError"],
});
