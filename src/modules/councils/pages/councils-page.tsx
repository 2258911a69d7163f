import { say } from "../../../kernel/text.ts";
import type { Failure } from "../../../platform/command/failure.ts";
import { Breadcrumb, Card, Checkbox, DateField, Day, ErrorSummary, Facts, Form, Link, Select, SubmitButton, Table, Tag, TextArea, TextField, type Typed, usePage } from "../../../platform/html/kit.ts";
import { COUNCIL_KIND_NAMES, COUNCIL_KINDS, COUNCIL_POSITIONS, POSITION_NAMES, SESSION_STATUS_NAMES, type SessionStatus } from "../core/words.ts";
import { words } from "../messages.ts";
import type { browseCouncils, councilPage } from "../queries.ts";
import type { View } from "./view.ts";

type Given = { typed: Typed; failure: Failure | null };
type Listed = View<typeof browseCouncils>["councils"][number];
const MEMBER_ROWS = 15;

/** Where a session stands. */
export function SessionTag({ status }: { status: SessionStatus }) {
  const { t } = usePage();
  return <Tag look={status === "closed" ? "ok" : status === "open" ? "wait" : "info"}>{t(SESSION_STATUS_NAMES[status])}</Tag>;
}

/** The councils with their sessions. */
export function CouncilsPage({ view }: { view: View<typeof browseCouncils> }) {
  const { t } = usePage();
  return (
    <>
      <div class="head-line">
        <h1>{t(words.councils)}</h1>
        {view.may_form[0] !== undefined && <Link href={`/councils/new?unit=${view.may_form[0].id}`} look="btn">{t(say("Lập Hội đồng", "Form a council"))}</Link>}
      </div>
      <div class="stackable">
        {view.councils.map((council: Listed) => (
          <Card title={council.name}>
            <p class="small muted">{council.unit_name} · {council.members} {t(say("thành viên", "members"))} · {council.basis}</p>
            <ul class="plain-list">
              {council.sessions.slice(0, 6).map((session) => <li><a href={`/sessions/${session.id}`}>{session.title}</a> · <Day on={session.held_on} /> <SessionTag status={session.status} /></li>)}
            </ul>
            <p><a href={`/councils/${council.id}`}>{t(say("Thành viên và các phiên họp", "Members and sessions"))}</a></p>
          </Card>
        ))}
        {view.councils.length === 0 && <Card><p class="muted">{t(say("Chưa có Hội đồng nào mà bạn được xem.", "No council that you may see."))}</p></Card>}
      </div>
    </>
  );
}

/** The form that forms a council. Fifteen lines; blank ones are left out. */
export function CouncilForm({ unit, typed, failure }: Given & { unit: { id: string; name: string } }) {
  const { t } = usePage();
  const given = { typed, failure };
  const positions = COUNCIL_POSITIONS.map((value) => ({ value, label: t(POSITION_NAMES[value]) }));
  return (
    <>
      <Breadcrumb trail={[{ href: "/councils", label: t(words.councils) }]} />
      <h1>{t(say("Lập Hội đồng", "Form a council"))}: {unit.name}</h1>
      <ErrorSummary failure={failure} />
      <Form action="/councils">
        <input type="hidden" name="unit_id" value={unit.id} />
        <Select name="kind" label={say("Loại", "Kind")} options={COUNCIL_KINDS.map((value) => ({ value, label: t(COUNCIL_KIND_NAMES[value]) }))} {...given} />
        <TextField name="name" label={say("Tên Hội đồng", "Name")} {...given} />
        <TextField name="basis" label={words.basis} {...given} />
        <DateField name="formed_on" label={say("Từ ngày", "From")} {...given} />
        <fieldset id="f-members">
          <legend>{t(words.members)}</legend>
          {Array.from({ length: MEMBER_ROWS }, (_, index) => (
            <div class="three">
              <TextField name={`members.${index}.name`} label={say(`Họ tên ${index + 1}`, `Name ${index + 1}`)} {...given} />
              <Select name={`members.${index}.position`} label={words.position} options={positions} {...given} />
              <TextField name={`members.${index}.username`} label={say("Tên đăng nhập", "User name")} optional {...given} />
            </div>
          ))}
        </fieldset>
        <SubmitButton>{t(say("Lập Hội đồng", "Form the council"))}</SubmitButton>
      </Form>
    </>
  );
}

/** One council: its members, its sessions, and the forms that change them. */
export function CouncilPage({ view, typed, failure }: Given & { view: View<typeof councilPage> }) {
  const { t } = usePage();
  const { council } = view;
  const given = { typed, failure };
  return (
    <>
      <Breadcrumb trail={[{ href: "/councils", label: t(words.councils) }]} />
      <h1>{council.name}</h1>
      <ErrorSummary failure={failure} />
      <div class="stackable">
        <Card><Facts facts={[[t(say("Đơn vị", "Unit")), council.unit_name], [t(words.basis), council.basis], [t(say("Từ ngày", "From")), <Day on={council.formed_on} />]]} /></Card>
        <Card title={t(say("Phiên họp", "Sessions"))}>
          <Table
            columns={[
              { head: t(words.session), cell: (row: View<typeof councilPage>["sessions"][number]) => <a href={`/sessions/${row.id}`}>{row.title}</a> },
              { head: t(words.heldOn), cell: (row) => <Day on={row.held_on} /> },
              { head: t(say("Tình trạng", "State")), cell: (row) => <SessionTag status={row.status} /> },
            ]}
            rows={view.sessions}
          />
          {view.may_keep && (
            <details open={typed["held_on"] !== undefined}>
              <summary>{t(say("Dự kiến phiên họp", "Plan a session"))}</summary>
              <Form action={`/councils/${council.id}/sessions`}>
                <TextField name="title" label={say("Tên phiên họp", "Title")} {...given} />
                <div class="two">
                  <DateField name="held_on" label={words.heldOn} {...given} />
                  <TextField name="place" label={say("Nơi họp", "Place")} optional {...given} />
                </div>
                <TextArea name="agenda" label={say("Chương trình, mỗi dòng một mục", "Agenda, one line each")} {...given} />
                <Checkbox name="in_writing" label={say("Không họp: lấy ý kiến bằng văn bản", "No meeting: opinions in writing")} {...given} />
                <SubmitButton>{t(say("Ghi và mời thành viên", "Plan and invite"))}</SubmitButton>
              </Form>
            </details>
          )}
        </Card>
        <Card title={t(words.members)}>
          <Table
            columns={[
              { head: t(say("Họ tên", "Name")), cell: (row: View<typeof councilPage>["members"][number]) => row.name },
              { head: t(words.position), cell: (row) => t(POSITION_NAMES[row.position]) },
              { head: t(say("Đơn vị", "Unit")), cell: (row) => row.unit_name ?? "–" },
              { head: t(say("Bỏ phiếu trên máy", "Votes on a screen")), cell: (row) => (row.user_id === null ? t(say("không, phiếu giấy", "no, paper")) : t(say("có", "yes"))) },
            ]}
            rows={view.members}
          />
          {view.may_keep && (
            <details open={typed["from_on"] !== undefined}>
              <summary>{t(say("Bổ sung thành viên", "Add a member"))}</summary>
              <Form action={`/councils/${council.id}/members`}>
                <TextField name="name" label={say("Họ tên", "Name")} {...given} />
                <Select name="position" label={words.position} options={COUNCIL_POSITIONS.map((value) => ({ value, label: t(POSITION_NAMES[value]) }))} {...given} />
                <Select name="unit_id" label={say("Đơn vị công tác", "Unit")} optional options={view.units.map((unit) => ({ value: unit.id, label: unit.name }))} {...given} />
                <TextField name="username" label={words.username} optional {...given} />
                <DateField name="from_on" label={say("Từ ngày", "From")} {...given} />
                <SubmitButton>{t(say("Bổ sung", "Add"))}</SubmitButton>
              </Form>
            </details>
          )}
          {view.may_keep && (
            <details open={typed["member_id"] !== undefined}>
              <summary>{t(say("Thôi thành viên", "End a membership"))}</summary>
              <Form action={`/councils/${council.id}/ends`}>
                <Select name="member_id" label={say("Thành viên", "Member")} options={view.members.map((member) => ({ value: member.id, label: member.name }))} {...given} />
                <DateField name="on" label={say("Từ ngày", "On")} {...given} />
                <TextField name="reason" label={say("Lý do", "Reason")} {...given} />
                <SubmitButton>{t(say("Ghi", "Save"))}</SubmitButton>
              </Form>
            </details>
          )}
        </Card>
      </div>
    </>
  );
}
