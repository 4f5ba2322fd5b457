import { createServer, type Server } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import "../../loaders/site/guard.js";

let server: Server;
let host: string;
let answered = 0;

beforeAll(async () => {
  server = createServer((request, response) => {
    answered++;
    // As Framework does: what can't be decoded ends the process.
    decodeURI(new URL(request.url ?? "", "http://localhost").pathname);
    response.end("here");
  });
  server.on("upgrade", (_, socket) => socket.end("HTTP/1.1 101 Switching Protocols\r\n\r\n"));
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterAll(() => new Promise((done) => server.close(done)));

/** Status of the answer to lines written on a socket as they are; `HOST` stands for the server's own. */
function ask(...lines: string[]): Promise<number> {
  return new Promise((done, fail) => {
    const socket = connect(Number(host.split(":")[1]), "127.0.0.1");
    let text = "";
    socket.on("data", (piece) => {
      text += piece;
      if (text.includes("\r\n")) socket.destroy();
    });
    socket.on("close", () => done(Number(/^HTTP\/1\.1 (\d+)/.exec(text)?.[1])));
    socket.on("error", fail);
    socket.write(`${lines.join("\r\n").replaceAll("HOST", host)}\r\nConnection: close\r\n\r\n`);
  });
}

const UPGRADE = ["Upgrade: websocket", "Connection: Upgrade", "Sec-WebSocket-Version: 13", "Sec-WebSocket-Key: eA=="];

test.each([
  [200, "a page of its own", ["GET /vi/index.html HTTP/1.1", "Host: HOST"]],
  [200, "a name with accents", ["GET /vi/T%E1%BB%87p.html?x=%zz HTTP/1.1", "Host: HOST"]],
  [200, "its own script", ["GET /a.js HTTP/1.1", "Host: HOST", "Origin: http://HOST", "Sec-Fetch-Site: same-origin"]],
  [
    200,
    "a link from elsewhere",
    [
      "GET / HTTP/1.1",
      "Host: HOST",
      "Sec-Fetch-Site: cross-site",
      "Sec-Fetch-Mode: navigate",
      "Sec-Fetch-Dest: document"
    ]
  ],
  [101, "its own socket", ["GET /_observablehq HTTP/1.1", "Host: HOST", "Origin: http://HOST", ...UPGRADE]],
  [400, "an address that can't be decoded", ["GET /% HTTP/1.1", "Host: HOST"]],
  [400, "half a letter", ["GET /%C3 HTTP/1.1", "Host: HOST"]],
  [400, "no path", ["GET // HTTP/1.1", "Host: HOST"]],
  [400, "another server", ["GET http://evil.example/ HTTP/1.1", "Host: HOST"]],
  [400, "a nul", ["GET /a%00 HTTP/1.1", "Host: HOST"]],
  [421, "a foreign name for this machine", ["GET / HTTP/1.1", "Host: evil.example"]],
  [421, "a foreign name with the port", ["GET / HTTP/1.1", "Host: evil.example:80"]],
  [421, "no name", ["GET / HTTP/1.0"]],
  [403, "a foreign page", ["GET / HTTP/1.1", "Host: HOST", "Origin: https://evil.example"]],
  [403, "a page of no origin", ["GET / HTTP/1.1", "Host: HOST", "Origin: null"]],
  [
    403,
    "a foreign page that runs a script",
    ["GET /a.js HTTP/1.1", "Host: HOST", "Sec-Fetch-Site: cross-site", "Sec-Fetch-Mode: no-cors"]
  ],
  [
    403,
    "a foreign page that frames",
    ["GET / HTTP/1.1", "Host: HOST", "Sec-Fetch-Site: cross-site", "Sec-Fetch-Mode: navigate", "Sec-Fetch-Dest: iframe"]
  ],
  [
    403,
    "a foreign page's socket",
    ["GET /_observablehq HTTP/1.1", "Host: HOST", "Origin: https://evil.example", ...UPGRADE]
  ],
  [403, "a socket of nobody", ["GET /_observablehq HTTP/1.1", "Host: HOST", ...UPGRADE]],
  [405, "a form", ["POST / HTTP/1.1", "Host: HOST", "Content-Length: 0"]],
  [404, "a package from a CDN", ["GET /_npm/d3@7/_esm.js HTTP/1.1", "Host: HOST"]]
])("%i for %s", async (status, _, lines) => {
  const before = answered;
  expect(await ask(...lines)).toBe(status);
  expect(answered - before).toBe(status === 200 ? 1 : 0);
});
