import asyncio
import queue
import threading


def work(jobs: "queue.PriorityQueue[tuple[int, str]]", done: "queue.Queue[str]") -> None:
    while True:
        level, name = jobs.get()
        if level > 99:
            return
        done.put(f"{level}:{name}")
        jobs.task_done()


def main() -> None:
    jobs: "queue.PriorityQueue[tuple[int, str]]" = queue.PriorityQueue()
    done: "queue.Queue[str]" = queue.Queue()
    for level, name in [(3, "mail"), (1, "boot"), (2, "scan"), (1, "auth")]:
        jobs.put((level, name))
    jobs.put((100, ""))
    thread = threading.Thread(target=work, args=(jobs, done))
    thread.start()
    thread.join()
    print([done.get() for _ in range(done.qsize())], jobs.empty())
    lifo = queue.LifoQueue()
    for word in "undo redo save".split():
        lifo.put(word)
    print(lifo.get(), lifo.get(), lifo.qsize())
    small = queue.Queue(maxsize=1)
    small.put("x")
    print(small.full())
    try:
        small.put_nowait("y")
    except queue.Full:
        print("full")
    try:
        small.put("z", timeout=0.01)
    except queue.Full:
        print("still full")
    print(small.get())
    try:
        small.get(timeout=0.01)
    except queue.Empty:
        print("empty")
    fired: list[str] = []
    event = threading.Event()
    lock = threading.Lock()

    def ring() -> None:
        with lock:
            fired.append("ring")
        event.set()

    timer = threading.Timer(0.01, ring)
    timer.start()
    other = threading.Timer(5, ring)
    other.start()
    other.cancel()
    print(event.wait(2), fired)
    timer.join()
    other.join()
    print(lock.acquire(blocking=False), lock.acquire(blocking=False))
    lock.release()


async def drain() -> None:
    jobs: asyncio.PriorityQueue[tuple[int, str]] = asyncio.PriorityQueue()
    for item in [(2, "b"), (1, "z"), (1, "a")]:
        jobs.put_nowait(item)
    stack: asyncio.LifoQueue[int] = asyncio.LifoQueue()
    while not jobs.empty():
        level, name = await jobs.get()
        await stack.put(level)
        print(level, name)
    print(await stack.get(), stack.qsize())


main()
asyncio.run(drain())
