import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { openWindow, signIn } from "../support/product.ts";
import { press, withProduct } from "../support/with-product.ts";

const house = withProduct();

/** The officer plans a session of today, puts the collectives' dossiers one by one by secret ballot, and opens it; gives its address and how many dossiers waited. */
async function prepare(page: Page): Promise<{ address: string; waiting: number }> {
  await signIn(page, house.url, "canbo");
  await page.goto(`${house.url}/councils`);
  await page.locator("a:text-is('Thành viên và các phiên họp')").first().click();
  await page.locator("summary:text-is('Dự kiến phiên họp')").click();
  await page.fill("[name=title]", "Phiên thử bỏ phiếu kín");
  await page.fill("[name=held_on]", "29/11/2021");
  await press(page, "Ghi và mời thành viên");
  const address = page.url();
  await press(page, "Khai mạc");
  await page.locator("summary:text-is('Trình hồ sơ ra phiên họp')").click();
  const option = page.locator("[name=group] option", { hasText: "Tập thể lao động tiên tiến" }).first();
  const group = await option.getAttribute("value");
  const waiting = Number(/: (\d+)$/.exec((await option.textContent()) ?? "")?.[1]);
  await page.selectOption("[name=group]", group ?? "");
  await page.selectOption("[name=as]", "single");
  await page.selectOption("[name=mode]", "secret");
  await press(page, "Trình Hội đồng");
  // Conflicts that were found are decided one after the other.
  for (let left = 20; left > 0 && (await page.locator("main button:text-is('Vẫn biểu quyết')").count()) > 0; left -= 1) {
    await page.locator("form[action$='/recusals'] [name$=reason]").first().fill("Không trực tiếp quản lý");
    await press(page, "Vẫn biểu quyết");
  }
  return { address, waiting };
}

describe("a secret ballot on a small phone", () => {
  it("is fetched, cast without any cookie, counted, and found on the board by its receipt", async () => {
    const officer = await (await openWindow(house.browser, "desktop", true)).newPage();
    officer.on("dialog", (dialog) => void dialog.accept());
    const { address, waiting } = await prepare(officer);
    await press(officer, /^Phát phiếu kín/);

    const member = await (await openWindow(house.browser, "phone", true)).newPage();
    const cast: { cookie: string | undefined; referer: string | undefined; status: number }[] = [];
    member.on("response", async (response) => {
      if (!response.url().endsWith("/cast")) return;
      const headers = await response.request().allHeaders();
      cast.push({ cookie: headers["cookie"], referer: headers["referer"], status: response.status() });
    });
    await signIn(member, house.url, "hoidong");
    await member.goto(`${address}/ballots`);
    // Two more members fetch theirs: a box with fewer than three would keep nothing secret.
    for (const username of ["hd.2", "hd.3"]) {
      const other = await (await openWindow(house.browser, "desktop", true)).newPage();
      await signIn(other, house.url, username);
      await other.goto(`${address}/ballots`);
      await other.locator("#ballot-screen button").first().click({ timeout: 60_000 });
      await other.waitForTimeout(1500);
    }
    const papers = await member.evaluate(() => (JSON.parse(document.getElementById("ballot-page")?.textContent ?? "{}") as { papers: unknown[] }).papers.length);
    // How many units were taken up for appraisal first depends on ids that are drawn anew; none more than were waiting.
    expect(papers).toBeGreaterThan(0);
    expect(papers).toBeLessThanOrEqual(waiting);
    await member.locator("#ballot-screen button").first().click({ timeout: 60_000 });
    await member.waitForTimeout(1500);
    await press(officer, /^Mở hòm phiếu/);
    await member.locator("#ballot-screen fieldset").first().waitFor({ timeout: 60_000 });
    for (let at = 0; at < papers; at += 1) await member.check(`#ballot-${at}-${at % 2 === 0 ? "agree" : "disagree"}`);
    expect(await member.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
    await member.locator("#ballot-screen button:visible").first().click();
    await member.locator("#ballot-screen .notice").waitFor({ timeout: 60_000 });
    expect(cast).toEqual(Array.from({ length: papers }, () => ({ cookie: undefined, referer: undefined, status: 204 })));
    await member.locator("#ballot-screen button:visible").first().click();
    const receipt = await member.locator("#ballot-screen .code").first().innerText();

    await officer.goto(address);
    await press(officer, /^Đóng hòm, kiểm phiếu/);
    expect(await officer.locator("main").innerText()).toContain("Đã đóng hòm và kiểm phiếu");
    await member.goto(address);
    const boards = await member.locator("a:text-is('Bảng phiếu')").evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).href));
    const shown: string[] = [];
    for (const board of boards) {
      await member.goto(board);
      shown.push(await member.locator("main").innerText());
    }
    expect(shown.filter((text) => text.includes(receipt))).toHaveLength(1);
    const record = await member.request.get(`${boards[0]?.replace(/board$/, "record.json")}`);
    expect(((await record.json()) as { format: string }).format).toBe("thidua-ballot-1");
  });
});
