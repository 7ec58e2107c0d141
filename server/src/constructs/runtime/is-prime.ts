import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "is_prime",
  language: "python",
  source: `def is_prime(number: int) -> bool:
    """Tells whether a number is prime, with overwhelming probability for large ones."""
    bases = (2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37)
    if number < 41:
        return number in bases
    if any(number % base == 0 for base in bases):
        return False
    shift = (number - 1 & 1 - number).bit_length() - 1
    for base in bases:
        power = pow(base, number >> shift, number)
        if power in (1, number - 1):
            continue
        for _ in range(shift - 1):
            power = power * power % number
            if power == number - 1:
                break
        else:
            return False
    return True
`,
});
