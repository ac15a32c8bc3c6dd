/** How wide and high a sign of a register is printed, in points. */
export const SIGN = 9;
/** Tones that read the same in black and white: white, light grey, or dark with a light letter. */
export const TONES = { none: { fill: '#fff', ink: '#0b0c0c' }, light: { fill: '#d5d8da', ink: '#0b0c0c' }, dark: { fill: '#333', ink: '#fff' } } as const;
export interface PdfSign { readonly text: string; readonly tone: keyof typeof TONES }
export interface PlacedSign extends PdfSign { readonly at: number }

const BETWEEN = 0.5;
const BETWEEN_DAYS = 3;
/** How far the strokes of presence lean from the middle of their box. */
const LEANS: ReadonlyMap<string, number> = new Map([['/', 1.3], ['\\', -1.3]]);

/** The width signs take, a pair for each day. */
export const signsWidth = (days: number): number => days * (SIGN * 2 + 4) + 8;

/** Signs side by side, pair by pair, from a place on. */
export function placeSigns(pairs: readonly (readonly PdfSign[])[], x: number): PlacedSign[] {
  return pairs.flatMap((pair, day) => pair.map((sign, half) => ({ ...sign, at: x + day * (pair.length * (SIGN + BETWEEN) + BETWEEN_DAYS) + half * (SIGN + BETWEEN) })));
}

/** Signs of one tone as boxes, drawn at once: a colour costs more than a box. */
export function drawBoxes(doc: PDFKit.PDFDocument, signs: readonly PlacedSign[], y: number, tone: keyof typeof TONES): void {
  for (const { at } of signs) doc.rect(at, y, SIGN, SIGN);
  doc.lineWidth(0.5).fillAndStroke(TONES[tone].fill, '#666');
}

/** Whether a sign is written with letters; strokes of presence are drawn, and an empty box says nothing. */
export const isLettered = ({ text }: PdfSign): boolean => text !== '' && !LEANS.has(text);

/** The strokes of presence, most of all signs, as the lines they are: a letter costs many times more. */
export function drawStrokes(doc: PDFKit.PDFDocument, signs: readonly PlacedSign[], y: number): void {
  doc.lineWidth(0.8).strokeColor('#0b0c0c');
  for (const { text, at } of signs) {
    const lean = LEANS.get(text);
    if (lean !== undefined) doc.moveTo(at + SIGN / 2 - lean, y + 7).lineTo(at + SIGN / 2 + lean, y + 2);
  }
  doc.stroke();
}
