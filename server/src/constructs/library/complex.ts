import { defineLibrary, type LibraryRow } from "../../lowering/library/row.ts";

const z = { z: "complex" } as const;
const examples = [{ z: "3+4j" }, { z: "-1.5-2j" }];

const lastDigit = {
  code: "last-digit",
  severity: "note",
  message: "The two libraries compute this with other algorithms, so that the last digit can differ.",
} as const;

/** A function of both libraries under these names, of complex numbers and of others. */
const same = (python: string, go: string, example: string): readonly LibraryRow[] => [
  {
    python: `cmath.${python}($z)`,
    go: `cmplx.${go}($z)`,
    types: z,
    caveats: [lastDigit],
    examples: [{ z: example }],
    only: "python-to-go",
    undrawn: true,
  },
  {
    python: `cmath.${python}($x)`,
    go: `cmplx.${go}(complex($x, 0))`,
    types: { x: "float" },
    caveats: [lastDigit],
    examples: [{ x: "1.0" }],
    only: "python-to-go",
    undrawn: true,
  },
];

export default defineLibrary({
  id: "complex",
  title: "Complex numbers: complex, cmath / complex128, package math/cmplx",
  rows: [
    {
      python: "complex($x, $y)",
      go: "complex($x, $y)",
      types: { x: "float", y: "float" },
      examples: [{ x: "1.5", y: "-2.0" }],
      only: "python-to-go",
    },
    { python: "$z.real", go: "real($z)", types: z, examples, only: "python-to-go" },
    { python: "$z.imag", go: "imag($z)", types: z, examples, only: "python-to-go" },
    { python: "$z.conjugate()", go: "cmplx.Conj($z)", types: z, examples, only: "python-to-go", undrawn: true },
    ...same("sqrt", "Sqrt", "-4+0j"),
    ...same("exp", "Exp", "0j"),
    ...same("phase", "Phase", "1+1j"),
  ],
});
