/** What a delivery is, judged by its bytes and never by its name. */
export type Container =
  | 'empty' | 'delimited' | 'zip' | 'xlsx' | 'gzip' | 'old-excel' | 'pdf' | 'html' | 'xml' | 'json' | 'binary';

const PRINTABLE_CONTROLS = new Set([7, 8, 9, 10, 11, 12, 13, 26, 27]);

function startsWith(head: Uint8Array, bytes: readonly number[]): boolean {
  return bytes.every((byte, index) => head[index] === byte);
}

/** Decides what the first few kilobytes of a file (in UTF-8 where it was UTF-16) belong to. */
export function containerOf(head: Uint8Array): Container {
  if (startsWith(head, [0x50, 0x4b, 3, 4]) || startsWith(head, [0x50, 0x4b, 5, 6])) {
    const names = Buffer.from(head).toString('latin1');
    return names.includes('[Content_Types].xml') || names.includes('xl/') ? 'xlsx' : 'zip';
  }
  if (startsWith(head, [0x1f, 0x8b])) return 'gzip';
  if (startsWith(head, [0xd0, 0xcf, 0x11, 0xe0])) return 'old-excel';
  const text = Buffer.from(head).toString('latin1').replace(/^(?:ï»¿)?[\s\0]*/, '');
  if (text === '') return 'empty';
  if (text.startsWith('%PDF')) return 'pdf';
  if (text.startsWith('<')) return /<(?:!doctype html|html|table|body)\b/i.test(text.slice(0, 2000)) ? 'html' : 'xml';
  if (/^[{[]\s*["{[\]}]/.test(text)) return 'json';
  return looksBinary(head) ? 'binary' : 'delimited';
}

function looksBinary(head: Uint8Array): boolean {
  let strange = 0;
  for (const byte of head) {
    if (byte === 0) return true;
    if (byte < 32 && !PRINTABLE_CONTROLS.has(byte)) strange++;
  }
  return strange * 50 > head.length;
}

/** How a person would call a container that cannot be read here. */
export const CONTAINER_NAMES: Readonly<Record<Exclude<Container, 'delimited' | 'empty'>, string>> = {
  zip: 'a zip archive',
  xlsx: 'an Excel workbook (.xlsx)',
  gzip: 'a compressed (gzip) file',
  'old-excel': 'an Excel workbook in the old .xls format',
  pdf: 'a PDF document',
  html: 'a web page, although its name may say .xls',
  xml: 'an XML file',
  json: 'a JSON file',
  binary: 'not a text file',
};
