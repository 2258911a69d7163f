import { plainDate } from "../../kernel/plain-date.ts";
import { say } from "../../kernel/text.ts";
import { Bar, Breadcrumb, Card, Checkbox, DateField, Day, DaysLeft, ErrorSummary, Facts, FileField, Form, Kpi, Pagination, Select, Steps, SubmitButton, Table, Tag, TextArea, TextField, usePage } from "../../platform/html/kit.ts";
import type { Site } from "./site.ts";

const failure = { code: "invalid" as const, message: say("Có chỗ chưa đúng, xin xem từng ô bên dưới. Những gì đã nhập vẫn còn.", "Some fields need attention."), fields: { due: say("Ngày không có thật hoặc sai dạng: hãy ghi như 20/12/2021.", "Not a real date.") } };

function KitPage() {
  const { t } = usePage();
  return (
    <>
      <Breadcrumb trail={[{ href: "/", label: t(say("Trang đầu", "Start")) }, { href: "/kit", label: "Kit" }]} />
      <h1>{t(say("Bộ thành phần giao diện", "Component kit"))}</h1>
      <div class="stackable">
        <Card title="Steps, Tag, Bar, DaysLeft">
          <Steps steps={[{ label: "Soạn", state: "past" }, { label: "Thẩm định", state: "now" }, { label: "Quyết định", state: "next" }]} />
          <p><Tag look="ok">Đã xong</Tag> <Tag look="wait">Chờ ký</Tag> <Tag look="bad">Trả lại</Tag> <Tag look="info">Nháp</Tag> <DaysLeft days={-3} /> <DaysLeft days={0} /> <DaysLeft days={5} /> <DaysLeft days={30} /></p>
          <Bar percent={40} /><br /><Bar percent={100} /><br /><Bar percent={70} late />
        </Card>
        <div class="grid g-3"><Kpi figure="41" name="hồ sơ chờ thẩm định" href="/kit" /><Kpi figure="3" name="đơn vị chưa hưởng ứng" /><Kpi figure="96,5" name="điểm" /></div>
        <Card title="Table, Facts, Pagination">
          <Table caption="Ễ, ộ, Ử không chạm dòng trên" columns={[{ head: "Đơn vị", cell: (row: { name: string; n: number }) => row.name }, { head: "Số", cell: (row) => row.n, num: true }]} rows={[{ name: "Xã Đồng Thắng", n: 12 }, { name: "Thị trấn Bằng Lũng", n: 7 }]} />
          <Facts facts={[["Ngày", <Day on={plainDate("2021-12-20")} />], ["Số", "05/QĐ-UBND"]]} />
          <Pagination page={2} pages={5} href={(page) => `?page=${page}`} />
        </Card>
        <ErrorSummary failure={failure} />
        <Card title="Form">
          <Form action="/kit">
            <TextField name="name" label={say("Họ và tên", "Name")} typed={{ name: "Nguyễn Thị Ví Dụ" }} />
            <DateField name="due" label={say("Hạn", "Due")} typed={{ due: "31/02/2021" }} failure={failure} />
            <Select name="kind" label={say("Loại", "Kind")} options={[{ value: "a", label: "Cụm" }, { value: "b", label: "Khối" }]} />
            <TextArea name="text" label={say("Nội dung", "Text")} optional />
            <Checkbox name="yes" label={say("Trực tiếp lao động", "Direct labourer")} hint={say("Được đếm vào số liệu công bằng", "Counted in the fairness figures")} />
            <FileField name="scan" accept=".pdf" label={say("Bản quét", "Scan")} />
            <div class="actions"><SubmitButton>{t(say("Lưu", "Save"))}</SubmitButton><SubmitButton look="plain">{t(say("Xem trước", "Preview"))}</SubmitButton><SubmitButton look="danger">{t(say("Hủy bỏ", "Revoke"))}</SubmitButton></div>
          </Form>
        </Card>
      </div>
    </>
  );
}

/** Every component with canned data: documentation, and what the pictures of the kit are taken from. */
export function kitRoutes({ web }: Site) {
  const routes = web.routes();
  routes.get("/kit", (c) => web.page(c, "Kit", <KitPage />));
  routes.post("/kit", (c) => c.redirect("/kit", 303));
  return routes;
}
