import { COMMON } from "./common.typ.ts";

/**
 * Title certificate and certificate of merit (bằng chứng nhận, giấy khen), A4 landscape. Lines from the
 * top: ornament, Quốc hiệu, Tiêu ngữ, awarding person, verb, honour, recipient, achievement; beneath
 * left the decision and the QR code of 25 mm, right place, date and signature with 26 mm to sign in.
 */
export const CERTIFICATE = `${COMMON}
#set document(title: d.title + " – " + d.recipient)
// One star of eight petals, as the weavers set it: over a square of 12 units, petals by turns in two colours.
#let star(size, first, second) = {
  let unit = size / 12
  box(width: size, height: size, for turn in range(8) {
    let (c, s) = (calc.cos(turn * 45deg), calc.sin(turn * 45deg))
    let point = (x, y) => ((6 + x * c - y * s) * unit, (6 + x * s + y * c) * unit)
    let petal = (point(0, -0.55), point(1.5, -2.95), point(0, -5.9), point(-1.5, -2.95))
    place(top + left, polygon(fill: if calc.even(turn) { first } else { second }, ..petal))
  })
}

#set page(
  width: 297mm, height: 210mm, margin: (x: 29mm, top: 23.5mm, bottom: 24mm),
  background: {
    place(center + horizon, rect(width: 297mm - 36mm, height: 210mm - 36mm, fill: rgb("#fffcf4")))
    place(center + horizon, dy: 4mm, star(118mm, rgb("#fdf3dd"), rgb("#fdf6e6")))
    place(image(bytes(sys.inputs.border), format: "svg", width: 297mm, height: 210mm, alt: "Đường viền hoa văn thổ cẩm"))
    place(center + horizon, rect(width: 297mm - 39.4mm, height: 210mm - 39.4mm, stroke: 0.5pt + gold))
  },
)
#set text(fill: ink, size: 15pt)
#set par(leading: 0.62em, spacing: 0.62em)
#set align(center)
#let width = 228mm

#star(12mm, vermilion, rgb("#dba640"))
#v(-0.4mm)
#text(13pt, weight: "bold", tracking: 0.3pt)[CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM]
#v(-0.4mm)
#stack(spacing: 2.1mm, text(14pt, weight: "bold")[Độc lập - Tự do - Hạnh phúc], line(length: 60mm, stroke: 0.6pt + ink))

// What stands between header and signature, at a scale; gap(share, least) is the space between its parts.
#let middle(scale, gap) = {
  let sizes(..list) = list.pos().map(size => size * scale)
  set block(spacing: 0.58em)
  gap(1fr, 3mm)
  for line in d.issuer {
    fit(width, (16pt, 14.5pt, 13pt, 12pt), size => text(size, weight: "bold", fill: vermilion, tracking: 0.4pt, line))
  }
  gap(0.8fr, 3mm)
  text(14pt, weight: "bold", tracking: 2pt, d.verb)
  v(4mm * scale)
  fit(222mm, sizes(42pt, 39pt, 36pt, 33pt, 30pt, 28pt, 26pt, 24pt), size => text(size, weight: "bold", fill: vermilion, tracking: 0.025em, d.title))
  gap(1.1fr, 3.5mm)
  fit(width, sizes(26pt, 24pt, 22pt, 20pt, 18pt), size => text(size, weight: "bold", d.recipient))
  if d.description.len() > 0 {
    v(0.8mm)
    // Position and unit share a line where they fit; otherwise each has its own.
    let whole = d.description.join(", ")
    context {
      let lines = if measure(text(15pt * scale, whole)).width <= width { (whole,) } else { d.description }
      for line in lines { fit(width, sizes(16pt, 15pt, 14pt), size => text(size, line)) }
    }
  }
  gap(0.5fr, 2mm)
  fit(212mm, sizes(16pt), size => text(size, style: "italic", d.achievement))
  gap(1fr, 3mm)
}

#block(height: 1fr, width: 100%, spacing: 0pt, layout(space => {
  let height(scale) = measure(block(width: space.width, middle(scale, (share, least) => v(least)))).height
  let scales = (1, 0.92, 0.85, 0.78, 0.72, 0.66, 0.6, 0.54, 0.48)
  let fitting = scales.find(scale => height(scale) <= space.height)
  middle(if fitting != none { fitting } else { scales.last() }, (share, least) => { v(least); v(share) })
}))

#set align(left)
#grid(
  columns: (25mm, 1fr, 98mm), column-gutter: 6mm, align: (left + bottom, left + bottom, center + top),
  {
    qr-picture(25mm)
    v(-1.6mm)
    fit(25mm, (8pt, 7.5pt, 7pt, 6.5pt, 6pt), size => align(center, text(size, weight: "bold", d.verification.code)))
  },
  {
    set text(11.5pt)
    set par(leading: 0.55em, spacing: 0.65em)
    d.decision
    if d.register != none { parbreak(); d.register }
    parbreak()
    text(9.5pt, fill: grey)[Xác minh tại #d.verification.address]
    v(3.6mm)
  },
  {
    set par(leading: 0.5em, spacing: 0.6em)
    text(14pt, style: "italic", d.placeAndDate)
    parbreak()
    for line in d.signature.capacity { text(14pt, weight: "bold", line); linebreak() }
    v(19mm)
    fit(98mm, (15pt, 14pt, 13pt), size => text(size, weight: "bold", d.signature.name))
  },
)
`;
