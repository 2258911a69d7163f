import { describe, expect, it } from "vitest";
import { openWindow, signIn } from "../support/product.ts";
import { press, withProduct } from "../support/with-product.ts";

const house = withProduct();

describe("a campaign's way, on a small phone with scripts off", () => {
  it("is drafted, refused while a criterion has no measure, launched, and answered by a commune", async () => {
    const page = await (await openWindow(house.browser, "phone", false)).newPage();
    await signIn(page, house.url, "canbo");
    await page.goto(`${house.url}/campaigns/new`);
    const title = "Phong trào thử trên điện thoại";
    await page.fill("#f-title", title);
    await page.fill("#f-aim", "Mỗi thôn làm thêm một đoạn đường.");
    await page.fill("#f-from_on", "29/11/2021");
    await page.fill("#f-to_on", "31/12/2021");
    await page.fill("#f-response_due_on", "10/12/2021");
    await page.fill("[name='criteria.0.text']", "Đường thôn làm mới");
    await page.check("[name='kinds[]'][value=commune]");
    await press(page, "Lưu bản nháp");
    const address = page.url();
    expect(address).toMatch(/\/campaigns\/[0-9a-f-]{36}$/);
    await press(page, "Phát động");
    expect(await page.locator(".errors").innerText()).toContain("Chưa phát động được");
    await page.goto(`${address}/edit`);
    expect(await page.inputValue("#f-title")).toBe(title);
    await page.fill("[name='criteria.0.unit_of_measure']", "km");
    await page.fill("[name='criteria.0.evidence_source']", "Biên bản nghiệm thu");
    await page.fill("[name='criteria.0.due_on']", "20/12/2021");
    await page.locator("main form[method=post] button[type=submit]").last().click();
    await page.waitForLoadState();
    await page.goto(address);
    await press(page, "Phát động");

    await signIn(page, house.url, "xa");
    await page.goto(`${address}/response`);
    await page.fill("#f-undertaking", "Làm 2 km đường thôn.");
    await page.fill("#f-participants", "120");
    await press(page, "Gửi");
    await page.goto(`${address}/board`);
    const board = await page.locator("main").innerText();
    expect(board).toContain("1/20");
    expect(board).toContain("Làm 2 km đường thôn.");
  });

  it("takes a registration of titles, and a late one only with its reason", async () => {
    const page = await (await openWindow(house.browser, "phone", false)).newPage();
    await signIn(page, house.url, "xa");
    await page.goto(`${house.url}/registrations?year=2021`);
    const unit = (await page.locator("a[href*='/registrations/new?unit=']").first().getAttribute("href")) ?? "";
    const form = new URL(unit, house.url);
    form.searchParams.set("year", "2021");
    await page.goto(form.toString());
    await page.selectOption("#f-honour", "advanced_labour_collective");
    const collective = page.locator("[name='subject_unit_ids[]']").last();
    const chosen = await collective.getAttribute("value");
    await collective.check();
    await press(page, "Đăng ký");
    expect(await page.locator("#f-late_reason-error").count()).toBe(1);
    expect(await page.locator(`[name='subject_unit_ids[]'][value='${chosen}']`).isChecked()).toBe(true);
    await page.fill("#f-late_reason", "Cán bộ phụ trách nghỉ ốm.");
    await press(page, "Đăng ký");
    expect(await page.locator(".notice").count()).toBe(1);
    expect(await page.locator("main").innerText()).toContain("Cán bộ phụ trách nghỉ ốm.");
  });
});

describe("a unit's meeting, on a small phone with scripts off", () => {
  it("is refused with everything typed kept, then gives minutes and drafts, which go up together", async () => {
    const page = await (await openWindow(house.browser, "phone", false)).newPage();
    await signIn(page, house.url, "truong");
    await page.goto(`${house.url}/meetings/new?honour=district_certificate_of_merit&year=2021`);
    for (const [name, value] of [["held_on", "26/11/2021"], ["chair_name", "Nông Thị Chủ Trì Mẫu"], ["secretary_name", "Hà Văn Thư Ký Mẫu"], ["members", "30"], ["present", "27"]] as const) await page.fill(`[name=${name}]`, value);
    await page.selectOption("[name=mode]", "hands");
    await page.selectOption("[name=authority]", "district");
    await page.fill("[name=shared_achievement]", "Hoàn thành tốt nhiệm vụ, tích cực trong phong trào thi đua.");
    await page.check("[name=nothing_pending]");
    await page.fill("[name='rows.0.votes_for']", "28");
    await page.check("[name='rows.0.proposed']");
    await page.fill("[name='rows.1.votes_for']", "20");
    await page.check("[name='rows.1.proposed']");
    await page.fill("[name='rows.2.votes_for']", "3");
    await press(page, "Ghi cuộc họp, lập hồ sơ nháp");
    expect(await page.locator(".errors").innerText()).toContain("28 phiếu đồng ý, nhiều hơn số người dự họp (27)");
    expect([await page.inputValue("[name='rows.1.votes_for']"), await page.isChecked("[name='rows.1.proposed']"), await page.inputValue("[name=held_on]")]).toEqual(["20", true, "26/11/2021"]);
    await page.fill("[name='rows.0.votes_for']", "27");
    await press(page, "Ghi cuộc họp, lập hồ sơ nháp");
    expect(page.url()).toMatch(/\/meetings\/[0-9a-f-]{36}$/);
    expect(await page.locator("main a[href^='/nominations/']").count()).toBe(2);
    expect(await page.locator("main").innerText()).toContain("27/27");
    await press(page, "Trình cả danh sách");
    expect(await page.locator(".notice").count()).toBe(1);
  });
});
