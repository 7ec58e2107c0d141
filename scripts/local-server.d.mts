export function freePort(wanted?: number): Promise<number>;
export function serveRedirect(target: string, port?: number): Promise<string>;
