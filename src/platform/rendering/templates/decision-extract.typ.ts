import { COMMON } from "./common.typ.ts";

/**
 * Extract of a decision (trích lục), A4 portrait with the elements, sizes and margins of Decree
 * 30/2020/NĐ-CP, appendix I: top and bottom 20 mm, left 30 mm, right 15 mm; body 14 pt.
 */
export const DECISION_EXTRACT = `${COMMON}
#set document(title: d.title + " " + d.number)
#set page(
  paper: "a4", margin: (top: 20mm, bottom: 20mm, left: 30mm, right: 15mm),
  header: context { if counter(page).get().first() > 1 { align(center, text(13pt, counter(page).display())) } },
)
#set text(size: 14pt)
#set par(leading: 0.6em, spacing: 0.9em)
#let under(length, body) = stack(spacing: 1.6mm, body, line(length: length, stroke: 0.6pt))

#grid(
  columns: (68mm, 1fr), column-gutter: 2mm, align: center,
  {
    set par(leading: 0.45em, spacing: 0.5em)
    if d.parent != none { text(12pt, d.parent); parbreak() }
    under(24mm, { for line in d.issuer { text(12pt, weight: "bold", line); linebreak() } })
    v(1mm)
    text(13pt, d.number)
  },
  {
    set par(leading: 0.45em, spacing: 0.5em)
    fit(95mm, (13pt, 12.5pt, 12pt), size => text(size, weight: "bold")[CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM])
    parbreak()
    under(58mm, text(13pt, weight: "bold")[Độc lập - Tự do - Hạnh phúc])
    v(1mm)
    text(13pt, style: "italic", d.placeAndDate)
  },
)
#v(5mm)
#align(center, {
  text(14pt, weight: "bold", d.title)
  v(-1mm)
  under(40mm, block(width: 130mm, text(14pt, weight: "bold", d.subject)))
})
#v(3mm)
#set par(justify: true, first-line-indent: (amount: 12.7mm, all: true))
#for ground in d.grounds { text(style: "italic", ground); parbreak() }
#for paragraph in d.body { paragraph; parbreak() }
#v(5mm)
#set par(justify: false, first-line-indent: 0mm, spacing: 0.5em, leading: 0.5em)
#block(breakable: false, grid(
  columns: (1fr, 85mm), align: (left, center),
  {
    text(12pt, weight: "bold", style: "italic")[Nơi nhận:]
    for line in d.distribution { parbreak(); text(11pt, line) }
    if d.verification != none {
      v(4mm)
      qr-picture(25mm)
      text(8pt, weight: "bold", d.verification.code)
      parbreak()
      text(8pt)[Xác minh tại #d.verification.address]
    }
  },
  {
    for line in d.signature.capacity { text(14pt, weight: "bold", line); linebreak() }
    v(28mm)
    text(14pt, weight: "bold", d.signature.name)
  },
))
`;
