import { createServer } from "node:http";

/** The port that the first try takes, so that the address stays the same from one start to the next. */
const usualPort = 4100;

/** A port of this machine that nobody listens on now. */
export async function freePort() {
  const server = await listen(createServer(), 0);
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
  const listening =
    port === undefined ? await listen(server, usualPort).catch(() => listen(server, 0)) : await listen(server, port);
  return `http://127.0.0.1:${listening.address().port}/`;
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
