import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import chromium from "@sparticuz/chromium";
import { type Browser, type BrowserContext, chromium as playwright, type Page } from "playwright-core";

/** A running product in a data folder of its own. */
export type Product = { url: string; dataDir: string; child: ChildProcess; output: () => string; stop(): Promise<void> };

/** Gives a port that is free now. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address !== null ? address.port : 0));
    });
  });
}

/** Starts the product as its user does and waits until it is healthy. `dataDir` absent: a new one, removed at the end. */
export async function startProduct(args: readonly string[], dataDir?: string): Promise<Product> {
  const folder = dataDir ?? mkdtempSync(join(tmpdir(), "thidua-e2e-"));
  const port = await freePort();
  let text = "";
  const child = spawn(process.execPath, ["bin/thidua.mjs", "start", ...args], {
    env: { ...process.env, DATA_DIR: folder, PORT: String(port), BASE_URL: "", DATABASE_URL: "" },
    stdio: ["ignore", "pipe", "pipe"],
  });
  for (const stream of [child.stdout, child.stderr]) stream?.on("data", (chunk: Buffer) => (text += chunk.toString()));
  const url = `http://localhost:${port}`;
  for (const deadline = Date.now() + 180_000; ; ) {
    if (child.exitCode !== null) throw new Error(`the product ended: ${text}`);
    const healthy = await fetch(`${url}/healthz`).then((response) => response.status === 200, () => false);
    if (healthy) break;
    if (Date.now() > deadline) throw new Error(`the product is not healthy: ${text}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return {
    url, dataDir: folder, child,
    output: () => text,
    stop: async () => {
      if (child.exitCode === null) {
        const ended = new Promise((resolve) => child.once("exit", resolve));
        child.kill("SIGTERM");
        await ended;
      }
      if (dataDir === undefined) rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Opens the browser that comes from the npm registry; works as root too. */
export async function openBrowser(): Promise<Browser> {
  return playwright.launch({
    executablePath: await chromium.executablePath(),
    args: ["--no-sandbox", "--headless=shell", "--disable-gpu", "--disable-dev-shm-usage", "--disable-background-networking"],
    headless: true,
  });
}

/** A browser window: desktop or a small phone, scripts on or off, in Vietnamese. */
export function openWindow(browser: Browser, size: "desktop" | "phone", scripts: boolean): Promise<BrowserContext> {
  return browser.newContext({ viewport: size === "desktop" ? { width: 1366, height: 768 } : { width: 360, height: 740 }, javaScriptEnabled: scripts, locale: "vi-VN" });
}

/** Signs a demonstration account in, leaving whoever was signed in before. */
export async function signIn(page: Page, url: string, username: string): Promise<void> {
  await page.context().clearCookies();
  await page.goto(`${url}/sign-in?as=${username}`);
  await page.fill("#f-password", "chodon-2021");
  await page.click("main form button[type=submit]");
  await page.waitForURL(`${url}/desk`);
}
