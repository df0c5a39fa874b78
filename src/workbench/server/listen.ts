import { createServer, type Server } from "node:https";
import type { RequestListener } from "node:http";
import type { Certificate } from "./certificate.js";

/** No free port was found. */
export class NoFreePort extends Error {
  override readonly name = "NoFreePort";
}

/** This machine alone, by both names it has on itself. */
const OWN_ADDRESSES = ["127.0.0.1", "::1"];
const PORTS_TRIED = 20;

export interface Listening {
  readonly port: number;
  readonly close: () => Promise<void>;
}

/**
 * Listens on this machine alone, on `wanted` or the next port that is free; 0 is any free port.
 * @throws NoFreePort
 */
export async function listenOnLocalhost(certificate: Certificate, wanted: number, answer: RequestListener): Promise<Listening> {
  for (let port = wanted; port < wanted + PORTS_TRIED && port <= 65_535; port += 1) {
    const servers = await listenOn(certificate, port, answer);
    if (servers !== undefined) return servers;
  }
  throw new NoFreePort(`Portarna ${wanted} till ${wanted + PORTS_TRIED - 1} är upptagna. Välj en annan med --port.`);
}

/** Undefined when the port is taken on either address. */
async function listenOn(certificate: Certificate, wanted: number, answer: RequestListener): Promise<Listening | undefined> {
  const servers: Server[] = [];
  const close = async () => {
    await Promise.all(servers.map((server) => new Promise<void>((closed) => {
      server.close(() => closed());
      server.closeAllConnections();
    })));
  };
  let port = wanted;
  for (const address of OWN_ADDRESSES) {
    const server = createServer(certificate, answer);
    const outcome = await started(server, port, address);
    if (outcome === "taken") {
      await close();
      return undefined;
    }
    if (outcome === "noSuchAddress") continue;
    port = outcome;
    servers.push(server);
  }
  return servers.length === 0 ? undefined : { port, close };
}

/** The port listened on. A machine without IPv6 lacks ::1. */
function started(server: Server, port: number, host: string): Promise<number | "taken" | "noSuchAddress"> {
  return new Promise((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) => {
      if (error.code === "EADDRINUSE" || error.code === "EACCES") resolve("taken");
      else if (error.code === "EADDRNOTAVAIL" || error.code === "EAFNOSUPPORT") resolve("noSuchAddress");
      else reject(error);
    });
    server.listen({ port, host }, () => {
      const bound = server.address();
      resolve(bound !== null && typeof bound === "object" ? bound.port : port);
    });
  });
}
