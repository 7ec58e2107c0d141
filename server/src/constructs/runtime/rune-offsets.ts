import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "rune_offsets",
  language: "python",
  source: `def rune_offsets(text: str) -> Iterator[tuple[int, int]]:
    """Give each character's number, with where its bytes begin."""
    offset = 0
    for character in text:
        yield offset, ord(character)
        offset += len(character.encode())
`,
  imports: ["from collections.abc import Iterator"],
});
