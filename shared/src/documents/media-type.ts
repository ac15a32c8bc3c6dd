/** The kinds of file that are kept. */
export const MediaType = {
  PDF: 'application/pdf',
  DOCX: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  XLSX: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  PNG: 'image/png',
  JPEG: 'image/jpeg',
  CSV: 'text/csv',
  ICS: 'text/calendar',
  TXT: 'text/plain',
} as const;
export type MediaType = (typeof MediaType)[keyof typeof MediaType];
export const MEDIA_TYPES: readonly MediaType[] = Object.values(MediaType);
export const MEDIA_TYPE_WORDS: Readonly<Record<MediaType, string>> = {
  [MediaType.PDF]: 'PDF', [MediaType.DOCX]: 'Word document', [MediaType.XLSX]: 'Excel workbook', [MediaType.PNG]: 'PNG picture', [MediaType.JPEG]: 'JPEG picture', [MediaType.CSV]: 'CSV', [MediaType.ICS]: 'Calendar entry', [MediaType.TXT]: 'Plain text',
};
/** The ending a file of a type is given, whatever it was called. */
export const MEDIA_TYPE_ENDING: Readonly<Record<MediaType, string>> = {
  [MediaType.PDF]: 'pdf', [MediaType.DOCX]: 'docx', [MediaType.XLSX]: 'xlsx', [MediaType.PNG]: 'png', [MediaType.JPEG]: 'jpg', [MediaType.CSV]: 'csv', [MediaType.ICS]: 'ics', [MediaType.TXT]: 'txt',
};
/** What a file field offers to choose from. */
export const ACCEPTED_ENDINGS = '.pdf,.docx,.xlsx,.png,.jpg,.jpeg,.csv,.ics,.txt';

const startsWith = (bytes: Uint8Array, start: readonly number[]): boolean => start.every((byte, index) => bytes[index] === byte);
const has = (bytes: Uint8Array, word: string): boolean => {
  const codes = [...word].map((character) => character.charCodeAt(0));
  for (let at = 0; at <= bytes.length - codes.length; at += 1) if (codes.every((code, index) => bytes[at + index] === code)) return true;
  return false;
};
/** Text: real UTF-8, and none of the control characters that no text holds. A byte order mark may stand in front. */
function isText(bytes: Uint8Array): boolean {
  let following = 0;
  for (const byte of bytes) {
    if (following > 0) {
      if ((byte & 0xc0) !== 0x80) return false;
      following -= 1;
    } else if (byte < 0x20 ? byte !== 0x09 && byte !== 0x0a && byte !== 0x0d : byte === 0x7f) return false;
    else if (byte >= 0x80) {
      if (byte >= 0xc2 && byte <= 0xdf) following = 1;
      else if (byte >= 0xe0 && byte <= 0xef) following = 2;
      else if (byte >= 0xf0 && byte <= 0xf4) following = 3;
      else return false;
    }
  }
  return following === 0;
}

/**
 * What a file is, by its bytes; null for what is not kept. Its name is asked only to tell one text from another. A workbook or a
 * Word document that carries macros is not kept.
 */
export function mediaTypeOf(bytes: Uint8Array, fileName: string): MediaType | null {
  if (startsWith(bytes, [0x25, 0x50, 0x44, 0x46, 0x2d])) return MediaType.PDF;
  if (startsWith(bytes, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) return MediaType.PNG;
  if (startsWith(bytes, [0xff, 0xd8, 0xff])) return MediaType.JPEG;
  if (startsWith(bytes, [0x50, 0x4b, 0x03, 0x04])) {
    // Both are zips; the names of the parts stand in them as they are.
    if (!has(bytes, '[Content_Types].xml') || has(bytes, 'vbaProject.bin')) return null;
    if (has(bytes, 'word/document.xml')) return MediaType.DOCX;
    return has(bytes, 'xl/workbook.xml') ? MediaType.XLSX : null;
  }
  if (bytes.length === 0 || !isText(bytes)) return null;
  const start = bytes[0] === 0xef ? 3 : 0;
  const head = String.fromCharCode(...bytes.slice(start, start + 15)).toUpperCase();
  if (head === 'BEGIN:VCALENDAR') return MediaType.ICS;
  // A page that a browser would run is no plain text, whatever it is called.
  if (head.trimStart().startsWith('<')) return null;
  return /[.]csv$/i.test(fileName) ? MediaType.CSV : MediaType.TXT;
}
