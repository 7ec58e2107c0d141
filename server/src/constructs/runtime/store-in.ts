import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "store_in",
  language: "python",
  source: `def store_in(place: Ref[int], value: int) -> None:
    """Set a number that others see."""
    place.value = value
`,
  uses: ["Ref"],
});
