import { eq } from "drizzle-orm";
import { z } from "zod";
import { ok } from "../../../kernel/result.ts";
import { say } from "../../../kernel/text.ts";
import { defineCommand } from "../../../platform/command/define.ts";
import { fail, failField } from "../../../platform/command/failure.ts";
import * as field from "../../../platform/command/fields.ts";
import { findUnit, RESPONDING_KINDS, rootId, unitNames, type UnitKind, versionsOfUnit } from "../../organizations/index.ts";
import { collision } from "./core/route.ts";
import { routeLevelsSet } from "./store.ts";
import { routeLevels } from "./tables.ts";

const KINDS = RESPONDING_KINDS as readonly [UnitKind, ...UnitKind[]];

/** Sets a level of the route: which unit reviews, as which step, what the units of a kind or the named units submit. */
export const setRouteLevel = defineCommand({
  name: "set_route_level",
  title: say("Khai báo một cấp trong tuyến trình", "Set a level of the route"),
  input: z.strictObject({
    level_unit_id: field.id(), order_no: field.whole(1, 9), unit_kind: field.maybe(field.choice(KINDS)), unit_ids: field.list(field.id(), 500),
    from_on: field.date(), to_on: field.maybe(field.date()), basis: field.text(300),
  }),
  policy: { kind: "roles", roles: ["officer"], unit: (context) => rootId(context) },
  async run(context, input) {
    const { level_unit_id, order_no, from_on, to_on = null, basis, unit_kind = null } = input;
    const unit_ids = [...new Set(input.unit_ids)];
    if ((unit_kind === null) === (unit_ids.length === 0)) return failField("unit_kind", "Hãy chọn một loại đơn vị, hoặc các đơn vị cụ thể; không chọn cả hai.", "Choose a kind of units or certain units, not both.");
    if (to_on !== null && to_on <= from_on) return failField("to_on", "Ngày kết thúc phải sau ngày bắt đầu.", "The end must come after the beginning.");
    if ((await findUnit(context.tx, level_unit_id, from_on)) === null) return failField("level_unit_id", "Đơn vị này không có vào ngày bắt đầu.", "There is no such unit on the first day.");
    if (unit_ids.includes(level_unit_id)) return failField("unit_ids", "Một đơn vị không thể là cấp trên của chính mình.", "A unit cannot be its own level.");
    const levels = await routeLevelsSet(context.tx);
    const kinds = new Map<string, UnitKind[]>();
    for (const unit_id of new Set([...unit_ids, ...levels.flatMap((level) => level.unit_ids)])) kinds.set(unit_id, (await versionsOfUnit(context.tx, unit_id)).map((unit) => unit.kind));
    if (unit_ids.some((unit_id) => kinds.get(unit_id)?.length === 0)) return failField("unit_ids", "Có đơn vị không thuộc địa phương này.", "Some of the units do not exist here.");
    const made = { level_unit_id, order_no, unit_kind, unit_ids, from_on, to_on };
    const other = collision(made, levels, kinds);
    if (other !== null) {
      const name = (await unitNames(context.tx, [other.level_unit_id], from_on)).get(other.level_unit_id) ?? "";
      return failField("order_no", `Trong thời gian này, một đơn vị đã chọn đã qua ${name} ở thứ tự ${other.order_no}. Hãy dùng thứ tự khác, cấp khác, hoặc kết thúc khai báo cũ trước.`, `In that time one of these units already passes ${name} at place ${other.order_no}. Use another place or unit, or end the earlier one first.`);
    }
    const id = context.newId();
    await context.tx.insert(routeLevels).values({ locality_id: context.locality.code, id, ...made, basis });
    context.act({ subject_kind: "route_level", subject_id: id, action: "set", unit_id: level_unit_id, payload: { order_no, unit_kind, units: unit_ids.length, from_on, to_on, basis } });
    return ok({ id });
  },
});

/** Ends a level of the route: from the day on, what is submitted does not pass it. Dossiers it has stay with it until it sends them on. */
export const endRouteLevel = defineCommand({
  name: "end_route_level",
  title: say("Kết thúc một cấp trong tuyến trình", "End a level of the route"),
  input: z.strictObject({ route_level_id: field.id(), to_on: field.date() }),
  policy: { kind: "roles", roles: ["officer"], unit: (context) => rootId(context) },
  async run(context, { route_level_id, to_on }) {
    const [level] = await context.tx.select().from(routeLevels).where(eq(routeLevels.id, route_level_id)).for("update");
    if (level === undefined) return fail("not_found", "Không có cấp này trong tuyến trình.", "No such level of the route.");
    if (to_on <= level.from_on) return failField("to_on", "Ngày kết thúc phải sau ngày bắt đầu.", "The end must come after the beginning.");
    if (level.to_on !== null && level.to_on < to_on) return failField("to_on", "Cấp này đã kết thúc sớm hơn.", "This level already ends earlier.");
    await context.tx.update(routeLevels).set({ to_on }).where(eq(routeLevels.id, route_level_id));
    context.act({ subject_kind: "route_level", subject_id: route_level_id, action: "end", unit_id: level.level_unit_id, payload: { to_on } });
    return ok({ id: route_level_id });
  },
});
