// Loaded into a process before all else: whoever starts a program, opens a connection or writes a file is recorded and refused.
"use strict";
const denied = [];
const deny = (module, names) => {
  const target = require(module);
  for (const name of names) {
    if (typeof target[name] !== "function") continue;
    target[name] = (...args) => {
      denied.push(`${module}.${name} ${String(args[0])}`);
      process.stderr.write(`DENIED ${denied.at(-1)}\n`);
      throw new Error(`denied: ${module}.${name}`);
    };
  }
};
deny("node:child_process", ["exec", "execSync", "execFile", "execFileSync", "spawn", "spawnSync", "fork"]);
deny("node:net", ["connect", "createConnection"]);
deny("node:tls", ["connect"]);
deny("node:http", ["request", "get"]);
deny("node:https", ["request", "get"]);
deny("node:http2", ["connect"]);
deny("node:dns", ["lookup", "resolve"]);
deny("node:dgram", ["createSocket"]);
deny("node:worker_threads", ["Worker"]);
deny("node:fs", [
  "writeFile",
  "writeFileSync",
  "appendFile",
  "appendFileSync",
  "createWriteStream",
  "mkdir",
  "mkdirSync",
  "rename",
  "renameSync",
  "rm",
  "rmSync",
  "unlink",
  "unlinkSync",
  "symlink",
  "symlinkSync",
]);
deny("node:fs/promises", ["writeFile", "appendFile", "mkdir", "rename", "rm", "unlink", "symlink"]);
for (const name of ["fetch", "WebSocket", "EventSource"]) {
  Object.defineProperty(globalThis, name, {
    value: (address) => {
      process.stderr.write(`DENIED ${name} ${String(address)}\n`);
      throw new Error(`denied: ${name}`);
    },
  });
}
