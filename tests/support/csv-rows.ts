/** The rows of a CSV, by a plain reader written apart from the writer. */
export function csvRows(text: string): string[][] {
  const rows: string[][] = [[]];
  let [cell, quoted] = ['', false];
  for (let at = text.startsWith('\uFEFF') ? 1 : 0; at < text.length; at += 1) {
    const character = text.charAt(at);
    if (quoted && character === '"' && text.charAt(at + 1) === '"') { cell += '"'; at += 1; } else if (character === '"') quoted = !quoted;
    else if (!quoted && character === ',') { rows.at(-1)?.push(cell); cell = ''; } else if (!quoted && character === '\r') { rows.at(-1)?.push(cell); cell = ''; rows.push([]); at += 1; } else cell += character;
  }
  return rows.slice(0, -1);
}
