/** Takes text; gives it in NFC with outer and double spaces removed, as all stored text is. */
export function tidyText(text: string): string {
  return text.normalize("NFC").replace(/\s+/g, " ").trim();
}

/**
 * Takes Vietnamese text; gives what search compares: lower case, no diacritics, đ as d, one space
 * between words. `Đồn Điền` and `don dien` give the same.
 */
export function foldForSearch(text: string): string {
  return text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/đ/g, "d")
    .replace(/Đ/g, "D")
    .toLowerCase()
    .replace(/\s+/g, " ")
    .trim();
}

const collator = new Intl.Collator("vi", { sensitivity: "variant", numeric: true });

/** Compares two texts in Vietnamese alphabetical order; negative when a stands first. */
export function compareVietnamese(a: string, b: string): number {
  return collator.compare(a, b);
}

/** Compares two personal names: the given name (last word) first, then the family and middle names. */
export function compareByGivenName(a: string, b: string): number {
  return collator.compare(givenNameOf(a), givenNameOf(b)) || collator.compare(a, b);
}

/** Takes a full name; gives its last word, the given name. */
export function givenNameOf(fullName: string): string {
  const words = fullName.trim().split(/\s+/);
  return words[words.length - 1] ?? "";
}
