"""Numbers in texts, as settings have them."""


def limit(text: str) -> int:
    try:
        return int(text)
    except ValueError as error:
        print("bad limit:", error)
        return -1


settings = {"workers": "1_000", "retries": " 12 ", "broken": "1__0", "end": "7_"}
print(limit(settings["workers"]), limit(settings["retries"]), limit(settings["broken"]), limit(settings["end"]))


def ticks(start: int, stop: int, step: int) -> list[int]:
    try:
        return [tick for tick in range(start, stop, step)]
    except ValueError as error:
        print("no ticks:", error)
        return []


def total(step: int) -> int:
    result = 0
    for position in range(10, 0, step):
        result += position
    return result


print(ticks(0, 10, 4), ticks(10, 0, -4), ticks(0, 10, 0), total(-3))
try:
    print(total(0))
except ValueError as error:
    print("no total:", error)
