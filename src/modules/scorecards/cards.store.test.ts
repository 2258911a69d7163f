import { eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { freshDatabase, makeLocality, type TestDatabase } from "../../../tests/support/database.ts";
import { canonicalJson } from "../../kernel/canonical-json.ts";
import { plainDate } from "../../kernel/plain-date.ts";
import { unwrap } from "../../kernel/result.ts";
import { type Actor, PUBLIC } from "../../platform/command/actor.ts";
import { runCommand, runQuery } from "../../platform/command/execute.ts";
import { foundLocality, importUnits } from "../organizations/index.ts";
import { copyCard, draftCard, publishCard, reopenCard, reviseCard, withdrawCard } from "./commands-cards.ts";
import { findLeaf } from "./core/card-check.ts";
import { addCriterion, deleteRule, emptyContent, putRule } from "./core/card-edit.ts";
import type { CardContent } from "./core/content.ts";
import { browseCards, cardPage, readyCards, tryCard } from "./queries-cards.ts";
import { READY_CARDS } from "./ready/catalogue.ts";
import { scorecards, scoringRounds } from "./tables.ts";
import { createHash } from "node:crypto";

let test: TestDatabase;
let as: Awaited<ReturnType<typeof makeLocality>>;
let root: string;
let commune: string;
let officer: Actor;
let clerk: Actor;
let neighbour: Actor;

const user = (id: string, role: string, unit_id: string): Actor => ({ kind: "user", id: `01900000-0000-7000-8000-00000000000${id}`, name: role, person_id: null, grants: [{ role, unit_id, acting_for: null }] });

beforeAll(async () => {
  test = await freshDatabase();
  as = await makeLocality(test.database, "CD", "2021-03-20");
  const run = (command: Parameters<typeof runCommand>[2], input: unknown) => runCommand(test.engine, as(), command, input);
  root = (unwrap(await run(foundLocality, { name: "Huyện Thử", from_on: "2000-01-01" })) as { id: string }).id;
  const { ids } = unwrap(await run(importUnits, { parent_id: root, units: [{ key: "a", name: "Xã Bằng Lãng", kind: "commune", from_on: "2000-01-01" }, { key: "b", name: "Xã Đồng Lạc", kind: "commune", from_on: "2000-01-01" }] })) as { ids: Record<string, string> };
  commune = ids["a"] ?? "";
  officer = user("a", "officer", root);
  clerk = user("b", "clerk", root);
  neighbour = user("c", "officer", ids["b"] ?? "");
});
afterAll(() => test.drop());

const draft = (input: Record<string, unknown> = {}, actor = officer) => runCommand(test.engine, as(actor), draftCard, { unit_id: root, year: 2021, ready_id: "commune_cluster", ...input });
const drafted = async (input: Record<string, unknown> = {}) => unwrap(await draft(input)).id;
const page = async (card_id: string, actor: Actor = officer) => runQuery(test.engine, as(actor), cardPage, { card_id });
const cardOf = async (card_id: string) => unwrap(await page(card_id)).card;
const revise = async (card_id: string, content: CardContent, more: Record<string, unknown> = {}) => {
  const { revision, title } = await cardOf(card_id);
  return runCommand(test.engine, as(officer), reviseCard, { card_id, revision, title, content, ...more });
};
const publish = (card_id: string, actor = officer) => runCommand(test.engine, as(actor), publishCard, { card_id });
const published = async (input: Record<string, unknown> = {}) => {
  const id = await drafted(input);
  unwrap(await publish(id));
  return id;
};
const openRoundOn = (card_id: string) =>
  test.database.inLocality("CD", (tx) =>
    tx.insert(scoringRounds).values({
      locality_id: "CD", id: card_id.replace(/.{4}$/, "ffff"), unit_id: root, card_id, year: 2021, title: "Đợt 2021", status: "self", scorers_per_unit: 2, created_at: as().clock.now(),
      opened_on: plainDate("2021-11-01"), self_due_on: plainDate("2021-11-10"), cross_due_on: plainDate("2021-11-20"), appraisal_due_on: plainDate("2021-11-30"), meeting_on: plainDate("2021-12-10"),
    }),
  );
const logged = (type: string) => test.database.inLocality("CD", async (tx) => (await tx.execute<{ n: number }>(sql`select count(*)::int as n from log_entries where convert_from(leaf, 'UTF8') like ${`%${type}%`}`)).rows[0]?.n);

describe("drafting", () => {
  it("takes a ready card, its dates moved to the year, its title and purpose where none are given", async () => {
    const card = await cardOf(await drafted({ year: 2023 }));
    expect([card.title, card.purpose, card.ready_id, card.status, card.revision]).toEqual(["Bảng chấm điểm cụm thi đua các xã, thị trấn năm 2023", "cluster", "commune_cluster", "draft", 1]);
    expect(card.content.scorecard.id).toBe("bang-cham-diem-cum-thi-dua-cac-xa-thi-tran-2023");
    expect(findLeaf(card.content.scorecard.criteria, "5.1")?.rules[0]).toMatchObject({ kind: "deadline", due: "2023-01-31" });
  });

  it("starts empty with a title and a purpose, and says which is missing", async () => {
    const empty = await cardOf(await drafted({ ready_id: "", title: "Bảng mới", purpose: "other" }));
    expect(empty.content).toEqual(emptyContent("bang-moi-2021", "Bảng mới", "100"));
    const missing = await draft({ ready_id: "", title: "Bảng mới" });
    expect(missing.ok ? null : Object.keys(missing.error.fields ?? {})).toEqual(["purpose"]);
    const unknown = await draft({ ready_id: "nothing" });
    expect(unknown.ok ? null : Object.keys(unknown.error.fields ?? {})).toEqual(["ready_id"]);
  });

  it("is for officers of the unit, and so are drafts", async () => {
    for (const actor of [clerk, neighbour]) {
      const refused = await draft({}, actor);
      expect(refused.ok ? null : refused.error.code).toBe("forbidden");
    }
    const id = await drafted();
    const seenBy = async (actor: Actor) => {
      const seen = await page(id, actor);
      return seen.ok ? seen.value.moves : seen.error.code;
    };
    expect([await seenBy(officer), await seenBy(clerk), await seenBy(neighbour), await seenBy(PUBLIC)]).toEqual([["revise", "publish", "withdraw"], "not_found", "not_found", "not_found"]);
    const listed = async (actor: Actor) => unwrap(await runQuery(test.engine, as(actor), browseCards, {})).rows.some((row) => row.id === id);
    expect([await listed(officer), await listed(PUBLIC)]).toEqual([true, false]);
  });

  it("offers the nine ready cards", async () => {
    const offered = unwrap(await runQuery(test.engine, as(PUBLIC), readyCards, {}));
    expect(offered.map(({ id, leaves, unverified }) => [id, leaves, unverified])).toContainEqual(["new_rural_2016_2020", 49, 47]);
    expect(offered).toHaveLength(READY_CARDS.length);
  });
});

describe("revising", () => {
  it("raises the revision, keeps the two titles one, and refuses what was read before somebody else's change", async () => {
    const id = await drafted();
    const { content } = await cardOf(id);
    expect(unwrap(await revise(id, content, { title: "Tên khác" }))).toEqual({ id, revision: 2 });
    const card = await cardOf(id);
    expect([card.title, card.content.scorecard.title]).toEqual(["Tên khác", "Tên khác"]);
    const stale = await revise(id, content, { revision: 1, title: "Đè lên" });
    expect(stale.ok ? null : [stale.error.code, stale.error.message.vi.startsWith("Bảng vừa được người khác sửa.")]).toEqual(["conflict", true]);
    expect((await cardOf(id)).title).toBe("Tên khác");
  });

  it("names the place of what is no card", async () => {
    const id = await drafted();
    const wrong = await revise(id, { ...emptyContent("x", "X", "100"), facts: { Thu: { label_vi: "x" } } });
    expect(wrong.ok ? null : Object.keys(wrong.error.fields ?? {})).toEqual(["content.facts.Thu"]);
  });
});

describe("publishing", () => {
  it("opens the card to everybody and logs its hash", async () => {
    const before = await logged("scorecard_published");
    const id = await drafted();
    const { hash } = unwrap(await publish(id));
    const seen = unwrap(await page(id, PUBLIC));
    expect([seen.card.status, seen.card.published_on, seen.moves]).toEqual(["published", "2021-03-20", []]);
    expect(hash).toBe(createHash("sha256").update(canonicalJson(seen.card.content)).digest("hex"));
    expect(await logged("scorecard_published")).toBe((before ?? 0) + 1);
    const twice = await publish(id);
    expect(twice.ok ? null : twice.error.code).toBe("conflict");
    const changed = await revise(id, seen.card.content);
    expect(changed.ok ? null : changed.error.code).toBe("conflict");
  });

  it("is refused with every fault at its place, and goes through once all are mended", async () => {
    const id = await drafted();
    const sound = (await cardOf(id)).content;
    let broken = unwrap(deleteRule(sound, "1.1", 1));
    broken = unwrap(putRule(broken, "1.6", 0, { kind: "tier", fact: "disbursement_rate", tiers: [{ from: "98", points: "4" }, { from: "90", below: "97", points: "2" }] }, {}));
    broken = unwrap(putRule(broken, "1.7", 0, { kind: "tier", fact: "attendance_rate", tiers: [{ from: "90", points: "4" }, { from: "80", below: "95", points: "2" }], otherwise: "0" }, {}));
    broken = unwrap(addCriterion(broken, "5", { id: "5.6", base: "1", rules: [] }, {}));
    broken = { ...broken, facts: Object.fromEntries(Object.entries(broken.facts).filter(([fact]) => fact !== "models")) };
    unwrap(await revise(id, broken));
    const refused = await publish(id);
    expect(refused.ok ? null : [refused.error.code, Object.entries(refused.error.fields ?? {}).map(([name, text]) => [name, text.vi])]).toEqual([
      "refused",
      [
        ["card.base", "Tổng điểm của bảng: Tổng điểm chuẩn các mục là 101, bảng ghi 100: phải bằng nhau."],
        ["criterion.5.6", "Mục 5.6: Mục 5.6 chưa có quy tắc chấm: thêm ít nhất một quy tắc."],
        ["rule.1.6.0", "Mục 1.6 “Giải ngân vốn đầu tư công”, quy tắc 1: Hở khoảng từ 97 đến dưới 98: thêm khoảng, hoặc ghi otherwise."],
        ["rule.1.7.0", "Mục 1.7 “Huy động trẻ em đến trường”, quy tắc 1: Khoảng này chồng lên khoảng thứ 2."],
        ["fact.models", "Dữ kiện “models”: Dữ kiện “models” của mục 5.3 chưa có tên gọi."],
      ],
    ]);
    expect((await cardOf(id)).status).toBe("draft");
    unwrap(await revise(id, sound));
    expect((await publish(id)).ok).toBe(true);
  });

  it("is undone only while no round uses the card; then it is copied instead", async () => {
    const id = await published();
    expect(unwrap(await page(id)).moves).toEqual(["withdraw", "reopen"]);
    unwrap(await runCommand(test.engine, as(officer), reopenCard, { card_id: id }));
    const hidden = await page(id, PUBLIC);
    expect([hidden.ok, (await cardOf(id)).revision]).toEqual([false, 2]);
    unwrap(await publish(id));
    await openRoundOn(id);
    expect(unwrap(await page(id)).moves).toEqual(["withdraw"]);
    const frozen = await runCommand(test.engine, as(officer), reopenCard, { card_id: id });
    expect(frozen.ok ? null : [frozen.error.code, frozen.error.message.vi]).toEqual(["conflict", "Đã có 1 đợt chấm điểm dùng bảng này nên không sửa được nữa; hãy sao chép thành bảng mới."]);
    unwrap(await runCommand(test.engine, as(officer), withdrawCard, { card_id: id }));
    expect(unwrap(await page(id, PUBLIC)).card.status).toBe("withdrawn");
  });
});

describe("copying", () => {
  it("moves due dates by the years, names the new year, and remembers its origin", async () => {
    const id = await published();
    const copy = unwrap(await runCommand(test.engine, as(officer), copyCard, { card_id: id, year: 2022 }));
    const card = await cardOf(copy.id);
    expect([card.title, card.year, card.status, card.copied_from, card.ready_id]).toEqual(["Bảng chấm điểm cụm thi đua các xã, thị trấn năm 2022", 2022, "draft", id, "commune_cluster"]);
    expect(findLeaf(card.content.scorecard.criteria, "5.1")?.rules[0]).toMatchObject({ due: "2022-01-31", late: "-0.5" });
    expect(findLeaf((await cardOf(id)).content.scorecard.criteria, "5.1")?.rules[0]).toMatchObject({ due: "2021-01-31" });
    expect(unwrap(await page(copy.id)).copied_from?.id).toBe(id);
  });

  it("lets an officer beneath take a published card home, never another unit's draft", async () => {
    const own = user("d", "officer", commune);
    const take = (card_id: string) => runCommand(test.engine, as(own), copyCard, { card_id, unit_id: commune, year: 2021, title: "Bảng của xã" });
    expect((await cardOf(unwrap(await take(await published())).id)).unit_id).toBe(commune);
    const hidden = await take(await drafted());
    expect(hidden.ok ? null : hidden.error.code).toBe("not_found");
    const foreign = await runCommand(test.engine, as(own), copyCard, { card_id: await published(), year: 2021 });
    expect(foreign.ok ? null : foreign.error.code).toBe("forbidden");
  });
});

describe("trying", () => {
  const attempt = async (units: unknown[], actor = officer) => runQuery(test.engine, as(actor), tryCard, { card_id: await drafted({ ready_id: "new_rural_2016_2020" }), units });

  it("gives points, what is missing, and how many criteria are met", async () => {
    const tried = unwrap(await attempt([{ unit: "1", facts: { rural_10: "36", rural_11: "12.01", rural_12: "89.9", rural_1_1: "met", rural_1_2: "not_met", rural_3_1: "80", rural_3_2: "met" } }]));
    if (tried.kind === "refused") throw new Error(tried.text.vi);
    const [unit] = tried.units;
    const points = (id: string) => unit?.criteria.find((entry) => entry.id === id)?.points;
    expect([points("10"), points("11"), points("12"), points("1.1"), points("1.2"), points("2.1")]).toEqual(["1", "0", "0", "1", "0", null]);
    expect([unit?.total, unit?.complete, unit?.full_criteria]).toEqual(["4", false, { full: 2, of: 19 }]);
  });

  it("says where the engine refuses, by the fact's name, and is for officers", async () => {
    const refused = unwrap(await attempt([{ unit: "1", facts: {} }, { unit: "2", facts: { rural_1_1: "maybe" } }]));
    expect(refused.kind === "refused" ? [refused.where.vi, refused.fact, refused.unit] : null).toEqual(["Dữ kiện “Quy hoạch chung xã được duyệt, công bố đúng hạn”", "rural_1_1", 1]);
    const closed = await attempt([{ unit: "1", facts: {} }], clerk);
    expect(closed.ok ? null : closed.error.code).toBe("forbidden");
  });
});

describe("the fence", () => {
  it("keeps cards of another locality out of sight", async () => {
    const id = await published();
    const other = await makeLocality(test.database, "XX", "2021-03-20");
    const seen = await runQuery(test.engine, other(PUBLIC), cardPage, { card_id: id });
    expect(seen.ok ? null : seen.error.code).toBe("not_found");
    expect(await test.database.inLocality("CD", (tx) => tx.select({ id: scorecards.id }).from(scorecards).where(eq(scorecards.id, id)))).toEqual([{ id }]);
  });
});
