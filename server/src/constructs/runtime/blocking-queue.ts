import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "blockingQueue",
  language: "go",
  source: `// blockingQueue hands items from goroutines to goroutines in order; with a limit, put waits for room.
type blockingQueue[T any] struct {
	mu         sync.Mutex
	changed    *sync.Cond
	items      []T
	limit      int
	unfinished int
}

func newBlockingQueue[T any](limit int) *blockingQueue[T] {
	q := &blockingQueue[T]{limit: limit}
	q.changed = sync.NewCond(&q.mu)
	return q
}

func (q *blockingQueue[T]) put(item T) {
	q.mu.Lock()
	defer q.mu.Unlock()
	for q.limit > 0 && len(q.items) >= q.limit {
		q.changed.Wait()
	}
	q.items = append(q.items, item)
	q.unfinished++
	q.changed.Broadcast()
}

func (q *blockingQueue[T]) get() T {
	q.mu.Lock()
	defer q.mu.Unlock()
	for len(q.items) == 0 {
		q.changed.Wait()
	}
	return q.take()
}

func (q *blockingQueue[T]) take() T {
	item := q.items[0]
	q.items = q.items[1:]
	q.changed.Broadcast()
	return item
}

// tryGet gives an item if there is one, or if there is one before limit is over.
func (q *blockingQueue[T]) tryGet(limit time.Duration) (item T, ok bool) {
	q.mu.Lock()
	defer q.mu.Unlock()
	over := limit <= 0
	timer := time.AfterFunc(limit, func() {
		q.mu.Lock()
		defer q.mu.Unlock()
		over = true
		q.changed.Broadcast()
	})
	defer timer.Stop()
	for len(q.items) == 0 {
		if over {
			return item, false
		}
		q.changed.Wait()
	}
	return q.take(), true
}

func (q *blockingQueue[T]) size() int {
	q.mu.Lock()
	defer q.mu.Unlock()
	return len(q.items)
}

// done says that an item is dealt with.
func (q *blockingQueue[T]) done() {
	q.mu.Lock()
	defer q.mu.Unlock()
	q.unfinished--
	q.changed.Broadcast()
}

// join waits until all items are dealt with.
func (q *blockingQueue[T]) join() {
	q.mu.Lock()
	defer q.mu.Unlock()
	for q.unfinished > 0 {
		q.changed.Wait()
	}
}`,
  imports: ["sync", "time"],
});
