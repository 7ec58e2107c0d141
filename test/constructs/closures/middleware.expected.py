from collections.abc import Callable

Handler = Callable[[str], str]


def logged(name: str, next_: Handler) -> Handler:
    def function(request: str) -> str:
        print(name, request)
        return next_(request)

    return function


def main() -> None:
    def greet(request: str) -> str:
        return "hello " + request

    handler = logged("outer", logged("inner", greet))
    print(handler("ann"))


if __name__ == "__main__":
    main()
