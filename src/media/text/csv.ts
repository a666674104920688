/** The rows of a CSV text: commas, semicolons or tabs, whichever the first line has most of; quotes as in RFC 4180. */
export function readCsv(text: string, mostRows: number): string[][] {
  const separator = separatorOf(text);
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = "";
  let quoted = false;
  for (let at = 0; at < text.length && rows.length < mostRows; at += 1) {
    const char = text[at]!;
    if (quoted) {
      if (char !== '"') cell += char;
      else if (text[at + 1] === '"') {
        cell += '"';
        at += 1;
      } else quoted = false;
    } else if (char === '"' && cell === "") quoted = true;
    else if (char === separator || char === "\n") {
      row.push(cell);
      cell = "";
      if (char === "\n") {
        rows.push(row);
        row = [];
      }
    } else cell += char;
  }
  if ((cell !== "" || row.length > 0) && rows.length < mostRows) rows.push([...row, cell]);
  return rows;
}

function separatorOf(text: string): string {
  const line = text.slice(0, 4096).split("\n", 1)[0] ?? "";
  const counted = [",", ";", "\t"].map((mark) => [mark, line.split(mark).length] as const);
  return counted.sort((a, b) => b[1] - a[1])[0]![0];
}
