import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "threadSemaphore",
  language: "go",
  source: `// threadSemaphore lets as many goroutines through as it has room for.
type threadSemaphore chan struct{}

func (s threadSemaphore) Lock() {
	s <- struct{}{}
}

func (s threadSemaphore) Unlock() {
	<-s
}`,
});
