import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "find_program",
  language: "python",
  source: `def find_program(name: str) -> str:
    """Gives the path of a program."""
    path = shutil.which(name)
    if path is None:
        raise FileNotFoundError(name)
    return path
`,
  imports: ["import shutil"],
});
