import { serve } from "@hono/node-server";

type Handler = (request: Request, env: object) => Response | Promise<Response>;

const starting: Handler = () => new Response(JSON.stringify({ status: "starting" }), { status: 503, headers: { "content-type": "application/json" } });

/** A taken port: answers 503 until it is handed its handler. */
export type Holder = { use(handler: Handler): void; close(): Promise<void> };

/** Takes the address; gives the listening server, or null when the port is taken or may not be used. */
export function bind(host: string, port: number): Promise<Holder | null> {
  let handler: Handler = starting;
  return new Promise((resolve, reject) => {
    const server = serve({ hostname: host, port, fetch: (request, env) => handler(request, env as object) });
    const close = () =>
      new Promise<void>((done) => {
        server.close(() => done());
        if ("closeIdleConnections" in server) server.closeIdleConnections();
        // Requests under way have a moment to end; a connection held open for nothing is cut.
        setTimeout(() => {
          if ("closeAllConnections" in server) server.closeAllConnections();
        }, 2000).unref();
      });
    server.on("listening", () => resolve({
        use: (next) => {
          handler = next;
        },
        close,
      }));
    server.on("error", (error: NodeJS.ErrnoException) => {
      if (error.code === "EADDRINUSE" || error.code === "EACCES") resolve(null);
      else reject(error);
    });
  });
}
