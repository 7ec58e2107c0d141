export function freePort(): Promise<number>;
export function serveRedirect(target: string, port?: number): Promise<string>;
