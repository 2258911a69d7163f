import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openBrowser, openWindow, type Product, startProduct } from "../support/product.ts";

let product: Product;
let browser: Browser;
beforeAll(async () => {
  product = await startProduct(["--empty"]);
  browser = await openBrowser();
});
afterAll(async () => {
  await browser?.close();
  await product?.stop();
});

describe("an empty installation", () => {
  it("leads to its set-up page, keeps what was typed when something is wrong, and opens for the administrator", async () => {
    const context = await openWindow(browser, "phone", false);
    const page = await context.newPage();
    await page.goto(product.url);
    expect(page.url()).toBe(`${product.url}/set-up`);
    await page.fill("#f-name", "Huyện Mẫu");
    await page.fill("#f-name_en", "Sample District");
    await page.fill("#f-code", "1");
    await page.fill("#f-admin_name", "Quản trị Mẫu");
    await page.fill("#f-username", "quantri");
    await page.fill("#f-password", "ngan");
    await page.click("main form button");
    expect(await page.locator("#f-code-error").innerText()).toBe("Dùng 2 đến 8 chữ cái không dấu, chữ số; bắt đầu bằng chữ cái.");
    expect(await page.locator("#f-password-error").innerText()).toBe("Cần ít nhất 8 ký tự.");
    expect(await page.inputValue("#f-name")).toBe("Huyện Mẫu");
    await page.fill("#f-code", "HM");
    await page.fill("#f-password", "mat khau du dai");
    await page.click("main form button");
    expect(page.url()).toBe(`${product.url}/users`);
    expect(await page.locator("main").innerText()).toContain("quantri");
    const again = await page.goto(`${product.url}/set-up`);
    expect([again?.url(), again?.status()]).toEqual([`${product.url}/`, 200]);
    await context.close();
  });

  it("serves every fixed address", async () => {
    const status = async (path: string) => (await fetch(`${product.url}${path}`, { redirect: "manual" })).status;
    const found: Record<string, number> = {};
    for (const path of ["/healthz", "/", "/?lang=en", "/verify", "/verify/HM-AAAA-AAAA", "/sign-in", "/api/openapi.json", "/api/docs", "/log/checkpoint", "/log/tile/0/000.p/1", "/feed.atom", "/.well-known/security.txt", "/no-such-page"]) {
      found[path] = await status(path);
    }
    expect(found).toEqual({
      "/healthz": 200, "/": 200, "/?lang=en": 200, "/verify": 200, "/verify/HM-AAAA-AAAA": 404, "/sign-in": 200, "/api/openapi.json": 200, "/api/docs": 200,
      // An installation that decided nothing has an empty log, and says so.
      "/log/checkpoint": 404, "/log/tile/0/000.p/1": 404, "/feed.atom": 200, "/.well-known/security.txt": 200, "/no-such-page": 404,
    });
    const health = (await (await fetch(`${product.url}/healthz`)).json()) as Record<string, unknown>;
    expect(Object.keys(health)).toEqual(["status", "database", "version"]);
    expect([health["status"], health["database"]]).toEqual(["ok", "embedded"]);
    expect(await (await fetch(`${product.url}/?lang=en`)).text()).toContain("Sample District");
  });

  it("sends a first page of at most 20 KB, styles and scripts included", async () => {
    const size = async (path: string) => {
      const response = await fetch(`${product.url}${path}`, { headers: { "accept-encoding": "gzip" } });
      expect(response.headers.get("content-encoding")).toBe("gzip");
      const { gzipSync } = await import("node:zlib");
      return gzipSync(Buffer.from(await response.arrayBuffer())).length;
    };
    expect((await size("/")) + (await size("/assets/look.css")) + (await size("/assets/enhance.js"))).toBeLessThan(20 * 1024);
  });
});
