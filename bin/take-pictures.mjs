// Takes the pictures of the README from a running demonstration: node bin/take-pictures.mjs [address]
import { mkdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import chromium from "@sparticuz/chromium";
import { chromium as playwright } from "playwright-core";

const address = process.argv[2] ?? "http://localhost:3000";
const folder = join(dirname(dirname(fileURLToPath(import.meta.url))), "docs/pictures");
mkdirSync(folder, { recursive: true });
const browser = await playwright.launch({ executablePath: await chromium.executablePath(), args: ["--no-sandbox", "--headless=shell", "--disable-gpu"], headless: true });
const context = await browser.newContext({ viewport: { width: 1280, height: 860 }, locale: "vi-VN" });
const page = await context.newPage();
await page.goto(address);
await page.screenshot({ path: join(folder, "portal.png") });
await page.goto(`${address}/sign-in?as=canbo`);
await page.fill("#f-password", "chodon-2021");
await page.click("main form button[type=submit]");
await page.waitForURL(`${address}/desk`);
await page.goto(`${address}/nominations?status=submitted&honour=grassroots_emulation_fighter`);
const failing = page.locator("tr", { hasText: "✕" }).locator("a").first();
if ((await failing.count()) > 0) await failing.click();
else await page.locator("tbody a").first().click();
await page.waitForLoadState();
await page.screenshot({ path: join(folder, "nomination.png") });
await browser.close();
process.stdout.write(`${folder}/portal.png\n${folder}/nomination.png\n`);
