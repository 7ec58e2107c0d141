import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "mapWork",
  language: "go",
  source: `// mapWork lets the pool run work for each item and gives the results in order, or the first error.
func mapWork[T, R any](p *workerPool, work func(T) (R, error), items []T) ([]R, error) {
	futures := make([]*poolFuture[R], len(items))
	for i, item := range items {
		futures[i] = submitWork(p, func() (R, error) { return work(item) })
	}
	results := make([]R, len(items))
	for i, f := range futures {
		var err error
		if results[i], err = f.result(); err != nil {
			return nil, err
		}
	}
	return results, nil
}`,
  uses: ["workerPool"],
});
