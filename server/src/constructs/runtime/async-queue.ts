import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "asyncQueue",
  language: "go",
  source: `// asyncQueue hands items from tasks to tasks in order; with a limit, put waits for room.
type asyncQueue[T any] struct {
	items      []T
	limit      int
	unfinished int
	push       func(item T)
	pop        func() T
	getters    []*asyncFuture
	putters    []*asyncFuture
	joiners    []*asyncFuture
}

func (q *asyncQueue[T]) get() (T, error) {
	for len(q.items) == 0 {
		if err := asyncWaitIn(&q.getters); err != nil {
			if len(q.items) > 0 {
				asyncWakeFirst(&q.getters)
			}
			var none T
			return none, err
		}
	}
	return q.take(), nil
}

func (q *asyncQueue[T]) put(item T) error {
	for q.isFull() {
		if err := asyncWaitIn(&q.putters); err != nil {
			if !q.isFull() {
				asyncWakeFirst(&q.putters)
			}
			return err
		}
	}
	q.add(item)
	return nil
}

func (q *asyncQueue[T]) isFull() bool { return q.limit > 0 && len(q.items) >= q.limit }

func (q *asyncQueue[T]) take() T {
	defer asyncWakeFirst(&q.putters)
	if q.pop != nil {
		return q.pop()
	}
	item := q.items[0]
	q.items = q.items[1:]
	return item
}

func (q *asyncQueue[T]) add(item T) {
	if q.push != nil {
		q.push(item)
	} else {
		q.items = append(q.items, item)
	}
	q.unfinished++
	asyncWakeFirst(&q.getters)
}

// done says that an item is dealt with.
func (q *asyncQueue[T]) done() {
	if q.unfinished--; q.unfinished == 0 {
		asyncWakeAll(&q.joiners)
	}
}

// join waits until all items are dealt with.
func (q *asyncQueue[T]) join() error {
	for q.unfinished > 0 {
		if err := asyncWaitIn(&q.joiners); err != nil {
			return err
		}
	}
	return nil
}`,
  uses: ["asyncWaitIn"],
});
