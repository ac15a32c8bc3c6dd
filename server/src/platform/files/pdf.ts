import { createRequire } from 'node:module';
import type PDFDocument from 'pdfkit';
import { layOut, type PdfColumn } from './pdf-columns.ts';

/** A cell of a printed table: words, or signs of a register in boxes that read the same in black and white. */
export type PdfCell = string | { readonly signs: readonly { readonly text: string; readonly tone: 'none' | 'light' | 'dark' }[][]; readonly words: string };
export interface PdfTable { readonly columns: readonly PdfColumn[]; readonly rows: readonly { readonly group: string | null; readonly cells: readonly PdfCell[] }[] }
/** What stands on every page, and what a reader is told of the whole. */
export interface PdfHead { readonly title: string; readonly author: string; readonly above: readonly [left: string, right: string]; readonly below: readonly [left: string, middle: string] }

const FONTS = '@expo-google-fonts/source-sans-3';
const here = createRequire(import.meta.url);
/** Loaded with the first document: most processes write none, and every one would wait for it at its start. */
const pdfkit = (): typeof PDFDocument => here('pdfkit') as typeof PDFDocument;
const fontPath = (weight: string): string => here.resolve(`${FONTS}/${weight}/SourceSans3_${weight}.ttf`);

const [LEFT, TOP, BOTTOM] = [50, 74, 62];
const INK = '#0b0c0c';
const QUIET = '#484949';
const LINE = '#8a8f92';
const SIGN = 9;
/** Points of the letters in a cell, and the height of one line of them. */
const CELL = 8.5;
const ONE_LINE = 12.3;
const SIZES = { 1: 20, 2: 14, 3: 11 } as const;

type Element = PDFKit.PDFStructureElement;

/**
 * A printed document as it is written: tagged for screen readers (PDF/UA), with its fonts in it. Tables go on over pages and say
 * their headings again; what stands on every page is marked as no part of the text.
 */
export class PdfWriter {
  private readonly doc: PDFKit.PDFDocument;
  private readonly root: Element;
  private readonly measured = new Map<string, number>();
  /** Lines under rows, drawn together when the page or the table ends. */
  private rules: number[] = [];
  private colour = '';
  private section: Element;
  private y = TOP;

  constructor(private readonly head: PdfHead) {
    this.doc = new (pdfkit())({
      size: 'A4', margins: { top: TOP, bottom: BOTTOM, left: LEFT, right: LEFT }, bufferPages: true, pdfVersion: '1.7', tagged: true, subset: 'PDF/UA', lang: 'en-GB', displayTitle: true,
      info: { Title: head.title, Author: head.author }, font: null,
    } as unknown as PDFKit.PDFDocumentOptions);
    this.doc.registerFont('regular', fontPath('400Regular')).registerFont('bold', fontPath('700Bold'));
    this.root = this.doc.struct('Document');
    this.doc.addStructure(this.root);
    this.section = this.doc.struct('Sect');
    this.root.add(this.section);
  }

  private get width(): number {
    return this.doc.page.width - LEFT * 2;
  }

  private get room(): number {
    return this.doc.page.height - BOTTOM - this.y;
  }

  private newPage(): void {
    this.drawRules();
    this.doc.addPage();
    this.y = TOP;
    this.colour = '';
  }

  /** A heading, with enough of what follows it on the same page. Those of the second level stand in the outline. */
  heading(level: 1 | 2 | 3, text: string): void {
    if (level === 2) {
      this.section.end();
      this.section = this.doc.struct('Sect');
      this.root.add(this.section);
    }
    this.y += level === 1 ? 0 : level === 2 ? 14 : 8;
    const height = this.style('bold', SIZES[level]).heightOfString(text, { width: this.width });
    if (this.room < height + 70) this.newPage();
    if (level === 2) this.doc.outline.addItem(text);
    this.section.add(this.doc.struct(`H${level}`, {}, () => { this.style('bold', SIZES[level]).text(text, LEFT, this.y, { width: this.width }); }));
    this.y += height + 3;
  }

  paragraph(text: string, { bold = false, quiet = false, size = 10 }: { bold?: boolean; quiet?: boolean; size?: number } = {}): void {
    const height = this.style(bold ? 'bold' : 'regular', size).heightOfString(text, { width: this.width });
    if (this.room < height) this.newPage();
    this.section.add(this.doc.struct('P', {}, () => { this.style(bold ? 'bold' : 'regular', size, quiet ? QUIET : INK).text(text, LEFT, this.y, { width: this.width }); }));
    this.y += height + 5;
  }

  /** Words in a frame: what is to be read first. */
  framed(text: string): void {
    const inner = this.width - 24;
    const height = this.style('regular', 12).heightOfString(text, { width: inner }) + 20;
    if (this.room < height) this.newPage();
    this.artifact(() => this.doc.lineWidth(1.5).strokeColor(INK).rect(LEFT, this.y, this.width, height).stroke());
    this.section.add(this.doc.struct('P', {}, () => { this.style('regular', 12).text(text, LEFT + 12, this.y + 10, { width: inner }); }));
    this.y += height + 8;
  }

  /** A table with headings that are told to a screen reader, for columns and for rows. */
  table({ columns, rows }: PdfTable): void {
    const roomy = columns.map((column, index) => ({ ...column, least: Math.max(0, ...rows.map(({ cells: { [index]: cell } }) => (cell === undefined || typeof cell === 'string' ? 0 : cell.signs.length * (SIGN * 2 + 4) + 8))) }));
    const widths = layOut(roomy, rows.map(({ cells }) => cells.map((cell) => (typeof cell === 'string' ? cell : ''))), this.width, (text, bold) => this.widthOf(text, bold));
    const element = this.doc.struct('Table');
    this.section.add(element);
    this.headings(columns, widths, element);
    let group: string | null = null;
    for (const row of rows) {
      const height = Math.max(...row.cells.map((cell, index) => this.heightOf(cell, (widths[index] ?? 0) - 8, index === 0))) + 5;
      const headed = row.group !== null && row.group !== group;
      if (this.room < height + (headed ? 18 : 0)) {
        this.newPage();
        this.headings(columns, widths, null);
      }
      if (headed) this.groupRow(row.group ?? '', columns.length, element);
      group = row.group;
      this.row(row.cells, columns, widths, element, height);
    }
    this.drawRules();
    element.end();
    this.y += 6;
  }

  /** The bytes of the whole, with the number of its pages. */
  async end(): Promise<{ readonly bytes: Buffer; readonly pages: number }> {
    const { start, count } = this.doc.bufferedPageRange();
    this.section.end();
    this.root.end();
    for (let page = start; page < start + count; page += 1) {
      this.doc.switchToPage(page);
      this.colour = '';
      this.doc.page.margins = { ...this.doc.page.margins, top: 0, bottom: 0 };
      const foot = this.doc.page.height - 42;
      this.artifact(() => {
        this.doc.lineWidth(0.5).strokeColor(LINE).moveTo(LEFT, 58).lineTo(LEFT + this.width, 58).moveTo(LEFT, foot - 6).lineTo(LEFT + this.width, foot - 6).stroke();
        const line = (text: string, y: number, align: 'left' | 'right' | 'center'): unknown => this.style('regular', 8.5, QUIET).text(text, LEFT, y, { width: this.width, align, lineBreak: false });
        line(this.head.above[0], 42, 'left');
        line(this.head.above[1], 42, 'right');
        line(this.head.below[0], foot, 'left');
        line(this.head.below[1], foot, 'center');
        line(`Page ${page - start + 1} of ${count}`, foot, 'right');
      }, 'Pagination');
    }
    const chunks: Buffer[] = [];
    const whole = new Promise<Buffer>((resolve, reject) => { this.doc.on('data', (chunk: Buffer) => chunks.push(chunk)).on('end', () => resolve(Buffer.concat(chunks))).on('error', reject); });
    this.doc.end();
    return { bytes: await whole, pages: count };
  }

  private style(font: 'regular' | 'bold', size: number, colour = INK): PDFKit.PDFDocument {
    this.doc.font(font).fontSize(size);
    // Said only where it changes: it is the dearest of the three.
    if (colour !== this.colour) this.doc.fillColor(colour);
    this.colour = colour;
    return this.doc;
  }

  /** What is drawn for the eye alone. */
  private artifact(draw: () => void, type: 'Layout' | 'Pagination' = 'Layout'): void {
    this.doc.markContent('Artifact', { type });
    draw();
    this.doc.endMarkedContent();
  }

  private heightOf(cell: PdfCell, width: number, bold: boolean): number {
    if (typeof cell !== 'string') return SIGN + 4;
    return this.widthOf(cell, bold) <= width ? ONE_LINE : this.style(bold ? 'bold' : 'regular', CELL).heightOfString(cell, { width });
  }

  /** The width of a text in a cell, measured once: a table says many things often. */
  private widthOf(text: string, bold: boolean): number {
    const key = `${bold ? 'B' : ' '}${text}`;
    const known = this.measured.get(key);
    if (known !== undefined) return known;
    const width = this.style(bold ? 'bold' : 'regular', CELL).widthOfString(text);
    this.measured.set(key, width);
    return width;
  }

  /** The words of a cell. Most fit on a line, which costs a third of what wrapping does. */
  private write(text: string, x: number, y: number, width: number, bold: boolean, isNumber: boolean): void {
    const [own, doc] = [this.widthOf(text, bold), this.style(bold ? 'bold' : 'regular', CELL)];
    if (own <= width) doc.text(text, isNumber ? x + width - own : x, y, { lineBreak: false });
    else doc.text(text, x, y, { width, align: isNumber ? 'right' : 'left' });
  }

  /** The headings: the first time as part of the table, on further pages for the eye. */
  private headings(columns: readonly PdfColumn[], widths: readonly number[], table: Element | null): void {
    const height = Math.max(...columns.map(({ heading }, index) => this.heightOf(heading, (widths[index] ?? 0) - 8, true))) + 6;
    if (this.room < height + 30) this.newPage();
    const y = this.y;
    this.artifact(() => this.doc.rect(LEFT, y, this.width, height).fill('#eef2f3'));
    this.colour = '';
    // An element that is added to nothing would keep the document from ending.
    const row = table === null ? null : this.doc.struct('TR');
    if (row !== null) table?.add(row);
    let x = LEFT;
    columns.forEach(({ heading, isNumber }, index) => {
      const [at, width] = [x, widths[index] ?? 0];
      const write = (): void => this.write(heading, at + 4, y + 3, width - 8, true, isNumber);
      if (row === null) this.artifact(write);
      else row.add(this.doc.struct('TH', { scope: 'Column' } as PDFKit.Mixins.StructureElementOptions, write));
      x += width;
    });
    row?.end();
    this.y = y + height;
  }

  private groupRow(text: string, span: number, table: Element): void {
    const y = this.y;
    const row = this.doc.struct('TR');
    table.add(row);
    const cell = this.doc.struct('TH', { scope: 'Row' } as PDFKit.Mixins.StructureElementOptions, () => { this.style('bold', 9).text(text, LEFT + 4, y + 5, { width: this.width - 8 }); });
    // The package writes how far a cell reaches only for tables it lays out itself.
    Object.assign((cell as unknown as { dictionary: { data: { A: object } } }).dictionary.data.A, { ColSpan: span });
    row.add(cell);
    row.end();
    this.y += 18;
    this.rule();
  }

  private row(cells: readonly PdfCell[], columns: readonly PdfColumn[], widths: readonly number[], table: Element, height: number): void {
    const y = this.y;
    const row = this.doc.struct('TR');
    table.add(row);
    let x = LEFT;
    cells.forEach((cell, index) => {
      const [at, width] = [x, widths[index] ?? 0];
      const [tag, options] = index === 0 ? (['TH', { scope: 'Row' }] as const) : (['TD', typeof cell === 'string' ? {} : { actual: cell.words }] as const);
      row.add(this.doc.struct(tag, options as PDFKit.Mixins.StructureElementOptions, () => {
        if (typeof cell === 'string') this.write(cell, at + 4, y + 2, width - 8, index === 0, columns[index]?.isNumber ?? false);
        else this.signs(cell.signs, at + 4, y + 2.5);
      }));
      x += width;
    });
    row.end();
    this.y = y + height;
    this.rule();
  }

  /** Signs in pairs, each in its box: dark with a light letter, light grey, or white. */
  private signs(pairs: readonly (readonly { readonly text: string; readonly tone: 'none' | 'light' | 'dark' }[])[], x: number, y: number): void {
    let at = x;
    for (const pair of pairs) {
      for (const { text, tone } of pair) {
        this.doc.lineWidth(0.5).rect(at, y, SIGN, SIGN).fillAndStroke(tone === 'dark' ? '#333' : tone === 'light' ? '#d5d8da' : '#fff', '#666');
        this.colour = '';
        const size = text.length > 1 ? 5 : 7;
        const left = at + (SIGN - (this.widthOf(text, true) * size) / CELL) / 2;
        this.style('bold', size, tone === 'dark' ? '#fff' : INK).text(text, left, y + (text.length > 1 ? 1.6 : 0.2), { lineBreak: false });
        at += SIGN + 0.5;
      }
      at += 3;
    }
  }

  private rule(): void {
    this.rules.push(this.y);
  }

  private drawRules(): void {
    if (this.rules.length === 0) return;
    this.artifact(() => {
      this.doc.lineWidth(0.4).strokeColor('#c3c7c9');
      for (const y of this.rules) this.doc.moveTo(LEFT, y).lineTo(LEFT + this.width, y);
      this.doc.stroke();
    });
    this.rules = [];
  }
}
