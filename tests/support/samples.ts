import { CAMPAIGN, PROGRAMME, type Side, type World } from "./world.ts";

/** Makes an input that the schema accepts, about one of the two sides of the world. */
export type Sample = (side: Side, world: World) => Record<string, unknown>;

const UUID = "01900000-0000-7000-8000-00000000ffff";
const PDF = Buffer.from("%PDF-1.7").toString("base64");
const PERSON = { full_name: "Hà Thị Mẫu", title: "Công chức", worker: "official" };
const UNIT = { name: "Thôn Mẫu", kind: "village" };
const NUMBER = { number: 12, symbol: "QĐ-UBND", decided_on: "2021-11-25" };
const dossiers = (side: Side) => ({ nomination_ids: [side.nomination] });
const because = (side: Side) => ({ nomination_ids: [side.nomination], reason: "Thiếu minh chứng" });
const nothing = () => ({});

/** One input for each command of the product. */
export const COMMAND_SAMPLES: Readonly<Record<string, Sample>> = {
  found_locality: () => ({ name: "Huyện Khác", from_on: "2000-01-01" }),
  found_unit: (side) => ({ ...UNIT, parent_id: side.unit, from_on: "2021-01-01" }),
  import_units: (side) => ({ parent_id: side.unit, units: [{ ...UNIT, key: "v", from_on: "2021-01-01" }] }),
  change_unit: (side, world) => ({ name: "Xã Mới", kind: "commune", unit_id: side.unit, parent_id: world.root, on: "2021-11-01" }),
  end_units: (side) => ({ unit_ids: [side.village], successor_name: "Thôn Khác", on: "2021-11-01", kind: "merged", basis: "Nghị quyết" }),
  form_cluster: (side) => ({ kind: "cum", name: "Cụm 1", rank: 1, from_on: "2021-01-01", unit_ids: [side.unit] }),
  add_person: (side) => ({ ...PERSON, unit_id: side.unit, from_on: "2021-01-01" }),
  import_people: (side) => ({ unit_id: side.unit, from_on: "2021-01-01", people: [PERSON] }),
  move_person: (side) => ({ position_id: side.position, unit_id: side.unit, on: "2021-11-01" }),
  create_user: () => ({ username: "nguoi-moi", name: "Người Mới", password: "mat-khau-dai" }),
  grant_role: (side) => ({ user_id: side.user, role: "head", unit_id: side.unit, from_on: "2021-11-01" }),
  revoke_role: (side) => ({ grant_id: side.grant, unit_id: side.unit }),
  set_password: (side) => ({ user_id: side.user, password: "mat-khau-moi" }),
  change_password: () => ({ current: "mat-khau-dai", password: "mat-khau-moi" }),
  disable_user: (side) => ({ user_id: side.user, disabled: true }),
  delegate: (side) => ({ to_username: "nguoi-b", role: "clerk", unit_id: side.unit, from_on: "2021-11-01", to_on: "2021-11-30", reason: "Đi công tác" }),
  revoke_delegation: () => ({ delegation_id: UUID }),
  create_api_token: () => ({ label: "Máy tính", days: 30 }),
  revoke_api_token: () => ({ token_hash: "0".repeat(64) }),
  draft_programme: (side) => ({ unit_id: side.unit, year: 2022, ...PROGRAMME }),
  revise_programme: (side) => ({ programme_id: side.programme, ...PROGRAMME }),
  launch_programme: (side) => ({ programme_id: side.programme }),
  draft_campaign: (side) => ({ unit_id: side.unit, ...CAMPAIGN }),
  revise_campaign: (side) => ({ campaign_id: side.campaign, ...CAMPAIGN }),
  launch_campaign: (side) => ({ campaign_id: side.campaign }),
  cascade_campaign: (side) => ({ campaign_id: side.campaign, unit_id: side.unit, unit_ids: [side.village], response_due_on: "2021-12-12" }),
  close_campaign: (side) => ({ campaign_id: side.campaign, summary: "Đã tổng kết" }),
  respond_to_campaign: (side) => ({ campaign_id: side.campaign, unit_id: side.unit, undertaking: "Làm 2 km đường" }),
  urge_units: (side) => ({ campaign_id: side.campaign, unit_ids: [side.village] }),
  register_titles: (side) => ({ unit_id: side.unit, year: 2021, honour: "grassroots_emulation_fighter", person_ids: [side.person] }),
  withdraw_registration: (side) => ({ registration_id: side.registration }),
  record_external_awards: (side) => ({ awards: [{ honour: "advanced_labourer", year: 2020, decided_on: "2020-12-20", decision_number: "1/QĐ-UBND", issuer: "UBND xã", person_id: side.person }] }),
  draft_nominations: (side) => ({ unit_id: side.unit, honour: "advanced_labourer", year: 2021, authority: "commune", subjects: [{ person_id: side.person, achievement: "Tốt", facts: {} }] }),
  revise_nomination: (side) => ({ nomination_id: side.nomination, revision: 1, achievement: "Tốt hơn", facts: {} }),
  submit_nominations: dossiers,
  withdraw_nominations: because,
  assign_nominations: (side) => ({ ...dossiers(side), user_id: side.user }),
  take_up_nominations: dossiers,
  return_nominations: because,
  recommend_nominations: dossiers,
  not_recommend_nominations: because,
  decline_nominations: because,
  declare_local_rule: () => ({ rule: "grassroots_fighter_cap", value: "12", instrument: "Quyết định 1/2021", from_on: "2021-01-01" }),
  end_local_rule: () => ({ local_rule_id: UUID, to_on: "2022-01-01" }),
  prepare_decision: (side) => ({ ...dossiers(side), issuer_unit_id: side.unit, authority: "commune", title: "Khen thưởng" }),
  cancel_decision: (side) => ({ decision_id: side.decision, reason: "Sai tên" }),
  sign_decision: (side) => ({ decision_id: side.decision, signer_title: "Chủ tịch" }),
  number_decision: (side) => ({ decision_id: side.decision, ...NUMBER }),
  record_paper_decision: (side) => ({ decision_id: side.decision, ...NUMBER, signer_name: "Nông Văn Ký", signer_title: "Chủ tịch", scan: { name: "qd.pdf", base64: PDF } }),
  confirm_paper_decision: (side) => ({ decision_id: side.decision }),
  revoke_award: (side) => ({ award_id: side.award, reason: "Kê khai không đúng" }),
};

/** One input for each query of the product. */
export const QUERY_SAMPLES: Readonly<Record<string, Sample>> = {
  browse_units: nothing,
  unit_page: (side) => ({ unit_id: side.unit }),
  unit_people: (side) => ({ unit_id: side.unit }),
  browse_clusters: nothing,
  browse_users: nothing,
  own_account: nothing,
  programme_page: nothing,
  browse_campaigns: nothing,
  campaign_page: (side) => ({ campaign_id: side.campaign }),
  campaign_choices: (side) => ({ unit_id: side.unit }),
  response_board: (side) => ({ campaign_id: side.campaign }),
  my_responses: nothing,
  browse_registrations: nothing,
  registration_choices: (side) => ({ unit_id: side.unit, year: 2021 }),
  portal_figures: nothing,
  verify_award: () => ({ code: "TT-000000" }),
  award_to_print: (side) => ({ award_id: side.award }),
  browse_awards: nothing,
  award_counts: () => ({ year: 2021 }),
  person_page: (side) => ({ person_id: side.person }),
  unit_history: (side) => ({ unit_id: side.unit }),
  nomination_page: (side) => ({ nomination_id: side.nomination }),
  browse_nominations: nothing,
  ready_for_decision: nothing,
  browse_decisions: nothing,
  decision_page: (side) => ({ decision_id: side.decision }),
  decision_scan: (side) => ({ decision_id: side.decision }),
  draft_choices: (side) => ({ unit_id: side.unit }),
  preview_finding: (side) => ({ unit_id: side.unit, honour: "advanced_labourer", year: 2021, authority: "commune", subject_kind: "individual", person_id: side.person, facts: {} }),
  issuers: nothing,
  browse_local_rules: nothing,
  replay_findings: (side) => ({ nomination_id: side.nomination }),
  what_if_list: (side) => ({ unit_id: side.unit, honour: "grassroots_emulation_fighter", year: 2021, add: 1 }),
};
