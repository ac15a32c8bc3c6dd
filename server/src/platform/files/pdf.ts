import { createRequire } from 'node:module';
import type PDFDocument from 'pdfkit';
import { layOut, rowParts, wrapped, type PdfColumn } from './pdf-columns.ts';
import { drawBoxes, drawStrokes, isLettered, placeSigns, SIGN, signsWidth, TONES, type PdfSign } from './pdf-signs.ts';

/** A cell of a printed table: words, or signs of a register in boxes that read the same in black and white. */
export type PdfCell = string | { readonly signs: readonly (readonly PdfSign[])[]; readonly words: string };
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
/** Points of the letters in a cell, the height of one line of them, and of each further one. */
const [CELL, ONE_LINE, NEXT_LINE] = [8.5, 12.3, 10.8];
/** The height of a row that names a group. */
const GROUP = 18;
/** A table no taller than this is never cut in two, and no more than this is ever kept together. */
const [SHORT_TABLE, PAGE_HOLDS] = [190, 660];
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
  /** Headings and what belongs to them, until it is known what they lead to. */
  private readonly leads: { readonly height: number; readonly draw: () => void }[] = [];
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

  private get width(): number { return this.doc.page.width - LEFT * 2; }

  private get room(): number { return this.doc.page.height - BOTTOM - this.y; }

  private newPage(): void {
    this.drawRules();
    this.doc.addPage();
    this.y = TOP;
    this.colour = '';
  }

  /** A heading. It waits for what follows, so that it never ends a page. Those of the second level stand in the outline. */
  heading(level: 1 | 2 | 3, text: string): void {
    const above = level === 1 ? 0 : level === 2 ? 14 : 8;
    const height = this.style('bold', SIZES[level]).heightOfString(text, { width: this.width });
    this.leads.push({ height: above + height + 3, draw: () => {
      if (level === 2) {
        this.section.end();
        this.section = this.doc.struct('Sect');
        this.root.add(this.section);
        this.doc.outline.addItem(text);
      }
      this.y += this.y === TOP ? 0 : above;
      this.section.add(this.doc.struct(`H${level}`, {}, () => { this.style('bold', SIZES[level]).text(text, LEFT, this.y, { width: this.width }); }));
      this.y += height + 3;
    } });
  }

  /** A paragraph, on one page. One that `leads` waits for what follows it, as a heading does. */
  paragraph(text: string, { bold = false, quiet = false, leads = false, size = 10 }: { bold?: boolean; quiet?: boolean; leads?: boolean; size?: number } = {}): void {
    const height = this.style(bold ? 'bold' : 'regular', size).heightOfString(text, { width: this.width });
    this.leads.push({ height: height + 5, draw: () => {
      this.section.add(this.doc.struct('P', {}, () => { this.style(bold ? 'bold' : 'regular', size, quiet ? QUIET : INK).text(text, LEFT, this.y, { width: this.width }); }));
      this.y += height + 5;
    } });
    if (!leads) this.draw(0);
  }

  /** Draws what waits, on a page that has room for it and for the first so many points of what follows. */
  private draw(following: number): void {
    const waiting = this.leads.splice(0);
    const height = waiting.reduce((sum, lead) => sum + lead.height, following);
    // More than a page holds goes where it stands: a new page would not help.
    if (this.room < height && height < PAGE_HOLDS) this.newPage();
    for (const lead of waiting) {
      if (this.room < lead.height) this.newPage();
      lead.draw();
    }
  }

  /** Words in a frame: what is to be read first. */
  framed(text: string): void {
    const inner = this.width - 24;
    const height = this.style('regular', 12).heightOfString(text, { width: inner }) + 20;
    this.draw(height);
    if (this.room < height) this.newPage();
    this.artifact(() => this.doc.lineWidth(1.5).strokeColor(INK).rect(LEFT, this.y, this.width, height).stroke());
    this.section.add(this.doc.struct('P', {}, () => { this.style('regular', 12).text(text, LEFT + 12, this.y + 10, { width: inner }); }));
    this.y += height + 8;
  }

  /** A table with headings that are told to a screen reader, for columns and for rows. */
  table({ columns, rows: given }: PdfTable): void {
    const roomy = columns.map((column, index) => ({ ...column, least: Math.max(0, ...given.map(({ cells: { [index]: cell } }) => (cell === undefined || typeof cell === 'string' ? 0 : signsWidth(cell.signs.length)))) }));
    const widths = layOut(roomy, given.map(({ cells }) => cells.map((cell) => (typeof cell === 'string' ? cell : ''))), this.width, (text, bold) => this.widthOf(text, bold));
    const rows = given.flatMap(({ group, cells }) => rowParts(cells, (cell, index) => (typeof cell === 'string' ? this.linesOf(cell, (widths[index] ?? 0) - 8, index === 0) : null)).map((part) => ({ group, cells: part })));
    const isHeaded = (at: number): boolean => { const group = rows[at]?.group ?? null; return group !== null && group !== (rows[at - 1]?.group ?? null); };
    const heights = rows.map(({ cells }, at) => Math.max(...cells.map((cell, index) => this.heightOf(cell, (widths[index] ?? 0) - 8, index === 0))) + 5 + (isHeaded(at) ? GROUP : 0));
    const span = (from: number, to: number): number => heights.slice(from, to).reduce((sum, height) => sum + height, 0);
    const top = this.headingsHeight(columns, widths);
    // A short table stays whole, a long one begins with two rows; neither leaves its headings behind.
    const whole = top + span(0, rows.length);
    this.draw(whole <= SHORT_TABLE ? whole : top + span(0, 2));
    const element = this.doc.struct('Table');
    this.section.add(element);
    this.headings(columns, widths, element, top);
    for (const [at, { cells, group }] of rows.entries()) {
      const height = heights[at] ?? 0;
      // The last row never goes to the next page alone.
      const last = span(at, rows.length);
      if (this.room < (at === rows.length - 2 && last < PAGE_HOLDS / 2 ? last : height)) {
        this.newPage();
        this.headings(columns, widths, null, top);
      }
      if (isHeaded(at)) this.groupRow(group ?? '', columns.length, element);
      this.row(cells, columns, widths, element, height - (isHeaded(at) ? GROUP : 0));
    }
    this.drawRules();
    element.end();
    this.y += 6;
  }

  /** The bytes of the whole, with the number of its pages. */
  async end(): Promise<{ readonly bytes: Buffer; readonly pages: number }> {
    this.draw(0);
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
    return typeof cell === 'string' ? ONE_LINE + (this.linesOf(cell, width, bold).length - 1) * NEXT_LINE : SIGN + 4;
  }

  private linesOf(text: string, width: number, bold: boolean): string[] { return wrapped(text, width, (words) => this.widthOf(words, bold)); }

  /** The width of a text in a cell, measured once: a table says many things often. */
  private widthOf(text: string, bold: boolean): number {
    const key = `${bold ? 'B' : ' '}${text}`;
    const known = this.measured.get(key);
    if (known !== undefined) return known;
    const width = this.style(bold ? 'bold' : 'regular', CELL).widthOfString(text);
    this.measured.set(key, width);
    return width;
  }

  private write(text: string, x: number, y: number, width: number, bold: boolean, isNumber: boolean): void {
    this.linesOf(text, width, bold).forEach((line, nth) => {
      const left = isNumber ? x + width - this.widthOf(line.trimEnd(), bold) : x;
      this.style(bold ? 'bold' : 'regular', CELL).text(line, left, y + nth * NEXT_LINE, { lineBreak: false });
    });
  }

  private headingsHeight(columns: readonly PdfColumn[], widths: readonly number[]): number { return Math.max(...columns.map(({ heading }, index) => this.heightOf(heading, (widths[index] ?? 0) - 8, true))) + 6; }

  /** The headings: the first time as part of the table, on further pages for the eye. */
  private headings(columns: readonly PdfColumn[], widths: readonly number[], table: Element | null, height: number): void {
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
    this.y += GROUP;
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

  /** Signs in pairs, each in its box. What a reader hears is the text of the cell. */
  private signs(pairs: readonly (readonly PdfSign[])[], x: number, y: number): void {
    const placed = placeSigns(pairs, x);
    for (const tone of ['none', 'light', 'dark'] as const) {
      const own = placed.filter((sign) => sign.tone === tone);
      if (own.length === 0) continue;
      drawBoxes(this.doc, own, y, tone);
      this.colour = '';
      for (const { text, at } of own.filter(isLettered)) {
        const size = text.length > 1 ? 5 : 7;
        const left = at + (SIGN - (this.widthOf(text, true) * size) / CELL) / 2;
        this.style('bold', size, TONES[tone].ink).text(text, left, y + (text.length > 1 ? 1.6 : 0.2), { lineBreak: false });
      }
    }
    drawStrokes(this.doc, placed, y);
  }

  private rule(): void { this.rules.push(this.y); }

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
