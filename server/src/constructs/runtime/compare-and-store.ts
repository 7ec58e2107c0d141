import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "compare_and_store",
  language: "python",
  source: `def compare_and_store(place: Ref[int], old: int, value: int) -> bool:
    """Set a number that is still what it was."""
    if place.value != old:
        return False
    place.value = value
    return True
`,
  uses: ["Ref"],
});
