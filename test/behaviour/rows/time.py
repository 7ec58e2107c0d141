import time


def clocks() -> None:
    start, tick, busy = time.monotonic(), time.perf_counter(), time.process_time()
    print(time.time() > 1.7e9, int(time.time()) > 1700000000, time.time_ns() > 10**18)
    print(time.monotonic() - start < 60, time.perf_counter() - tick < 60, time.process_time() - busy < 60)
    print(time.strftime("%Y") >= "2024", len(time.strftime("%Y-%m-%d %H:%M:%S")), len(time.ctime()))


clocks()
