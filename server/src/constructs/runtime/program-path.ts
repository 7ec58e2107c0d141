import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "program_path",
  language: "python",
  source: `def program_path(name: str) -> str:
    """Gives the path of a program."""
    path = shutil.which(name)
    if path is None:
        raise FileNotFoundError(name)
    return path
`,
  imports: ["import shutil"],
});
