import threading


def meet(barrier: threading.Barrier, lock: threading.Lock, arrived: list[int], number: int) -> None:
    with lock:
        arrived.append(number)
    barrier.wait()


def main() -> None:
    barrier = threading.Barrier(3)
    print(barrier.parties)
    lock = threading.Lock()
    arrived: list[int] = []
    threads = [threading.Thread(target=meet, args=(barrier, lock, arrived, number)) for number in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    print(sorted(arrived))


if __name__ == "__main__":
    main()
