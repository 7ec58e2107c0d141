/** The file that makes a folder of translations a project: its name and text. */
export interface ProjectFile {
  readonly name: string;
  readonly text: string;
}

/** The Go version that translations are written for. */
export const goVersion = "1.25";

/** A `go.mod` or a `pyproject.toml` for translations; `name` is what the user calls the folder. */
export function projectFile(to: "python" | "go", name: string): ProjectFile {
  const plain =
    name
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, "-")
      .replace(/^-+|-+$/g, "") || "translated";
  if (to === "go") return { name: "go.mod", text: `module ${plain}\n\ngo ${goVersion}\n` };
  const lines = [
    "[project]",
    `name = "${plain}"`,
    'version = "0.1.0"',
    'requires-python = ">=3.11"',
    "dependencies = []",
  ];
  return { name: "pyproject.toml", text: `${lines.join("\n")}\n` };
}
