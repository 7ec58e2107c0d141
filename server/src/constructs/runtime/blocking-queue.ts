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
	push       func(item T)
	pop        func() T
}

func newBlockingQueue[T any](limit int) *blockingQueue[T] {
	q := &blockingQueue[T]{limit: limit}
	q.changed = sync.NewCond(&q.mu)
	q.push = func(item T) { q.items = append(q.items, item) }
	q.pop = func() T {
		item := q.items[0]
		q.items = q.items[1:]
		return item
	}
	return q
}

func (q *blockingQueue[T]) put(item T) {
	q.tryPut(item, -1)
}

// tryPut adds an item if there is room for it before limit is over; a negative limit is never over.
func (q *blockingQueue[T]) tryPut(item T, limit time.Duration) bool {
	q.mu.Lock()
	defer q.mu.Unlock()
	if !q.await(limit, func() bool { return q.limit <= 0 || len(q.items) < q.limit }) {
		return false
	}
	q.push(item)
	q.unfinished++
	q.changed.Broadcast()
	return true
}

func (q *blockingQueue[T]) await(limit time.Duration, isReady func() bool) bool {
	isOver := limit == 0
	if limit > 0 {
		timer := time.AfterFunc(limit, func() {
			q.mu.Lock()
			defer q.mu.Unlock()
			isOver = true
			q.changed.Broadcast()
		})
		defer timer.Stop()
	}
	for !isReady() {
		if isOver {
			return false
		}
		q.changed.Wait()
	}
	return true
}

func (q *blockingQueue[T]) get() T {
	item, _ := q.tryGet(-1)
	return item
}

// tryGet gives an item if there is one before limit is over; a negative limit is never over.
func (q *blockingQueue[T]) tryGet(limit time.Duration) (item T, ok bool) {
	q.mu.Lock()
	defer q.mu.Unlock()
	if !q.await(limit, func() bool { return len(q.items) > 0 }) {
		return item, false
	}
	item = q.pop()
	q.changed.Broadcast()
	return item, true
}

func (q *blockingQueue[T]) isFull() bool {
	return q.limit > 0 && q.size() >= q.limit
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
