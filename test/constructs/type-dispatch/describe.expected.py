from typing import Any


def describe(value: Any) -> str:
    if value is None:
        return "nothing"
    elif isinstance(value, bool):
        return "a truth value"
    elif isinstance(value, int) and not isinstance(value, bool):
        v = value
        return f"the number {v}"
    elif isinstance(value, str):
        v = value
        return "the text " + v
    elif isinstance(value, list):
        v = value
        return f"{len(v)} texts"
    else:
        return "something else"


def main() -> None:
    print(describe(3), describe("a"), describe(["x"]))


if __name__ == "__main__":
    main()
