"""Reads a JSON text character by character: what parsing costs when it is written in the language itself.

Python's own json module is written in C; this shows the two languages. Run "Interlinear: Verify Translation" here
to see both do it on this machine.
"""


class Scanner:
    """Adds up what a JSON text holds."""

    def __init__(self, text: str) -> None:
        self.text: list[str] = list(text)
        self.position = 0
        self.strings = 0
        self.numbers = 0
        self.total = 0.0

    def skip_spaces(self) -> None:
        while self.position < len(self.text) and self.text[self.position] in " \n\t\r":
            self.position += 1

    def expect(self, character: str) -> None:
        self.skip_spaces()
        if self.position >= len(self.text) or self.text[self.position] != character:
            raise ValueError(f"expected {character} at {self.position}")
        self.position += 1

    def accept(self, character: str) -> bool:
        self.skip_spaces()
        if self.position < len(self.text) and self.text[self.position] == character:
            self.position += 1
            return True
        return False

    def value(self) -> None:
        self.skip_spaces()
        if self.accept("{"):
            self.members()
        elif self.accept("["):
            self.elements()
        elif self.accept('"'):
            self.string()
        else:
            self.number()

    def members(self) -> None:
        if self.accept("}"):
            return
        while True:
            self.expect('"')
            self.string()
            self.expect(":")
            self.value()
            if self.accept("}"):
                return
            self.expect(",")

    def elements(self) -> None:
        if self.accept("]"):
            return
        while True:
            self.value()
            if self.accept("]"):
                return
            self.expect(",")

    def string(self) -> None:
        while self.text[self.position] != '"':
            self.position += 1
        self.position += 1
        self.strings += 1

    def number(self) -> None:
        start = self.position
        while self.position < len(self.text) and self.text[self.position] in "-0123456789.":
            self.position += 1
        if start == self.position:
            raise ValueError(f"unexpected character at {start}")
        self.numbers += 1
        self.total += float("".join(self.text[start : self.position]))


def document(entries: int) -> str:
    parts: list[str] = []
    for n in range(entries):
        parts.append('{"id": ' + str(n) + ', "name": "sensor ' + str(n % 7) + '", "values": [1.5, 2.25, ' + str(n) + "]}")
    return "[" + ", ".join(parts) + "]"


def main() -> None:
    text = document(50_000)
    scanner = Scanner(text)
    scanner.value()
    print(f"{len(text)} characters")
    print(f"{scanner.strings} strings, {scanner.numbers} numbers, {scanner.total:.2f} in all")


if __name__ == "__main__":
    main()
