import { mkdtempSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { run as verifyCommand } from "../../src/app/cli/verify.ts";
import { openWindow, signIn } from "../support/product.ts";
import { press, withProduct } from "../support/with-product.ts";

const house = withProduct();

async function noOverflow(page: Page): Promise<void> {
  // Without scripts the page cannot be asked; the layout is the same with them.
  const wide = await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth).catch(() => false);
  expect(wide, `${page.url()} is wider than the window`).toBe(false);
}

/** Writes a nomination of the chosen honour for the nth person who has none, and gives its address. */
async function writeNomination(page: Page, honour: string, person: number, fields: Record<string, string>): Promise<string> {
  await page.goto(`${house.url}/nominations/new?honour=${honour}&year=2021&authority=district`);
  const values = await page.locator("#f-subject option[value^='person:']").evaluateAll((options) => options.map((option) => option.getAttribute("value") ?? ""));
  await page.selectOption("#f-subject", values[person] as string);
  await page.fill("#f-achievement", "Đã cứu người trong lũ quét tại thôn Mẫu. Việc làm được nhân dân ghi nhận.");
  for (const [name, value] of Object.entries(fields)) {
    const tag = await page.locator(`#f-${name}`).evaluate((element) => element.tagName);
    if (tag === "SELECT") await page.selectOption(`#f-${name}`, value);
    else await page.fill(`#f-${name}`, value);
  }
  await page.check("[name='pending[]'][value=none]");
  await press(page, "Lưu nháp, xem đối chiếu");
  expect(page.url()).toMatch(/\/nominations\/[0-9a-f-]{36}$/);
  return page.url();
}

describe.each([
  { size: "desktop", scripts: true, person: 0, number: "901" },
  { size: "phone", scripts: false, person: 1, number: "902" },
] as const)("a nomination's way to a verified certificate ($size, scripts $scripts)", ({ size, scripts, person, number }) => {
  it("is written, checked, submitted, appraised, decided, printed and verified; an ineligible one is stopped with its article", async () => {
    const context = await openWindow(house.browser, size, scripts);
    const page = await context.newPage();
    const broken: string[] = [];
    page.on("console", (message) => {
      if (message.type() === "error") broken.push(message.text());
    });

    // The clerk writes one eligible and one ineligible nomination.
    await signIn(page, house.url, "xa");
    const clean = { rating: "good", disciplined: "no" };
    const eligible = await writeNomination(page, "district_certificate_of_merit", person, { ...clean, initiative_scope: "none", deed: `lu-quet-${number}` });
    expect(await page.locator("#findings .verdict").innerText()).toContain("Đủ tiêu chuẩn.");
    await noOverflow(page);
    await press(page, "Trình hồ sơ");
    expect(await page.locator("[aria-current=step]").innerText()).toBe("Đã trình");

    const ineligible = await writeNomination(page, "grassroots_emulation_fighter", person + 55, { ...clean, initiative_scope: "none" });
    const findings = await page.locator("#findings").innerText();
    expect(findings).toContain("Chưa đủ tiêu chuẩn.");
    expect(findings).toMatch(/sáng kiến/);
    expect(findings).toContain("Luật 15/2003/QH11, Điều 23");
    await press(page, "Trình hồ sơ");

    // The officer appraises: the eligible one goes on, the other cannot and is returned with a reason.
    await signIn(page, house.url, "canbo");
    await page.goto(eligible);
    await press(page, "Nhận thẩm định");
    await press(page, "Đề nghị khen thưởng");
    expect(await page.locator("[aria-current=step]").innerText()).toBe("Đề nghị");
    await page.goto(ineligible);
    await press(page, "Nhận thẩm định");
    expect(await page.locator("main").innerText()).toContain("Chưa đề nghị được: còn điều kiện bắt buộc không đạt.");
    await page.locator("summary", { hasText: "Trả lại kèm lý do" }).click();
    await page.locator("form[action='/nominations/return'] textarea").fill("Thiếu sáng kiến được công nhận.");
    await page.locator("form[action='/nominations/return'] button").click();
    await page.waitForLoadState();
    expect(await page.locator(".timeline").innerText()).toContain("“Thiếu sáng kiến được công nhận.”");

    // The decision: prepared, signed, numbered.
    const id = eligible.split("/").at(-1) as string;
    await page.goto(`${house.url}/decisions/new`);
    await page.check(`[value="${id}"]`);
    await page.fill("#f-title", `Về việc tặng Giấy khen đột xuất ${number}`);
    await press(page, "Lập dự thảo");
    const decision = page.url();
    page.on("dialog", (dialog) => void dialog.accept());
    await signIn(page, house.url, "chutich");
    await page.goto(decision);
    await press(page, "Ký quyết định");
    await signIn(page, house.url, "vanthu");
    await page.goto(decision);
    await page.fill("#f-number", "35");
    await page.fill("#f-decided_on", "06/01/2021");
    await press(page, "Cho số, ban hành");
    expect(await page.locator(".errors").innerText()).toContain("Số 35/QĐ-UBND năm 2021 đã dùng");
    await page.fill("#f-number", number);
    await page.fill("#f-decided_on", "29/11/2021");
    await press(page, "Cho số, ban hành");
    expect(await page.locator("main").innerText()).toContain("Có hiệu lực");
    await noOverflow(page);

    // The paper verifies offline, and a stranger verifies the code.
    const pdf = await context.request.get(`${house.url}${await page.locator("a:text-is('PDF')").getAttribute("href")}`);
    expect(pdf.headers()["content-type"]).toBe("application/pdf");
    const folder = mkdtempSync(join(tmpdir(), "thidua-paper-"));
    const file = join(folder, `certificate-${number}.pdf`);
    writeFileSync(file, await pdf.body());
    const key = join(folder, "key.txt");
    writeFileSync(key, await (await context.request.get(`${house.url}/log/key`)).text());
    const printed: string[] = [];
    const write = process.stdout.write;
    process.stdout.write = (chunk: string | Uint8Array) => printed.push(String(chunk)) > 0;
    try {
      expect(await verifyCommand(["certificate", file, "--key", key])).toBe(0);
    } finally {
      process.stdout.write = write;
    }
    const verdict = JSON.parse(printed.join("")) as { genuine: boolean; award: { code: string; decision_number: string } };
    expect(verdict.genuine).toBe(true);
    expect(verdict.award.decision_number).toBe(`${number}/QĐ-UBND`);
    await context.clearCookies();
    await page.goto(`${house.url}/verify`);
    await page.fill("#f-code", verdict.award.code.toLowerCase());
    await press(page, "Xác minh");
    expect(await page.locator("[role=status]").innerText()).toContain("Có thật và còn hiệu lực.");
    await noOverflow(page);
    // The one refused form (a number that is taken) is told by its status too.
    expect(broken).toEqual(["Failed to load resource: the server responded with a status of 422 (Unprocessable Entity)"]);
    await context.close();
  });
});

describe("what people do wrong", () => {
  it("a double click on a button does it once", async () => {
    const context = await openWindow(house.browser, "desktop", false);
    const page = await context.newPage();
    await signIn(page, house.url, "xa");
    await page.goto(`${house.url}/nominations/new?honour=district_certificate_of_merit&year=2021&authority=district`);
    const fields = await page.locator("form[action='/nominations'] input[type=hidden]").evaluateAll((inputs) => inputs.map((input) => [input.getAttribute("name") ?? "", input.getAttribute("value") ?? ""]));
    const person = await page.locator("#f-subject option[value^='person:']").nth(4).getAttribute("value");
    const form = Object.fromEntries([...fields, ["subject", person ?? ""], ["achievement", "Gửi hai lần."], ["deed", "hai-lan"]]);
    const send = () => context.request.post(`${house.url}/nominations`, { form, maxRedirects: 0 });
    const [first, second] = await Promise.all([send(), send()]);
    expect([first.status(), second.status()]).toEqual([303, 303]);
    expect(second.headers()["location"]).toBe(first.headers()["location"]);
    await context.close();
  });

  it("a form without its token is refused, and an unknown code is a 404 that says so", async () => {
    const context = await openWindow(house.browser, "desktop", true);
    const page = await context.newPage();
    await signIn(page, house.url, "canbo");
    const forged = await context.request.post(`${house.url}/nominations/submission`, { form: { "nomination_ids[]": "x" }, headers: { origin: "http://evil.example" }, maxRedirects: 0 });
    expect(forged.status()).toBe(403);
    const unknown = await page.goto(`${house.url}/verify/CD-AAAA-AAAA`);
    expect(unknown?.status()).toBe(404);
    expect(await page.locator(".errors").innerText()).toContain("Không có giấy khen, danh hiệu nào mang mã CD-AAAA-AAAA");
    await context.close();
  });

  it("whoever may not see a page is led to sign in, or told so", async () => {
    const context = await openWindow(house.browser, "desktop", true);
    const page = await context.newPage();
    await page.goto(`${house.url}/nominations`);
    expect(page.url()).toBe(`${house.url}/sign-in?next=%2Fnominations`);
    await signIn(page, house.url, "ketoan");
    const refused = await page.goto(`${house.url}/nominations`);
    expect(refused?.status()).toBe(403);
    await context.close();
  });
});

/** What axe-core finds that keeps somebody from using the page (WCAG 2.1 A and AA), as rule and place. */
async function barriers(page: Page): Promise<string[]> {
  await page.addScriptTag({ path: createRequire(import.meta.url).resolve("axe-core/axe.min.js") });
  const found = await page.evaluate(async () => {
    const { axe } = window as unknown as { axe: { run(options: object): Promise<{ violations: { id: string; nodes: { target: unknown[] }[] }[] }> } };
    return (await axe.run({ runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"] })).violations;
  });
  return found.flatMap((violation) => violation.nodes.map((node) => `${violation.id} ${node.target.join(" ")}`));
}

describe("every page of every role", () => {
  const roles = ["-", "canbo", "xa", "truong", "doanhnghiep", "thutruong", "truongphong", "hoidong", "chutich", "vanthu", "ketoan", "kiemtra", "quantri"];
  it.each(roles)("opens from the menu on a phone, without a wide page, a broken link, a console error or a barrier: %s", async (role) => {
    // The checker of accessibility is put into the page, which the page's own policy forbids.
    const context = await house.browser.newContext({ viewport: { width: 360, height: 740 }, locale: "vi-VN", bypassCSP: true });
    const page = await context.newPage();
    const broken: string[] = [];
    page.on("console", (message) => {
      if (message.type() === "error") broken.push(`${page.url()} ${message.text()}`);
    });
    page.on("pageerror", (error) => broken.push(`${page.url()} ${error.message}`));
    if (role === "-") await page.goto(house.url);
    else await signIn(page, house.url, role);
    const links = await page.locator("header nav a, footer nav a").evaluateAll((anchors) => anchors.map((anchor) => anchor.getAttribute("href") ?? ""));
    for (const href of new Set(links)) {
      const response = await page.goto(new URL(href, house.url).toString());
      expect(response?.status(), href).toBe(200);
      await noOverflow(page);
      broken.push(...(await barriers(page)).map((barrier) => `${href} ${barrier}`));
    }
    expect(broken).toEqual([]);
    await context.close();
  });
});
