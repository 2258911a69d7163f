type Outcome = { readonly ok: boolean; readonly error?: { readonly message: { readonly vi: string }; readonly fields?: Readonly<Record<string, { readonly vi: string }>> } };

/** Takes what a command gave; gives why it was refused as a person reads it: `field: sentence` of each field, else the message; nothing when it went through. */
export function refusal(outcome: Outcome): string {
  if (outcome.ok) return "";
  const fields = Object.entries(outcome.error?.fields ?? {});
  return fields.length === 0 ? (outcome.error?.message.vi ?? "") : fields.map(([name, text]) => `${name}: ${text.vi}`).join(" ");
}
