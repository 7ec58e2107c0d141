import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "threadBarrier",
  language: "go",
  source: `// threadBarrier holds goroutines back until as many as it is for have come.
type threadBarrier struct {
	mu      sync.Mutex
	parties int
	waiting int
	open    chan struct{}
}

func newThreadBarrier(parties int) *threadBarrier {
	return &threadBarrier{parties: parties, open: make(chan struct{})}
}

// wait tells the goroutines of one round apart by their numbers.
func (b *threadBarrier) wait() int {
	b.mu.Lock()
	number, open := b.waiting, b.open
	if b.waiting++; b.waiting == b.parties {
		b.waiting, b.open = 0, make(chan struct{})
		close(open)
	}
	b.mu.Unlock()
	<-open
	return number
}
`,
  imports: ["sync"],
});
