/** Takes the text of a CSV file; gives its rows. The separator is what the first line has most of: semicolon, comma or tab. Quotes hold separators and line ends. */
export function parseCsv(text: string): string[][] {
  const body = text.startsWith("\ufeff") ? text.slice(1) : text;
  const separator = separatorOf(body);
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = "";
  let quoted = false;
  const endCell = (): void => {
    row.push(cell);
    cell = "";
  };
  for (let at = 0; at < body.length; at += 1) {
    const letter = body.charAt(at);
    if (quoted) {
      if (letter !== '"') cell += letter;
      else if (body.charAt(at + 1) === '"') {
        cell += '"';
        at += 1;
      } else quoted = false;
    } else if (letter === '"' && cell === "") quoted = true;
    else if (letter === separator) endCell();
    else if (letter === "\n") {
      endCell();
      rows.push(row);
      row = [];
    } else if (letter !== "\r") cell += letter;
  }
  if (cell !== "" || row.length > 0) {
    endCell();
    rows.push(row);
  }
  return rows;
}

function separatorOf(body: string): string {
  const line = body.slice(0, body.search(/[\r\n]|$/));
  const count = (letter: string): number => line.split(letter).length;
  return [";", ",", "\t"].reduce((best, letter) => (count(letter) > count(best) ? letter : best));
}

/** Takes rows; gives a CSV file that Vietnamese spreadsheets open as it stands: UTF-8 with its mark, semicolons. A text that would be taken for a formula is disarmed. */
export function writeCsv(rows: readonly (readonly string[])[]): string {
  return `\ufeff${rows.map((row) => row.map(cellText).join(";")).join("\r\n")}\r\n`;
}

function cellText(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[";\r\n]/.test(safe) ? `"${safe.replace(/"/g, '""')}"` : safe;
}
