import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "add_to",
  language: "python",
  source: `def add_to(place: Ref[int], amount: int) -> int:
    """Change a number in one step, and give the new one."""
    place.value += amount
    return place.value
`,
  uses: ["Ref"],
});
