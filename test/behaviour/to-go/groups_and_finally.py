"""Exception groups, `finally` that fails or leaves, and exceptions that are kept."""

class CheckFailed(Exception):
    def __init__(self, name: str, severity: int) -> None:
        super().__init__(f"{name} failed (severity {severity})")
        self.name = name
        self.severity = severity


def check(name: str, level: int) -> None:
    if level > 2:
        raise CheckFailed(name, level)
    if level < 0:
        raise ValueError(f"bad level of {name}")


def run_all(levels: dict[str, int]) -> int:
    errors: list[Exception] = []
    for name in sorted(levels):
        try:
            check(name, levels[name])
        except Exception as exc:
            errors.append(exc)
    if errors:
        raise ExceptionGroup("checks", errors)
    return len(levels)


def handle(levels: dict[str, int]) -> None:
    try:
        print("all passed", run_all(levels))
    except* CheckFailed as group:
        names = [exc.name for exc in group.exceptions]
        print("failed", names, max(exc.severity for exc in group.exceptions))
    except* ValueError as group:
        for exc in group.exceptions:
            print("value", exc)


def overriding() -> str:
    try:
        return "from try"
    finally:
        return "from finally"


def swallowing(text: str) -> str:
    result = "none"
    try:
        result = str(int(text))
    finally:
        return result


def loops(limit: int) -> list[int]:
    seen: list[int] = []
    for i in range(limit):
        try:
            if i % 2:
                continue
            if i > 4:
                break
            seen.append(i)
        finally:
            seen.append(-i)
    return seen


class Conn:
    def __init__(self, name: str, bad: bool) -> None:
        self.name = name
        self.bad = bad

    def query(self, sql: str) -> int:
        if sql == "":
            raise ValueError("empty query")
        return len(sql)

    def close(self) -> None:
        if self.bad:
            raise OSError(f"{self.name} did not close")


def fetch(conn: Conn, sql: str) -> int:
    try:
        return conn.query(sql)
    finally:
        conn.close()
        print("closed", conn.name)


class RowError(ValueError):
    def __init__(self, row: int, reason: str) -> None:
        super().__init__(f"row {row}: {reason}")
        self.row = row


def parse(row: int, text: str) -> int:
    if not text.isdigit():
        raise RowError(row, f"bad {text!r}")
    return int(text)


def load(rows: list[str]) -> tuple[list[int], list[RowError]]:
    good: list[int] = []
    errors: list[RowError] = []
    for n, text in enumerate(rows):
        try:
            good.append(parse(n, text))
        except RowError as exc:
            errors.append(exc)
    return good, errors


def main() -> None:
    handle({"a": 1})
    handle({"a": 3, "b": 4})
    handle({"a": 3, "b": -1, "c": 9})
    try:
        run_all({"x": 5, "y": -1})
    except ExceptionGroup as group:
        print(group.message, len(group.exceptions))
        matched, rest = group.split(ValueError)
        print([str(e) for e in matched.exceptions] if matched else [])
        print([str(e) for e in rest.exceptions] if rest else [])
    print(overriding(), swallowing("12"), swallowing("x"), loops(9))
    for conn, sql in [(Conn("a", False), "select"), (Conn("b", True), "select"), (Conn("c", False), ""), (Conn("d", True), "")]:
        try:
            print(fetch(conn, sql))
        except OSError as e:
            print("os", e)
        except ValueError as e:
            print("value", e)
    good, errors = load(["1", "x", "3", "?"])
    print(good, [e.row for e in errors], str(errors[0]))


main()
