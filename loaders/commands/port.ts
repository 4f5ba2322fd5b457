import { createServer } from "node:net";

export const HOST = "127.0.0.1";

/** The first free port from `first` on. */
export async function findPort(first: number): Promise<number> {
  for (let port = first; port < 65_536; port++) if (await isFree(port)) return port;
  throw new Error(`no free port from ${first} on`);
}

function isFree(port: number): Promise<boolean> {
  return new Promise((done) => {
    const server = createServer();
    server.once("error", () => done(false));
    server.listen({ port, host: HOST, exclusive: true }, () => server.close(() => done(true)));
  });
}
