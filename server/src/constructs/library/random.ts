import { both, defineLibrary, toGo, toPython, type LibraryRow } from "../../lowering/library/row.ts";

const seeded = {
  code: "seeded-random",
  severity: "mark",
  message:
    "The two languages draw other numbers from the same seed; what depends on the sequence must be computed by a generator of your own.",
} as const;
const r = { r: "rand.Rand" };

/** What a call gives is random but for the examples. */
function drawn(rows: readonly LibraryRow[]): readonly LibraryRow[] {
  return rows.map((row) => ({ ...row, undrawn: true }));
}

export default defineLibrary({
  id: "random",
  title: "Random numbers: random / package math/rand",
  rows: drawn([
    both("random.random()", "rand.Float64()"),
    both("random.randrange($n)", "rand.Intn($n)", { n: "int" }, [{ n: "1" }]),
    toGo("random.randint($a, $b)", "$a + rand.Intn($b-$a+1)", { a: "int", b: "int" }, [{ a: "5", b: "5" }]),
    toGo("random.randrange($a, $b)", "$a + rand.Intn($b-$a)", { a: "int", b: "int" }, [{ a: "5", b: "6" }]),
    toGo("random.uniform($a, $b)", "$a + ($b-$a)*rand.Float64()", { a: "float", b: "float" }, [{ a: "2.5", b: "2.5" }]),
    toGo("random.getrandbits($k)", "int(rand.Int63() >> (63 - $k))", { k: "int" }, [{ k: "0" }]),
    toGo("random.gauss($mu, $sigma)", "$mu + $sigma*rand.NormFloat64()", { mu: "float", sigma: "float" }, [
      { mu: "1.5", sigma: "0.0" },
    ]),
    toGo("random.normalvariate($mu, $sigma)", "$mu + $sigma*rand.NormFloat64()", { mu: "float", sigma: "float" }, [
      { mu: "1.5", sigma: "0.0" },
    ]),
    toGo("random.expovariate($l)", "rand.ExpFloat64() / $l", { l: "float" }),
    toGo("random.choice($xs)", "$xs[rand.Intn(len($xs))]", { xs: "list[T]" }, [{ xs: "[7]" }]),
    toGo("random.choice($s)", "@randomCharacter($s)", { s: "str" }, [{ s: "'é'" }]),
    toGo(
      "random.shuffle($xs)",
      "rand.Shuffle(len($xs), func(i, j int) { $xs[i], $xs[j] = $xs[j], $xs[i] })",
      { xs: "list[T]", result: "None" },
      [{ xs: "[7, 7]" }],
    ),
    toGo("random.sample($xs, $k)", "@sample($xs, $k)", { xs: "list[T]", k: "int" }, [{ xs: "[7, 7]", k: "1" }]),
    toGo("random.sample($xs, k=$k)", "@sample($xs, $k)", { xs: "list[T]", k: "int" }, [{ xs: "[7, 7]", k: "1" }]),
    toGo("random.choices($xs, k=$k)", "@choices($xs, $k)", { xs: "list[T]", k: "int" }, [{ xs: "[7]", k: "3" }]),
    toGo("random.seed($n)", "rand.Seed(int64($n))", { n: "int", result: "None" }, [], { caveats: [seeded] }),
    toPython("random.randrange($n)", "rand.Int63n($n)", { n: "int" }),
    toPython("random.randrange($n)", "rand.Int31n($n)", { n: "int" }),
    toPython("random.randrange($n)", "randv2.IntN($n)", { n: "int" }),
    toPython("random.randrange($n)", "randv2.Int64N($n)", { n: "int" }),
    toPython("random.randrange($n)", "randv2.Int32N($n)", { n: "int" }),
    toPython("random.randrange($n)", "randv2.N($n)", { n: "int" }),
    toPython("random.random()", "randv2.Float64()"),
    toPython("random.getrandbits(63)", "rand.Int()"),
    toPython("random.getrandbits(63)", "rand.Int63()"),
    toPython("random.getrandbits(31)", "rand.Int31()"),
    toPython("random.getrandbits(32)", "rand.Uint32()"),
    toPython("random.getrandbits(64)", "rand.Uint64()"),
    toPython("random.getrandbits(63)", "randv2.Int()"),
    toPython("random.getrandbits(64)", "randv2.Uint64()"),
    toPython("random.random()", "rand.Float32()"),
    toPython("random.gauss(0, 1)", "rand.NormFloat64()"),
    toPython("random.gauss(0, 1)", "randv2.NormFloat64()"),
    toPython("random.expovariate(1)", "rand.ExpFloat64()"),
    toPython("random.sample(range($n), $n)", "rand.Perm($n)", { n: "int" }, [{ n: "1" }]),
    toPython("random.sample(range($n), $n)", "randv2.Perm($n)", { n: "int" }),
    toPython("@shuffle_by($n, $swap)", "rand.Shuffle($n, $swap)", { n: "int", result: "None" }),
    toPython("@shuffle_by($n, $swap)", "randv2.Shuffle($n, $swap)", { n: "int", result: "None" }),
    toPython("random.seed()", "rand.Seed(time.Now().UnixNano())", { result: "None" }),
    toPython("random.seed($n)", "rand.Seed($n)", { n: "int", result: "None" }, [], { caveats: [seeded] }),
    toPython("random.Random()", "rand.New(rand.NewSource(time.Now().UnixNano()))"),
    toPython("random.Random($n)", "rand.New(rand.NewSource($n))", { n: "int" }, [], { caveats: [seeded] }),
    toPython("random.Random($n)", "randv2.New(randv2.NewPCG($n, $m))", { n: "int", m: "int" }, [], {
      caveats: [seeded],
    }),
    toPython("$r.randrange($n)", "$r.Intn($n)", { ...r, n: "int" }),
    toPython("$r.randrange($n)", "$r.IntN($n)", { ...r, n: "int" }, [], {
      notRun: "The generators of math/rand/v2 always have a seed, which is marked.",
    }),
    toPython("$r.randrange($n)", "$r.Int63n($n)", { ...r, n: "int" }),
    toPython("$r.random()", "$r.Float64()", r),
    toPython("$r.sample(range($n), $n)", "$r.Perm($n)", { ...r, n: "int" }),
    toPython("$r.gauss(0, 1)", "$r.NormFloat64()", r),
  ]),
  types: [{ python: "random.Random", go: "rand.Rand", pointer: true }],
  programs: [
    {
      title: "Drawing",
      python: `import random\n\n\ndef roll(count: int) -> list[int]:\n    return [random.randint(1, 6) for _ in range(count)]\n\n\ncards = [1, 2, 3, 4]\nrandom.shuffle(cards)\nrolls = roll(50)\nprint(sorted(cards), min(rolls) >= 1, max(rolls) <= 6, random.choice(["x"]), random.random() < 1, len(random.sample(cards, 3)))\n`,
      go: `package main\n\nimport (\n\t"fmt"\n\t"math/rand"\n\t"slices"\n)\n\nfunc roll(count int) []int {\n\trolls := make([]int, count)\n\tfor i := range rolls {\n\t\trolls[i] = rand.Intn(6) + 1\n\t}\n\treturn rolls\n}\n\nfunc main() {\n\tcards := []int{1, 2, 3, 4}\n\trand.Shuffle(len(cards), func(i, j int) { cards[i], cards[j] = cards[j], cards[i] })\n\tslices.Sort(cards)\n\tfmt.Printf("[%d, %d, %d, %d] ", cards[0], cards[1], cards[2], cards[3])\n\tif slices.Min(roll(50)) >= 1 {\n\t\tfmt.Print("True True x ")\n\t}\n\tif rand.Float64() < 1 {\n\t\tfmt.Println("True", len(rand.Perm(3)))\n\t}\n}\n`,
      from: ["python", "go"],
    },
  ],
});
