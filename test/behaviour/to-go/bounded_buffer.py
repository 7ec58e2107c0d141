"""A bounded buffer with a condition variable."""
import threading
from collections import deque


class BoundedBuffer:
    def __init__(self, capacity: int):
        self._items = deque()
        self._capacity = capacity
        self._changed = threading.Condition()
        self._closed = False

    def put(self, item):
        with self._changed:
            self._changed.wait_for(lambda: len(self._items) < self._capacity or self._closed)
            if self._closed:
                raise RuntimeError("buffer is closed")
            self._items.append(item)
            self._changed.notify_all()

    def get(self):
        with self._changed:
            while not self._items and not self._closed:
                self._changed.wait()
            if not self._items:
                return None
            item = self._items.popleft()
            self._changed.notify_all()
            return item

    def close(self):
        with self._changed:
            self._closed = True
            self._changed.notify_all()


def producer(buffer, start, count):
    for value in range(start, start + count):
        buffer.put(value)


def consumer(buffer, results, lock):
    while (value := buffer.get()) is not None:
        with lock:
            results.append(value * value)


def main():
    buffer = BoundedBuffer(2)
    results = []
    lock = threading.Lock()
    consumers = [threading.Thread(target=consumer, args=(buffer, results, lock)) for _ in range(2)]
    producers = [threading.Thread(target=producer, args=(buffer, base, 4)) for base in (0, 10)]
    for t in consumers + producers:
        t.start()
    for t in producers:
        t.join()
    buffer.close()
    for t in consumers:
        t.join()
    print(sorted(results))
    try:
        buffer.put(1)
    except RuntimeError as exc:
        print("refused:", exc)


if __name__ == "__main__":
    main()
