/** Packages whose name alone does not say their path, as code of ours names them. */
const paths: Readonly<Record<string, string>> = {
  rand: "math/rand",
  crand: "crypto/rand",
  randv2: "math/rand/v2",
  utf8: "unicode/utf8",
  utf16: "unicode/utf16",
  big: "math/big",
  bits: "math/bits",
  cmplx: "math/cmplx",
  heap: "container/heap",
  list: "container/list",
  json: "encoding/json",
  csv: "encoding/csv",
  base64: "encoding/base64",
  hex: "encoding/hex",
  binary: "encoding/binary",
  xml: "encoding/xml",
  http: "net/http",
  url: "net/url",
  errgroup: "golang.org/x/sync/errgroup",
  semaphore: "golang.org/x/sync/semaphore",
  atomic: "sync/atomic",
  filepath: "path/filepath",
  exec: "os/exec",
  signal: "os/signal",
  slog: "log/slog",
  md5: "crypto/md5",
  sha1: "crypto/sha1",
  sha256: "crypto/sha256",
  sha512: "crypto/sha512",
  hmac: "crypto/hmac",
  fs: "io/fs",
  fnv: "hash/fnv",
  crc32: "hash/crc32",
  adler32: "hash/adler32",
  user: "os/user",
  rate: "golang.org/x/time/rate",
  gin: "github.com/gin-gonic/gin",
  binding: "github.com/gin-gonic/gin/binding",
  validator: "github.com/go-playground/validator/v10",
  websocket: "github.com/gorilla/websocket",
  zlib: "compress/zlib",
  sql: "database/sql",
  debug: "runtime/debug",
  template: "text/template",
  tabwriter: "text/tabwriter",
  gzip: "compress/gzip",
};

const plain = new Set(
  "fmt strings strconv errors sort slices maps cmp iter math os io time sync context bytes bufio unicode regexp reflect log path flag html net runtime testing unique embed hash syscall".split(
    " ",
  ),
);

/** The import path of a package by the name it is used under, or undefined for a name that is no package's of the standard library. */
export function packagePath(name: string): string | undefined {
  return paths[name] ?? (plain.has(name) ? name : undefined);
}
