/**
 * Typst that all templates begin with. Facts come only through `sys.inputs` as JSON: they are values,
 * never markup, so a name like `#read("…")` is printed as it stands.
 */
export const COMMON = `
#let d = json(bytes(sys.inputs.at("content")))
#let qr = json(bytes(sys.inputs.at("qr", default: "null")))
#set text(font: "Tinos", lang: "vi", region: "VN", fallback: false, hyphenate: false)

#let vermilion = rgb("#a8281c")
#let gold = rgb("#b98a2c")
#let ink = rgb("#1c2127")
#let grey = rgb("#4a525c")

// The text on the fewest lines the width allows, all of them of like length.
#let balanced(width, body) = context {
  let height = measure(block(width: width, body)).height
  let narrower = range(1, 16).map(step => width * (1 - 0.035 * step)).filter(w => measure(block(width: w, body)).height <= height)
  block(width: if narrower.len() > 0 { narrower.last() } else { width }, body)
}

// The largest of the sizes at which the text stands on one line of the width; the smallest, wrapped, otherwise.
#let fit(width, sizes, render) = context {
  let fitting = sizes.find(size => measure(render(size)).width <= width)
  if fitting != none { block(width: width, render(fitting)) } else { balanced(width, render(sizes.last())) }
}

#let qr-picture(width) = {
  let picture = "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 " + str(qr.size) + " " + str(qr.size) + "'><path d='" + qr.path + "'/></svg>"
  image(bytes(picture), format: "svg", width: width, alt: "Mã QR xác minh " + d.verification.code)
}
`;
