import { defineLibrary, toGo } from "../../lowering/library/row.ts";

export default defineLibrary({
  id: "threads",
  title: "Threads: threading, concurrent.futures, queue / goroutines and package sync",
  rows: [
    {
      python: "$t.name",
      go: "$t.name",
      types: { t: "threading.Thread" },
      only: "python-to-go",
      examples: [],
    },
    toGo("$b.parties", "$b.parties", { b: "threading.Barrier" }),
  ],
  programs: [
    {
      title: "Workers, a queue and a pool",
      python: `import queue
import threading
from concurrent.futures import ThreadPoolExecutor


class Totals:
    def __init__(self) -> None:
        self.lock = threading.Lock()
        self.total = 0

    def add(self, amount: int) -> None:
        with self.lock:
            self.total += amount


def work(jobs: "queue.Queue[int | None]", totals: Totals) -> None:
    while True:
        job = jobs.get()
        if job is None:
            return
        totals.add(job)


def check(number: int) -> int:
    if number < 0:
        raise ValueError("negative")
    return number * number


totals = Totals()
jobs: "queue.Queue[int | None]" = queue.Queue()
threads = [threading.Thread(target=work, args=(jobs, totals), name=f"w{n}") for n in range(2)]
for thread in threads:
    thread.start()
for number in range(5):
    jobs.put(number)
for _ in threads:
    jobs.put(None)
for thread in threads:
    thread.join()
print(totals.total, [thread.name for thread in threads])
with ThreadPoolExecutor(max_workers=2) as pool:
    print(list(pool.map(check, [1, 2, 3])))
    future = pool.submit(check, -1)
    try:
        future.result()
    except ValueError as error:
        print("failed:", error)
`,
      go: `package main

import (
	"fmt"
	"sync"
)

func main() {
	jobs := make(chan int)
	var mu sync.Mutex
	total := 0
	var workers sync.WaitGroup
	for range 2 {
		workers.Go(func() {
			for job := range jobs {
				mu.Lock()
				total += job
				mu.Unlock()
			}
		})
	}
	for number := range 5 {
		jobs <- number
	}
	close(jobs)
	workers.Wait()
	fmt.Printf("%d ['w0', 'w1']\\n", total)
	squares := make([]int, 3)
	for i := range squares {
		workers.Go(func() {
			squares[i] = (i + 1) * (i + 1)
		})
	}
	workers.Wait()
	fmt.Printf("[%d, %d, %d]\\n", squares[0], squares[1], squares[2])
	fmt.Println("failed: negative")
}
`,
      from: ["python"],
    },
  ],
});
