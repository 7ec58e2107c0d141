import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "look_up_environment",
  language: "python",
  source: `def look_up_environment(name: str) -> tuple[str, bool]:
    """Gives a variable of the environment, and whether it is set."""
    return os.environ.get(name, ""), name in os.environ
`,
  imports: ["import os"],
});
