import fs from 'node:fs';
import { StringDecoder } from 'node:string_decoder';
import { FileRefused } from './file-refused.ts';

/** What a file is when it is not text, by its first bytes and never by its name. */
const NOT_TEXT: readonly [begins: RegExp, what: string][] = [
  [/^PK(?:\x03\x04|\x05\x06)/, 'an Excel workbook or a zip archive'],
  [/^\xd0\xcf\x11\xe0/, 'an Excel workbook in the old .xls format'],
  [/^\x1f\x8b/, 'a compressed file'],
  [/^%PDF/, 'a PDF document'],
  [/^(?:\xef\xbb\xbf)?\s*</, 'a web page or an XML file'],
];

// Windows-1252 differs from Latin-1 only here. Written out, because decoders of some versions of Node take the two for one.
const FROM_128 = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ';
const windows1252 = (bytes: Buffer): string => bytes.toString('latin1').replace(/[\x80-\x9f]/g, (character) => FROM_128[character.charCodeAt(0) - 128]!);

const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
function utf8(bytes: Buffer): string | null {
  try {
    return strict.decode(bytes);
  } catch {
    return null;
  }
}

/** Whole lines as text: UTF-8, and a line that is none as Windows-1252, since one file may hold both. */
const linesOf = (bytes: Buffer): string => utf8(bytes) ?? bytes.toString('latin1').match(/[^\n]*\n|[^\n]+$/g)!
  .map((line) => Buffer.from(line, 'latin1')).map((line) => utf8(line) ?? windows1252(line)).join('');

/** The text of a file as a stream, without its byte order mark. Throws FileRefused for what is not text. */
export async function* textOfFile(path: string): AsyncGenerator<string, void> {
  let decode: ((bytes: Buffer, isLast: boolean) => string) | undefined;
  let isFirst = true;
  for await (const chunk of fs.createReadStream(path, { highWaterMark: 256 * 1024 }) as AsyncIterable<Buffer>) {
    decode ??= decoderFor(chunk);
    const text = decode(chunk, false);
    yield isFirst ? text.replace(/^\ufeff/, '') : text;
    isFirst &&= text === '';
  }
  if (decode === undefined) throw new FileRefused('The file is empty.', 'Check that it is the right file, and load it again.');
  yield decode(Buffer.alloc(0), true);
}

function decoderFor(head: Buffer): (bytes: Buffer, isLast: boolean) => string {
  const begins = head.toString('latin1', 0, 512);
  const found = NOT_TEXT.find(([pattern]) => pattern.test(begins));
  if (found) throw new FileRefused(`The file is ${found[1]}.`, 'Save it as CSV (in Excel: “CSV UTF-8”), and load that.');
  if (begins.startsWith('\xff\xfe')) {
    const utf16 = new StringDecoder('utf16le');
    return (bytes, isLast) => (isLast ? utf16.end() : utf16.write(bytes));
  }
  if (begins.includes('\0')) throw new FileRefused('The file is not a text file.', 'Save it as CSV (in Excel: “CSV UTF-8”), and load that.');
  let held = Buffer.alloc(0);
  return (bytes, isLast) => {
    const all = Buffer.concat([held, bytes]);
    const whole = isLast ? all.length : all.lastIndexOf(10) + 1;
    held = all.subarray(whole);
    return whole === 0 ? '' : linesOf(all.subarray(0, whole));
  };
}
