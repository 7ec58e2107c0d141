"""args and repr of exceptions."""


class TransferError(Exception):
    """Raised with a reason and an amount."""


class Oops(Exception):
    def __init__(self, code, reason="none"):
        super().__init__(reason)
        self.code = code
        self.reason = reason


def run(kind: str) -> int:
    if kind == "transfer":
        raise TransferError("no funds", 12)
    if kind == "oops":
        raise Oops(3)
    if kind == "value":
        raise ValueError("bad kind", kind, 4.5)
    if kind == "key":
        return {"a": 1}[kind]
    if kind == "index":
        return [1][5]
    if kind == "plain":
        raise RuntimeError
    if kind == "zero":
        return 1 // (len(kind) - 4)
    return len(kind)


for kind in ["transfer", "oops", "value", "key", "index", "plain", "zero", "fine"]:
    try:
        print(run(kind))
    except TransferError as exc:
        reason, amount = exc.args
        print("transfer", reason, amount, exc)
    except Oops as exc:
        print("oops", exc.code, exc.reason, repr(exc))
    except Exception as exc:
        print(repr(exc), len(exc.args), exc.args)
        print(f"{exc!r}", str(exc) or "(no text)")
try:
    raise TransferError("x")
except TransferError as exc:
    print(exc.args[0], exc.args)
errors = [ValueError("a"), KeyError("k"), TypeError()]
print(errors)
