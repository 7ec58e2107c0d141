import { both, defineLibrary, toGo, toPython, type LibraryRow } from "../../lowering/library/row.ts";

/** Python's name of an algorithm, Go's package, and its functions. */
const algorithms: readonly (readonly [python: string, make: string, sum: string])[] = [
  ["md5", "md5.New()", "md5.Sum"],
  ["sha1", "sha1.New()", "sha1.Sum"],
  ["sha224", "sha256.New224()", "sha256.Sum224"],
  ["sha256", "sha256.New()", "sha256.Sum256"],
  ["sha384", "sha512.New384()", "sha512.Sum384"],
  ["sha512", "sha512.New()", "sha512.Sum512"],
];
const data = [{ b: "b'abc'" }, { b: "b''" }];
const b = { b: "bytes" };
const h = { h: "hash.Hash" };

const rows = algorithms.flatMap(([name, make, sum]): readonly LibraryRow[] => [
  toGo(`hashlib.${name}($b).hexdigest()`, `fmt.Sprintf("%x", ${sum}($b))`, b, data),
  toGo(`hashlib.${name}($b).digest()`, `@digest(${make}, $b)`, b, data),
  toPython(`hashlib.${name}($b).digest()`, `${sum}($b)`, { ...b, result: "bytes" }),
  toGo(`hashlib.${name}($b)`, `@hashOf(${make}, $b)`, b),
  both(`hashlib.${name}()`, make),
  toGo(`hashlib.new("${name}")`, make),
  toGo(`hashlib.new("${name}", $b)`, `@hashOf(${make}, $b)`, b),
  toGo(
    `hmac.new($k, $b, hashlib.${name}).hexdigest()`,
    `hex.EncodeToString(@digest(hmac.New(${make.slice(0, -2)}, $k), $b))`,
    { ...b, k: "bytes" },
    [{ b: "b'abc'", k: "b'key'" }],
  ),
  toGo(`hmac.new($k, $b, hashlib.${name}).digest()`, `@digest(hmac.New(${make.slice(0, -2)}, $k), $b)`, {
    ...b,
    k: "bytes",
  }),
  toGo(
    `hmac.new($k, $b, "${name}").hexdigest()`,
    `hex.EncodeToString(@digest(hmac.New(${make.slice(0, -2)}, $k), $b))`,
    {
      ...b,
      k: "bytes",
    },
  ),
  toPython(`hmac.new($k, digestmod="${name}")`, `hmac.New(${make.slice(0, -2)}, $k)`, { k: "bytes" }),
]);

export default defineLibrary({
  id: "hashing",
  title: "Digests: hashlib, hmac, zlib / packages crypto and hash",
  rows: [
    ...rows,
    toGo("$h.update($b)", "$h.Write($b)", { h: "hashlib._Hash", b: "bytes", result: "None" }),
    toGo("$h.digest()", "$h.Sum(nil)", { h: "hashlib._Hash" }),
    toGo("$h.hexdigest()", "hex.EncodeToString($h.Sum(nil))", { h: "hashlib._Hash" }),
    toPython("$h.update($b)", "$h.Write($b)", { ...h, ...b, result: "None" }),
    toPython("$h.update($s.encode())", "io.WriteString($h, $s)", { ...h, s: "str", result: "None" }),
    toPython("$h.digest()", "$h.Sum(nil)", { ...h, result: "bytes" }),
    toPython("$h.digest_size", "$h.Size()", h),
    toGo("hmac.compare_digest($a, $b)", "hmac.Equal($a, $b)", { a: "bytes", b: "bytes" }, [
      { a: "b'x'", b: "b'x'" },
      { a: "b'x'", b: "b'y'" },
    ]),
    toGo("hmac.compare_digest($a, $b)", "hmac.Equal([]byte($a), []byte($b))", { a: "str", b: "str" }, [
      { a: "'x'", b: "'y'" },
    ]),
    toGo("secrets.compare_digest($a, $b)", "hmac.Equal([]byte($a), []byte($b))", { a: "str", b: "str" }, [
      { a: "'x'", b: "'x'" },
    ]),
    toPython("hmac.compare_digest($a, $b)", "hmac.Equal($a, $b)", { a: "bytes", b: "bytes" }, [
      { a: "b'x'", b: "b'x'" },
    ]),
    toGo("zlib.crc32($b)", "int(crc32.ChecksumIEEE($b))", b, data),
    toPython("zlib.crc32($b)", "crc32.ChecksumIEEE($b)", b, data),
    toGo("binascii.crc32($b)", "int(crc32.ChecksumIEEE($b))", b, data),
    toGo("zlib.adler32($b)", "int(adler32.Checksum($b))", b, data),
    toPython("zlib.adler32($b)", "adler32.Checksum($b)", b, data),
    toGo("secrets.token_hex($n)", "hex.EncodeToString(@randomBytes($n))", { n: "int" }, [{ n: "0" }], {
      undrawn: true,
    }),
    toGo("secrets.token_bytes($n)", "@randomBytes($n)", { n: "int" }),
    toGo("os.urandom($n)", "@randomBytes($n)", { n: "int" }),
    toGo(
      "secrets.token_urlsafe($n)",
      "base64.RawURLEncoding.EncodeToString(@randomBytes($n))",
      { n: "int" },
      [{ n: "0" }],
      { undrawn: true },
    ),
    toGo("secrets.randbelow($n)", "@randomBelow($n)", { n: "int" }, [{ n: "1" }], { undrawn: true }),
    toGo("secrets.choice($xs)", "$xs[@randomBelow(len($xs))]", { xs: "list[T]" }, [{ xs: "[7]" }], { undrawn: true }),
    toGo("uuid.uuid4()", "@newUUID()"),
    toGo("uuid.uuid4().hex", 'strings.ReplaceAll(@newUUID(), "-", "")'),
    toGo("$u.hex", 'strings.ReplaceAll($u, "-", "")', { u: "uuid.UUID" }),
    toGo("$a == $b", "$a == $b", { a: "uuid.UUID", b: "uuid.UUID" }),
  ],
  types: [
    { python: "hashlib._Hash", go: "hash.Hash" },
    { python: "uuid.UUID", go: "string", only: "python-to-go", str: "$x", compare: "cmp.Compare($x, $y)" },
  ],
  programs: [
    {
      title: "A digest in parts",
      python: `import hashlib\nimport zlib\n\n\ndef fingerprint(parts: list[str]) -> str:\n    digest = hashlib.sha256()\n    for part in parts:\n        digest.update(part.encode())\n    return digest.hexdigest()\n\n\nprint(fingerprint(["a", "bc"]), zlib.crc32(b"abc"), hashlib.md5("x".encode()).hexdigest())\n`,
      go: `package main\n\nimport (\n\t"crypto/md5"\n\t"crypto/sha256"\n\t"encoding/hex"\n\t"fmt"\n\t"hash/crc32"\n)\n\nfunc fingerprint(parts []string) string {\n\tdigest := sha256.New()\n\tfor _, part := range parts {\n\t\tdigest.Write([]byte(part))\n\t}\n\treturn hex.EncodeToString(digest.Sum(nil))\n}\n\nfunc main() {\n\tsum := md5.Sum([]byte("x"))\n\tfmt.Println(fingerprint([]string{"a", "bc"}), crc32.ChecksumIEEE([]byte("abc")), hex.EncodeToString(sum[:]))\n}\n`,
      from: ["python", "go"],
    },
  ],
});
