import { spawn, spawnSync, type ChildProcess } from "node:child_process";
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { request, type IncomingHttpHeaders } from "node:http";
import { createServer, type AddressInfo } from "node:net";
import { join } from "node:path";

/* Web applications under test: started on ports of the loopback interface, asked, and ended. */

const root = new URL("../../../", import.meta.url).pathname;
const modules = new URL("./module/", import.meta.url).pathname;

/** The Python that has FastAPI and uvicorn, or undefined where none is here. */
export function webPython(): string | undefined {
  const candidates = [`${root}.cache/web-venv/bin/python`, "python3"];
  return candidates.find(
    (command) =>
      (command === "python3" || existsSync(command)) &&
      spawnSync(command, ["-c", "import fastapi, uvicorn, email_validator, websockets"]).status === 0,
  );
}

/** Makes a folder for the Go module that has Gin; undefined where its packages are not here. */
export function webModule(): string | undefined {
  const base = `${root}.cache/web-module`;
  mkdirSync(base, { recursive: true });
  for (const name of ["go.mod", "go.sum"]) copyFileSync(`${modules}${name}`, join(base, name));
  const { status } = spawnSync(
    "go",
    ["list", "-f", "{{.Dir}}", "github.com/gin-gonic/gin", "github.com/gorilla/websocket"],
    {
      cwd: base,
      env: { ...process.env, GOFLAGS: "-mod=mod" },
    },
  );
  return status === 0 ? base : undefined;
}

/** Compiles a program in the module and gives the path of what it is compiled to, or what the compiler says. */
export function buildGo(folder: string, text: string): { readonly binary: string } | { readonly failure: string } {
  const own = mkdtempSync(join(folder, "service-"));
  writeFileSync(join(own, "main.go"), text);
  const binary = join(own, "service");
  const { status, stderr } = spawnSync("go", ["build", "-o", binary, "./main.go"], {
    cwd: own,
    encoding: "utf8",
    env: { ...process.env, GOFLAGS: "-mod=mod" },
  });
  return status === 0 ? { binary } : { failure: stderr };
}

/** Writes a module of Python where it can be run. */
export function writePython(folder: string, text: string): string {
  const own = mkdtempSync(join(folder, "service-"));
  const path = join(own, "service.py");
  writeFileSync(path, text);
  return path;
}

export interface Server {
  readonly address: string;
  stop(): void;
}

/** Starts a program that listens on the port that its environment names, and waits until it answers. */
export async function start(command: string, args: readonly string[]): Promise<Server> {
  const port = await freePort();
  const child = spawn(command, args, {
    env: { ...process.env, PORT: String(port), GIN_MODE: "release" },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let said = "";
  child.stdout.on("data", (data: Buffer) => (said += data.toString()));
  child.stderr.on("data", (data: Buffer) => (said += data.toString()));
  const address = `http://127.0.0.1:${port}`;
  await answering(address, child, () => said);
  return { address, stop: () => void child.kill() };
}

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, "127.0.0.1", resolve));
  const { port } = probe.address() as AddressInfo;
  await new Promise((resolve) => probe.close(resolve));
  return port;
}

async function answering(address: string, child: ChildProcess, said: () => string): Promise<void> {
  for (let attempt = 0; attempt < 200; attempt += 1) {
    if (child.exitCode !== null) throw new Error(`the service ended: ${said()}`);
    try {
      await fetch(`${address}/health`);
      return;
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
  child.kill();
  throw new Error(`the service does not answer: ${said()}`);
}

/** One request, and what of the answer is compared besides the status. */
export interface Asked {
  readonly title: string;
  readonly method?: string;
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  /** The body as it is sent, where it is no JSON. */
  readonly text?: string;
  /** The headers of the answer that must be the same. */
  readonly compares?: readonly string[];
  /** Of a body that says what is wrong: the places alone. */
  readonly places?: boolean;
}

export interface Answered {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly body: unknown;
}

/** What a service answers. Each request has a connection of its own: servers close one after a failure. */
export async function ask(address: string, asked: Asked): Promise<Answered> {
  const body = asked.text ?? (asked.body === undefined ? undefined : JSON.stringify(asked.body));
  const { status, headers, text } = await new Promise<Received>((resolve, reject) => {
    const sent = request(
      `${address}${asked.path}`,
      {
        method: asked.method ?? "GET",
        agent: false,
        headers: {
          ...(body === undefined
            ? {}
            : { "Content-Type": "application/json", "Content-Length": Buffer.byteLength(body) }),
          ...asked.headers,
        },
      },
      (response) => {
        const parts: Buffer[] = [];
        response.on("data", (part: Buffer) => parts.push(part));
        response.on("end", () =>
          resolve({
            status: response.statusCode ?? 0,
            headers: response.headers,
            text: Buffer.concat(parts).toString(),
          }),
        );
      },
    );
    sent.on("error", reject);
    sent.end(body);
  });
  const isJson = text !== "" && headers["content-type"]?.includes("json") === true;
  const read: unknown = isJson ? JSON.parse(text) : text;
  return {
    status,
    headers: Object.fromEntries((asked.compares ?? []).map((name) => [name, headers[name]])),
    body: asked.places === true ? placesOf(read) : read,
  };
}

interface Received {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
}

/** Where FastAPI says that something is wrong. */
function placesOf(body: unknown): unknown {
  const { detail } = body as { readonly detail: readonly { readonly loc: readonly unknown[] }[] };
  return detail.map(({ loc }) => loc.join("."));
}

/** A conversation over WebSocket, held by the Python that has the package: what each of the named clients hears. */
const conversation = `
import asyncio, json, sys
from websockets.asyncio.client import connect

async def main(address: str) -> None:
    heard = []
    async with connect(address + "/echo") as echo:
        await echo.send("grüße")
        heard.append(json.loads(await echo.recv()))
    async with connect(address + "/talk/ann") as ann:
        async with connect(address + "/talk/bob") as bob:
            await ann.send("hi")
            heard.append([await ann.recv(), await bob.recv()])
            await bob.send("ho")
            heard.append([await ann.recv(), await bob.recv()])
        heard.append(await ann.recv())
    print(json.dumps(heard))

asyncio.run(asyncio.wait_for(main(sys.argv[1]), 20))
`;

/** A conversation in JSON that the service ends with a code of its own. */
const dismissal = `
import asyncio, json, sys
from websockets.asyncio.client import connect
from websockets.exceptions import ConnectionClosed

async def main(address: str) -> None:
    heard = []
    async with connect(address + "/work") as work:
        for message in ({"a": [1, None]}, 7, "stop"):
            await work.send(json.dumps(message))
            try:
                heard.append(json.loads(await work.recv()))
            except ConnectionClosed as error:
                heard.append(error.rcvd.code)
    print(json.dumps(heard))

asyncio.run(asyncio.wait_for(main(sys.argv[1]), 20))
`;

/** What clients hear in one conversation with a service. */
export async function converse(python: string, address: string, about: "talk" | "work" = "talk"): Promise<unknown> {
  const child = spawn(python, ["-c", about === "talk" ? conversation : dismissal, address.replace("http:", "ws:")]);
  let said = "";
  let failed = "";
  child.stdout.on("data", (data: Buffer) => (said += data.toString()));
  child.stderr.on("data", (data: Buffer) => (failed += data.toString()));
  await new Promise((resolve) => child.on("close", resolve));
  return failed === "" ? (JSON.parse(said) as unknown) : failed;
}
