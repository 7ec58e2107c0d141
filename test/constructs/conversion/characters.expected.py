from collections.abc import Callable
from io import StringIO
from typing import Any


def classify(s: str) -> dict[str, int]:
    counts: dict[str, int] = {}
    for i, r in enumerate(s):
        if r.isupper():
            counts["upper"] = counts.get("upper", 0) + 1
        elif r.isdecimal():
            counts["digit"] = counts.get("digit", 0) + i
        elif r == " " or r == "\t":
            counts["blank"] = counts.get("blank", 0) + 1
        elif r in "aeiou":
            counts["vowel"] = counts.get("vowel", 0) + 1
    return counts


def caesar(s: str, shift: int) -> str:
    b = StringIO()
    for r in s:
        if "a" <= r <= "z":
            b.write(chr(ord("a") + trunc_mod(ord(r) - ord("a") + shift, 26)))
        else:
            b.write(r)
    return b.getvalue()


def runes(s: str) -> list[int]:
    return [ord(r.lower()) for r in s if r.isalpha()]


def is_balanced(s: str) -> bool:
    pairs = {ord(")"): ord("("), ord("]"): ord("[")}
    stack: list[int] = []
    for r in s:
        if r in ("(", "["):
            stack.append(ord(r))
        elif r in (")", "]"):
            if len(stack) == 0 or stack[-1] != pairs.get(ord(r), 0):
                return False
            stack = stack[:-1]
    return len(stack) == 0


def words(s: str) -> list[str]:
    out: list[str] = []
    cur = ""
    for c in s:
        if c == ",":
            out.append(cur)
            cur = ""
            continue
        cur += c
    return [*out, cur]


def main() -> None:
    print(classify("Ab 1e").get("upper", 0), classify("Ab 1e").get("digit", 0))
    print(caesar("xyz!", 3), "".join(map(chr, runes("A-b"))))
    print(str(is_balanced("([])")).lower(), str(is_balanced("(]")).lower())
    print(f"[{' '.join(words('a,b'))}]", len(words("")))
    for i, r in enumerate("hey"):
        print(f"{i} {r} {go_quote_character(ord(r))} {ord(r)} {ord(r) - ord('a')}")
    freq: dict[int, int] = {}
    for r in "hello":
        freq[ord(r)] = freq.get(ord(r), 0) + 1
    print(freq.get(ord("l"), 0), go_map(freq, str, str))


def go_map(
    entries: dict[Any, Any],
    show_key: Callable[[Any], str],
    show_value: Callable[[Any], str],
) -> str:
    """Writes a dict as Go's %v does, sorted by key."""
    parts = (f"{show_key(key)}:{show_value(entries[key])}" for key in sorted(entries))
    return f"map[{' '.join(parts)}]"


def go_quote(text: str) -> str:
    """Writes a string as a Go literal in double quotes."""
    escapes = {
        "\\": "\\\\",
        '"': '\\"',
        "\n": "\\n",
        "\t": "\\t",
        "\r": "\\r",
        "\x07": "\\a",
        "\x08": "\\b",
        "\x0c": "\\f",
        "\x0b": "\\v",
    }
    shown = []
    for character in text:
        code = ord(character)
        if character in escapes:
            shown.append(escapes[character])
        elif character.isprintable():
            shown.append(character)
        else:
            shown.append(
                f"\\x{code:02x}"
                if code < 0x80
                else f"\\u{code:04x}"
                if code < 0x10000
                else f"\\U{code:08x}"
            )
    return '"' + "".join(shown) + '"'


def go_quote_character(code: int) -> str:
    """Writes a character as a Go literal in single quotes."""
    if code in (0x22, 0x27):
        return "'\\''" if code == 0x27 else "'\"'"
    return f"'{go_quote(chr(code))[1:-1]}'"


def trunc_mod(dividend: int, divisor: int) -> int:
    """Gives the remainder of integers with the sign of the dividend."""
    remainder = abs(dividend) % abs(divisor)
    return remainder if dividend >= 0 else -remainder


if __name__ == "__main__":
    main()
