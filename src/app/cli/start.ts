import { serve } from "@hono/node-server";
import { say } from "../../kernel/text.ts";
import { openInstallation } from "../installation.ts";
import { readSettings } from "../settings.ts";
import { makeServer } from "../web/server.tsx";

/** `thidua start [--empty | --demo]`: serves until it is told to stop. Gives 1 with one clear sentence when it cannot start. */
export async function run(args: string[]): Promise<number | undefined> {
  const unknown = args.find((arg) => arg !== "--empty" && arg !== "--demo" && arg !== "--help");
  if (args.includes("--help") || unknown !== undefined) {
    process.stdout.write("thidua start [--empty | --demo]\nPORT, HOST, DATA_DIR, DATABASE_URL, BASE_URL, TRUST_PROXY, SMTP_URL\n");
    return unknown === undefined ? 0 : 2;
  }
  const settings = readSettings(process.env);
  if (!settings.ok) return refuse(settings.error);
  const { host, port } = settings.value;
  // The port is taken first: a second start must not touch the data of the first.
  const holder = await bind(host, port);
  if (holder === null) {
    return refuse(`Cổng ${port} đang được chương trình khác dùng: hãy đặt PORT khác. / Port ${port} is in use: set another PORT.`);
  }
  const installation = await openInstallation(settings.value);
  if (!installation.ok) {
    await holder.close();
    return refuse(installation.error);
  }
  const server = makeServer(installation.value, settings.value);
  holder.use(server.app.fetch as (request: Request, env: object) => Response | Promise<Response>);
  await server.state.reload();
  server.state.ready = true;
  process.stdout.write(`\n  ${say("Mở", "Open").vi}: ${settings.value.base_url}\n`);

  let stopping = false;
  const stop = async () => {
    if (stopping) return;
    stopping = true;
    await holder.close();
    await installation.value.close();
    process.exit(0);
  };
  process.on("SIGINT", stop);
  process.on("SIGTERM", stop);
  process.on("SIGHUP", stop);
  return undefined;
}

function refuse(sentence: string): number {
  process.stderr.write(`${sentence}\n`);
  return 1;
}

type Handler = (request: Request, env: object) => Response | Promise<Response>;

/** Takes the address; gives a listening server that answers 503 until it is handed its handler, or null when the port is taken. */
function bind(host: string, port: number): Promise<{ use(handler: Handler): void; close(): Promise<void> } | null> {
  let handler: Handler = () => new Response(JSON.stringify({ status: "starting" }), { status: 503, headers: { "content-type": "application/json" } });
  return new Promise((resolve, reject) => {
    const server = serve({ hostname: host, port, fetch: (request, env) => handler(request, env as object) });
    server.on("listening", () =>
      resolve({
        use: (next) => {
          handler = next;
        },
        close: () =>
          new Promise((done) => {
            server.close(() => done());
            if ("closeIdleConnections" in server) server.closeIdleConnections();
            setTimeout(() => {
              if ("closeAllConnections" in server) server.closeAllConnections();
            }, 3000).unref();
          }),
      }),
    );
    server.on("error", (error: NodeJS.ErrnoException) => {
      if (error.code === "EADDRINUSE" || error.code === "EACCES") resolve(null);
      else reject(error);
    });
  });
}

