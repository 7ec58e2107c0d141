from typing import Callable

Handler = Callable[[str], str]
HANDLERS: dict[str, Handler] = {}


def handler(name: str) -> Callable[[Handler], Handler]:
    def register(func: Handler) -> Handler:
        HANDLERS[name] = func
        return func

    return register


@handler("up")
def upper(text: str) -> str:
    """Upper case."""
    return text.upper()


@handler("rev")
def reverse_text(text: str) -> str:
    return text[::-1]


def run(name: str, text: str) -> str:
    func = HANDLERS.get(name)
    if func is None:
        raise KeyError(name)
    return f"{func.__name__}({text}) = {func(text)}"


CHECKS: list[Callable[[str], bool]] = [str.isdigit, str.isalpha, str.isupper]


def main() -> None:
    for name in ("up", "rev", "nope"):
        try:
            print(run(name, "abc"))
        except KeyError as exc:
            print("no handler", exc)
    for word in ("12", "ab", "AB"):
        print(word, [check(word) for check in CHECKS])
    parse: Callable[[str], int] = int
    print(parse("7") + 1)
    size: Callable[[str], int] = len
    print(size("hello"), sorted(HANDLERS))


main()
