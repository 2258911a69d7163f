import { type Lang, say, type Text } from "../../../../kernel/text.ts";
import type { Choice } from "./protocol.ts";

/** What the voting page says, by what it is about. Numbers are put in by the function that needs them. */
export const words = {
  agree: say("Đồng ý", "In favour"),
  disagree: say("Không đồng ý", "Against"),
  blank: say("Phiếu trắng", "Blank"),
  notHere: say(
    "Trình duyệt hoặc kết nối này không bỏ phiếu kín điện tử được (cần địa chỉ https). Hãy mở trang bằng trình duyệt mới hơn, hoặc đề nghị Thư ký cấp phiếu giấy.",
    "A secret electronic ballot is not possible in this browser or over this connection (an https address is needed). Use a newer browser, or ask the secretary for a paper ballot.",
  ),
  prepare: say("Máy của bạn đang chuẩn bị phiếu", "Your device is preparing the ballots"),
  prepared: say("Phiếu đã chuẩn bị xong trên máy này.", "The ballots are prepared on this device."),
  fetch: say("Nhận phiếu", "Take the ballots"),
  fetching: say("Đang nhận phiếu…", "Taking the ballots…"),
  fetched: say(
    "Bạn đã nhận phiếu. Hãy giữ trang này mở; khi hòm phiếu mở, phiếu sẽ hiện ra tại đây.",
    "You have your ballots. Keep this page open; when the box opens, the ballots appear here.",
  ),
  missing: say(
    "Các nội dung sau không có phiếu trên máy này. Hãy dùng máy đã nhận phiếu, hoặc đề nghị Thư ký cấp phiếu giấy:",
    "There is no ballot on this device for the following. Use the device that took them, or ask the secretary for a paper ballot:",
  ),
  secret: say(
    "Lựa chọn được gửi không kèm tên, phiên đăng nhập hay thời điểm. Không ai có cơ sở dữ liệu của hệ thống ghép được bạn với lựa chọn của bạn.",
    "Your choice is sent without name, sign-in or time. Nobody who has the system's database can join you and your choice.",
  ),
  choose: say("Hãy chọn một mục.", "Choose one."),
  cast: say("Bỏ phiếu", "Cast the ballots"),
  casting: say("Đang bỏ phiếu, theo thứ tự ngẫu nhiên; xin giữ trang này mở", "Casting in a random order; keep this page open"),
  castDone: say("Tất cả phiếu của bạn đã ở trong hòm.", "All your ballots are in the box."),
  closed: say("Hòm phiếu đã đóng.", "The box is closed."),
  used: say("Phiếu này đã được bỏ với lựa chọn khác; lựa chọn trước được giữ:", "This ballot was cast before with another choice; that choice stands:"),
  refused: say("Hòm phiếu không nhận phiếu này; hãy báo Thư ký trước khi đóng hòm:", "The box did not take this ballot; tell the secretary before it is closed:"),
  again: say("Gửi lại", "Try again"),
  unreachable: say(
    "Không kết nối được với hòm phiếu. Các phiếu đã gửi vẫn được tính; hãy thử gửi tiếp các phiếu còn lại.",
    "The box cannot be reached. Ballots already sent count; try to send the rest.",
  ),
  failed: say("Chưa nhận được phiếu. Hãy thử lại; gửi lại không phát thêm phiếu.", "The ballots did not arrive. Try again; asking again issues no further ballot."),
  broken: say(
    "Phiếu nhận được không đúng với khóa đã công bố nên máy này không dùng. Hãy báo Thư ký và Ban kiểm phiếu.",
    "The ballots received do not match the published key, so this device does not use them. Tell the secretary and the tellers.",
  ),
  showReceipt: say("Xem mã phiếu (chỉ hiện một lần)", "Show my receipt codes (once only)"),
  receipt: say("Mã phiếu của bạn", "Your receipt codes"),
  receiptHint: say(
    "Dùng mã này để tìm phiếu của bạn trên bảng công bố. Mã không được lưu hay gửi đi. Ai có mã sẽ biết bạn đã chọn gì: đừng đưa cho người khác.",
    "Find your ballot on the published board by its code. The codes are neither stored nor sent. Whoever has a code can see what you chose: give it to nobody.",
  ),
  print: say("In", "Print"),
  copy: say("Chép", "Copy"),
  copied: say("Đã chép.", "Copied."),
  board: say("Bảng công bố phiếu", "The published board"),
} satisfies { readonly [name: string]: Text };

/** Gives the words of a choice. */
export function choiceWords(choice: Choice): Text {
  return words[choice];
}

/** Takes the page's language tag; gives the language to speak. */
export function langOf(tag: string): Lang {
  return tag.startsWith("en") ? "en" : "vi";
}
