def countdown(n: int) -> None:
    for i in range(n, 0, -1):
        print(i)
