import { desc, sql } from "drizzle-orm";
import { encodeVerifierKey, type NoteSigner } from "../../engines/transparency/index.ts";
import { say } from "../../kernel/text.ts";
import { localTimeOf } from "../../platform/clock/clock.ts";
import { Card, Day, Facts, Table, usePage } from "../../platform/html/kit.ts";
import { logEntries, logPending, logSequence } from "../../platform/log/tables.ts";
import { readTile } from "../log/read-log.ts";
import { newestCheckpoint } from "../log/sequencer.ts";
import type { Site } from "./site.ts";

const IMMUTABLE = "public, max-age=31536000, immutable";

type Shown = { index: number; kind: string; facts: string; on: string };

function LogPage(props: { size: number; pending: number; signed_at: string | null; vkey: string; entries: Shown[] }) {
  const { t } = usePage();
  const signed = props.signed_at === null ? null : localTimeOf(props.signed_at);
  return (
    <>
      <h1>{t(say("Nhật ký minh bạch", "Transparency log"))}</h1>
      <p>{t(say(
        "Mỗi quyết định và mỗi khen thưởng được ghi vào một nhật ký chỉ thêm, không sửa, không xóa. Ai cũng có thể tải về và tính lại; tên người chỉ nằm trong đó dưới dạng cam kết có muối, không đọc được.",
        "Every decision and every award is written into a log that only grows. Anybody may fetch and recompute it; names stand in it as salted commitments only.",
      ))}</p>
      <div class="grid g-2">
        <Card title={t(say("Mục mới nhất", "Newest entries"))}>
          <Table
            columns={[
              { head: t(say("Mục", "Entry")), cell: (row: Shown) => row.index, num: true },
              { head: t(say("Loại", "Kind")), cell: (row) => <span class="any">{row.kind}</span> },
              { head: t(say("Nội dung công khai", "Public facts")), cell: (row) => <span class="small any">{row.facts}</span> },
            ]}
            rows={props.entries}
          />
        </Card>
        <Card title={t(say("Điểm chốt", "Checkpoint"))}>
          <Facts
            facts={[
              [t(say("Số mục", "Entries")), props.size],
              [t(say("Đang chờ", "Waiting")), props.pending],
              signed ? [t(say("Ký lúc", "Signed")), <><Day on={signed.on} /> {signed.time}</>] : null,
              [t(say("Khóa công khai", "Public key")), <span class="code small">{props.vkey}</span>],
            ]}
          />
          <p class="small"><a href="/log/checkpoint">/log/checkpoint</a> · <a href="/log/key">/log/key</a></p>
          <p class="small"><code>npx thidua verify log URL/log</code></p>
        </Card>
      </div>
    </>
  );
}

/** The log for people, and as C2SP tlog-tiles for machines. */
export function logRoutes({ web, installation }: Site, signer: NoteSigner) {
  const routes = web.routes();
  const { database } = installation;
  const vkey = encodeVerifierKey(signer.verifier);

  routes.get("/log", async (c) => {
    const found = await database.inInstallation(async (tx) => {
      const newest = await newestCheckpoint(tx);
      const [waiting] = await tx.select({ n: sql<number>`count(*)::int` }).from(logPending);
      const rows = await tx
        .select({ index: logSequence.entry_index, leaf: logEntries.leaf })
        .from(logSequence)
        .innerJoin(logEntries, sql`${logEntries.id} = ${logSequence.entry_id}`)
        .orderBy(desc(logSequence.entry_index))
        .limit(30);
      return { newest, pending: waiting?.n ?? 0, rows };
    });
    const entries = found.rows.map((row) => {
      const { kind, commitment: _c, commitments: _s, id: _i, locality: _l, logged_on, ...facts } = JSON.parse(new TextDecoder().decode(row.leaf)) as Record<string, unknown>;
      return { index: row.index, kind: String(kind), on: String(logged_on ?? ""), facts: Object.entries(facts).map(([key, value]) => `${key}: ${String(value)}`).join(", ") };
    });
    return web.page(c, "Log", <LogPage size={found.newest?.size ?? 0} pending={found.pending} signed_at={found.newest?.signed_at ?? null} vkey={vkey} entries={entries} />);
  });

  routes.get("/log/key", (c) => c.text(`${vkey}\n`, 200, { "Cache-Control": "public, max-age=3600" }));
  routes.get("/log/checkpoint", async (c) => {
    const newest = await database.inInstallation((tx) => newestCheckpoint(tx));
    return newest === null ? c.text("no checkpoint yet\n", 404) : c.text(newest.note, 200, { "Cache-Control": "public, max-age=5" });
  });
  routes.get("/log/tile/*", async (c) => {
    const bytes = await readTile(database, c.req.path.replace(/^\/log\//, ""));
    return bytes === null ? c.text("no such tile\n", 404) : c.body(new Uint8Array(bytes), 200, { "Content-Type": "application/octet-stream", "Cache-Control": IMMUTABLE });
  });
  return routes;
}
