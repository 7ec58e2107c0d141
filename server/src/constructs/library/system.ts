import { defineLibrary, type LibraryRow } from "../../lowering/library/row.ts";

/** The constants of Python's `string`, which Go programs write out. */
const alphabets: Readonly<Record<string, string>> = {
  ascii_lowercase: "abcdefghijklmnopqrstuvwxyz",
  ascii_uppercase: "ABCDEFGHIJKLMNOPQRSTUVWXYZ",
  ascii_letters: "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ",
  digits: "0123456789",
  hexdigits: "0123456789abcdefABCDEF",
};

export default defineLibrary({
  id: "system",
  title: "The process and constants: sys, os, string / packages os and math",
  rows: [
    ...["ascii_lowercase", "ascii_uppercase", "ascii_letters", "digits", "hexdigits"].map((name): LibraryRow => ({
      python: `string.${name}`,
      go: JSON.stringify(alphabets[name]),
      only: "python-to-go",
      examples: [{}],
    })),
    { python: "sys.maxsize", go: "math.MaxInt", only: "python-to-go", examples: [{}] },
    { python: "sys.argv", go: "os.Args", examples: [] },
    {
      python: "sys.exit($code)",
      go: "os.Exit($code)",
      types: { code: "int", result: "None" },
      only: "go-to-python",
      examples: [],
    },
    {
      python: "os.environ.get($name, '')",
      go: "os.Getenv($name)",
      types: { name: "str" },
      only: "go-to-python",
      examples: [{ name: "'NO_SUCH_VARIABLE'" }],
    },
    {
      python: "os.getenv($name, $fallback)",
      go: "@environment($name, $fallback)",
      types: { name: "str", fallback: "str" },
      only: "python-to-go",
      examples: [{ name: "'NO_SUCH_VARIABLE'", fallback: "'x'" }],
    },
    {
      python: "os.path.exists($path)",
      go: "@fileExists($path)",
      types: { path: "str" },
      only: "python-to-go",
      examples: [{ path: "'/no/such/file'" }, { path: "'/'" }],
    },
  ],
});
