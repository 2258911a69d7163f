import chromium from "@sparticuz/chromium";
import { chromium as pw } from "playwright-core";
const [,, user, width, ...paths] = process.argv;
const browser = await pw.launch({ executablePath: await chromium.executablePath(), args: ["--no-sandbox", "--headless=shell", "--disable-gpu"] });
const page = await (await browser.newContext({ viewport: { width: Number(width), height: 900 } })).newPage();
page.on("console", (m) => { if (m.type() === "error") console.log("CONSOLE", m.text()); });
const B = "http://localhost:" + (process.env.P ?? "3111");
if (user !== "-") {
  await page.goto(B + "/sign-in"); await page.fill("[name=username]", user); await page.fill("[name=password]", "chodon-2021"); await page.click("button[type=submit]:has-text('Đăng nhập')"); await page.waitForLoadState();
}
let n = 0;
for (const path of paths) {
  if (path.startsWith("click:")) { await page.locator(path.slice(6)).first().click(); await page.waitForLoadState(); } else if (path.startsWith("wait:")) { await page.waitForTimeout(Number(path.slice(5))); } else await page.goto(B + path);
  const wide = await page.evaluate(() => document.documentElement.scrollWidth);
  await page.screenshot({ path: `/tmp/shots/${user}-${width}-${n}.png`, fullPage: true });
  console.log(n, page.url().replace(B, ""), "|", await page.title(), "| scrollWidth", wide); n += 1;
}
await browser.close();
