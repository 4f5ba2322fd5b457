import { Server } from "node:http";

/*
 * Loaded before Framework's live server, which answers whoever asks, under any name, and ends at an address it can't
 * decode. Here every request is looked at first. Plain JavaScript, as it runs inside Framework's process.
 */

/** Packages that Framework would ask a CDN for. */
const FETCHED = /^\/_(npm|jsr|duckdb)\//;

/** What a page shows another page in. */
const FRAMES = /^(iframe|frame|object|embed)$/;

const emit = Server.prototype.emit;

/**
 * @param {string | symbol} event
 * @param {...any} given
 * @returns {boolean}
 */
Server.prototype.emit = function (event, ...given) {
  if (event !== "request" && event !== "upgrade") return emit.call(this, event, ...given);
  const [request, answer] = given;
  const status = refuse(request);
  if (status === 0) return emit.call(this, event, ...given);
  if (event === "request") answer.writeHead(status, { "content-type": "text/plain", connection: "close" }).end();
  else answer.end(`HTTP/1.1 ${status} Refused\r\nconnection: close\r\n\r\n`);
  return true;
};

/**
 * The status to refuse a request with; 0 where it may pass: it comes to this machine by a name of its own, from a page
 * of this server or from none, asks only to read, and for something that can be.
 *
 * @param {import("node:http").IncomingMessage} request
 * @returns {number}
 */
function refuse({ method, url = "", headers, socket }) {
  const hosts = ["127.0.0.1", "localhost"].map((name) => `${name}:${socket.localPort}`);
  if (!hosts.includes(headers.host ?? "")) return 421;
  const { origin } = headers;
  if (origin !== undefined && !hosts.some((host) => origin === `http://${host}`)) return 403;
  if (headers.upgrade !== undefined && origin === undefined) return 403;
  // A page from elsewhere may link here, but not show or run what is here.
  if (headers["sec-fetch-site"] === "cross-site" && headers["sec-fetch-mode"] !== "navigate") return 403;
  if (FRAMES.test(String(headers["sec-fetch-dest"])) && headers["sec-fetch-site"] !== "same-origin") return 403;
  if (method !== "GET" && method !== "HEAD") return 405;
  return isSound(url) ? (FETCHED.test(url) ? 404 : 0) : 400;
}

/**
 * @param {string} url
 * @returns {boolean}
 */
function isSound(url) {
  if (!url.startsWith("/") || url.startsWith("//") || url.includes("\\")) return false;
  try {
    return !decodeURI(new URL(url, "http://localhost").pathname).includes("\0");
  } catch {
    return false;
  }
}
