import sys


def leave(code: int) -> None:
    print("leaving", code)
    sys.exit()


leave(0)
print("not reached")
# --- another program
import sys


def leave(code: int) -> None:
    print("leaving", code)
    sys.exit(code)


leave(0)
print("not reached")
# --- another program
def leave(code: int) -> None:
    print("leaving", code)
    exit()


leave(0)
print("not reached")
# --- another program
def leave(code: int) -> None:
    print("leaving", code)
    exit(code)


leave(0)
print("not reached")
# --- another program
def leave(code: int) -> None:
    print("leaving", code)
    quit()


leave(0)
print("not reached")
# --- another program
def leave(code: int) -> None:
    print("leaving", code)
    if code > 0:
        raise SystemExit(f"error {code}")
    raise SystemExit


leave(0)
print("not reached")
