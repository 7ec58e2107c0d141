import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "split_path",
  language: "python",
  source: `def split_path(path: str) -> tuple[str, str]:
    """Parts a path after its last slash."""
    place = path.rfind("/") + 1
    return path[:place], path[place:]
`,
});
