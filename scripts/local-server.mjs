import { createServer } from "node:http";

/** The port that is tried first, so that the address stays the same from one start to the next. */
const usualPort = 4100;

/** A port of this machine that nobody listens on now: the wanted one, where it is free. */
export async function freePort(wanted = 0) {
  const server = await listen(createServer(), wanted).catch(() => listen(createServer(), 0));
  const { port } = server.address();
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/**
 * Sends whoever opens the returned address on to `target`. Without a port the usual one is taken, or a free one where it is
 * in use; rejects when the port that was asked for is.
 */
export async function serveRedirect(target, port) {
  const server = createServer((_request, response) => response.writeHead(302, { location: target }).end());
  await listen(server, port ?? (await freePort(usualPort)));
  return `http://127.0.0.1:${server.address().port}/`;
}

function listen(server, port) {
  return new Promise((resolve, reject) => {
    const failed = (error) => reject(error.code === "EADDRINUSE" ? new Error(`the port ${port} is in use`) : error);
    server.once("error", failed);
    server.listen(port, "127.0.0.1", () => {
      server.off("error", failed);
      resolve(server);
    });
  });
}
