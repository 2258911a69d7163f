import { resolve } from "node:path";
import { err, ok, type Result } from "../kernel/result.ts";

/** What the environment says (contracts/http.md). */
export type Settings = {
  port: number;
  host: string;
  /** Absolute path. */
  data_dir: string;
  /** Absent: the embedded PostgreSQL. */
  database_url: string | null;
  /** What links and QR codes say, without a slash at the end. */
  base_url: string;
  trust_proxy: boolean;
  smtp_url: string | null;
};

const LOOPBACK = new Set(["127.0.0.1", "::1", "localhost"]);

/** Says whether the host is reached from this machine alone. */
export function isLoopback(host: string): boolean {
  return LOOPBACK.has(host);
}

/** Reads the environment; fails with one sentence that names the variable. */
export function readSettings(env: NodeJS.ProcessEnv): Result<Settings, string> {
  const port = env["PORT"] === undefined || env["PORT"] === "" ? 3000 : Number(env["PORT"]);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    return err(`PORT phải là số từ 0 đến 65535, đang là “${env["PORT"]}”. / PORT must be a number from 0 to 65535.`);
  }
  const host = env["HOST"] || "127.0.0.1";
  const base_url = (env["BASE_URL"] || `http://${host === "127.0.0.1" ? "localhost" : host}:${port}`).replace(/\/+$/, "");
  if (!URL.canParse(base_url)) return err(`BASE_URL không phải địa chỉ: “${base_url}”. / BASE_URL is not an address.`);
  const database_url = env["DATABASE_URL"] || null;
  if (database_url !== null && !/^postgres(ql)?:\/\//.test(database_url)) {
    return err("DATABASE_URL phải bắt đầu bằng postgres://. / DATABASE_URL must begin with postgres://.");
  }
  return ok({
    port,
    host,
    data_dir: resolve(env["DATA_DIR"] || "./data"),
    database_url,
    base_url,
    trust_proxy: env["TRUST_PROXY"] === "1" || env["TRUST_PROXY"] === "true",
    smtp_url: env["SMTP_URL"] || null,
  });
}
