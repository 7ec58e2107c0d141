# input: "first\nsecond\nthïrd\nfourth\nfifth\n"
import sys


def ask() -> None:
    print(input())
    print(input("more? "))
    print(repr(sys.stdin.readline()))
    print(sys.stdin.readlines())
    print(repr(sys.stdin.read()))
    print(repr(sys.stdin.readline()))
    try:
        print(input())
    except EOFError as error:
        print(error)


ask()
# --- another program
# input: "a b\nc"
import sys


def count() -> int:
    text = sys.stdin.read()
    return len(text.split())


print(count(), sys.stdin.readlines())
# --- another program
# input: "1\n2\n\n"
import sys

print([line.strip() for line in sys.stdin])
