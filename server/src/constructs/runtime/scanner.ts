import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "Scanner",
  language: "python",
  source: `class Scanner:
    """Reads a text line by line, or word by word, one at a time."""

    def __init__(self, stream: Iterable[str]) -> None:
        self.stream = stream
        self.pieces = (line.removesuffix("\\n").removesuffix("\\r") for line in stream)
        self.text = ""

    def split_words(self) -> None:
        self.pieces = (word for line in self.stream for word in line.split())

    def split_characters(self) -> None:
        self.pieces = (character for line in self.stream for character in line)

    def scan(self) -> bool:
        piece = next(self.pieces, None)
        self.text = piece or ""
        return piece is not None
`,
  imports: ["from collections.abc import Iterable"],
});
