"""HTTP-like errors with class attributes."""


class AppError(Exception):
    status = 500
    code = "internal"

    def __init__(self, message: str, **details: object) -> None:
        super().__init__(message)
        self.message = message
        self.details = details

    def describe(self) -> str:
        return f"[{self.status}/{self.code}] {self.message}"


class NotFound(AppError):
    status = 404
    code = "not_found"

    def __init__(self, kind: str, ident: int) -> None:
        super().__init__(f"{kind} {ident} not found")
        self.kind = kind
        self.ident = ident


class Conflict(AppError):
    status = 409
    code = "conflict"


def find(ident: int) -> str:
    if ident > 10:
        raise NotFound("user", ident)
    if ident < 0:
        raise Conflict("negative")
    if ident == 0:
        raise AppError("zero")
    return f"user-{ident}"


def main() -> None:
    for ident in (3, 12, -1, 0):
        try:
            print(find(ident))
        except NotFound as exc:
            print("missing", exc.ident, exc.describe())
        except AppError as exc:
            print(exc.describe(), exc.status, type(exc).__name__, exc)


main()
