/**
 * Takes a token; gives its receipt code: 16 hexadecimal digits of its SHA-256 in groups of four, as the board shows
 * it (receiptCode of the server's engine; the tests hold the two equal). It says nothing of the member, and the
 * choice only to whoever looks it up on the board.
 */
export async function receiptCode(token: string): Promise<string> {
  const hash = new Uint8Array(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(token)));
  const digits = Array.from(hash.subarray(0, 8), (byte) => byte.toString(16).padStart(2, "0")).join("");
  return (digits.match(/..../g) ?? []).join("-");
}
