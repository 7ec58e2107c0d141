import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "clean_path",
  language: "python",
  source: `def clean_path(path: str) -> str:
    """Gives the shortest path that means the same."""
    cleaned = posixpath.normpath(path)
    return cleaned[1:] if cleaned.startswith("//") else cleaned
`,
  imports: ["import posixpath"],
});
