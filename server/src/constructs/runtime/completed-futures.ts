import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "completedFutures",
  language: "go",
  source: `// completedFutures gives the futures in the order in which they end.
func completedFutures[T any](futures []*poolFuture[T]) iter.Seq[*poolFuture[T]] {
	ended := make(chan *poolFuture[T], len(futures))
	for _, f := range futures {
		go func() {
			<-f.ended
			ended <- f
		}()
	}
	return func(yield func(*poolFuture[T]) bool) {
		for range futures {
			if !yield(<-ended) {
				return
			}
		}
	}
}`,
  uses: ["workerPool"],
  imports: ["iter"],
});
