import { hideNested } from './suppression.ts';

/** How often each mark was given at each school: a row a school, a column a mark. */
export interface CodeCounts { readonly schools: readonly { readonly schoolId: number; readonly part: string }[]; readonly marks: readonly string[]; readonly counts: readonly (readonly number[])[] }

/** A place of the table: one school, all of a part, or everything. */
export interface CodePlace { readonly schoolId: number | null; readonly part: string | null }

/** What is told of codes elsewhere. */
export interface CodesBeside {
  /** Marks that are a figure of their own: hidden where that is, and nowhere else. */
  readonly isFigure: (mark: string) => boolean;
  /** Whether the figure of such a mark is hidden; of any other, whether nothing may be told of a place. */
  readonly hides: (place: CodePlace, mark: string) => boolean;
  /** Which marks add up to a sum that is told of a place: their name, or null. */
  readonly sumOf: (mark: string, place: CodePlace) => string | null;
}

const EVERYTHING: CodePlace = { schoolId: null, part: null };
const keyOf = ({ schoolId, part }: CodePlace): string => (schoolId !== null ? `school ${schoolId}` : part !== null ? `part ${part}` : 'all');

/** What of a table of codes may not be told. */
export class HiddenCodes {
  private readonly hidden = new Set<string>();

  constructor(private readonly table: CodeCounts, private readonly minimum: number, private readonly beside: CodesBeside) {
    const parts = [...new Set(table.schools.map(({ part }) => part))];
    const places = [...table.schools.map(({ schoolId }): CodePlace => ({ schoolId, part: null })), ...parts.map((part): CodePlace => ({ schoolId: null, part })), EVERYTHING];
    for (const place of places) for (const mark of table.marks) if (beside.hides(place, mark)) this.hide(place, mark);
    for (let before = -1; before !== this.hidden.size;) {
      before = this.hidden.size;
      for (const mark of table.marks) if (!beside.isFigure(mark)) this.hideAmongPlaces(mark);
      for (const place of places) this.hideAmongMarks(place);
    }
  }

  /** Whether it may not be told how often a mark was given at a school, in a part or altogether. */
  hides(place: CodePlace, mark: string): boolean {
    return this.hidden.has(`${keyOf(place)} ${mark}`);
  }

  private hide(place: CodePlace, mark: string): void {
    this.hidden.add(`${keyOf(place)} ${mark}`);
  }

  private count({ schoolId, part }: CodePlace, mark: string): number {
    const at = this.table.marks.indexOf(mark);
    return this.table.schools.reduce((sum, school, row) => sum + ((schoolId === null || school.schoolId === schoolId) && (part === null || school.part === part) ? this.table.counts[row]![at]! : 0), 0);
  }

  /** Schools add up to parts, parts to the whole. A whole that is hidden for another reason takes its smallest part with it. */
  private hideAmongPlaces(mark: string): void {
    const { schools, marks, counts } = this.table;
    const at = marks.indexOf(mark);
    const ofPart = (part: string): CodePlace => ({ schoolId: null, part });
    const parts = [...new Set(schools.map(({ part }) => part))].sort((a, b) => this.count(ofPart(a), mark) - this.count(ofPart(b), mark) || a.localeCompare(b));
    const smallest = this.hides(EVERYTHING, mark) && !parts.some((part) => this.hides(ofPart(part), mark)) ? (parts.find((part) => this.count(ofPart(part), mark) > 0) ?? parts[0]) : undefined;
    const found = hideNested(schools.map(({ part }, row) => ({ part, count: counts[row]![at]! })), this.minimum, {
      cell: (row) => this.hides({ schoolId: schools[row]!.schoolId, part: null }, mark), part: (part) => part === smallest || this.hides(ofPart(part), mark),
    });
    for (const row of found.cells) this.hide({ schoolId: schools[row]!.schoolId, part: null }, mark);
    for (const part of found.parts) this.hide(ofPart(part), mark);
    if (found.whole) this.hide(EVERYTHING, mark);
  }

  /** Codes of a kind add up to a figure: one that is hidden takes the next smallest with it, or, where no other was given, one that was not. */
  private hideAmongMarks(place: CodePlace): void {
    const sums = new Set(this.table.marks.flatMap((mark) => this.beside.sumOf(mark, place) ?? []));
    for (const sum of sums) {
      const marks = this.table.marks.filter((mark) => this.beside.sumOf(mark, place) === sum);
      const hidden = marks.filter((mark) => this.hides(place, mark));
      if (hidden.length === 0) continue;
      const left = marks.filter((mark) => !hidden.includes(mark) && !this.beside.isFigure(mark)).sort((a, b) => (this.count(place, a) || Infinity) - (this.count(place, b) || Infinity));
      for (let told = hidden.reduce((all, mark) => all + this.count(place, mark), 0), many = hidden.length; left.length > 0 && (many === 1 || told <= many); many += 1) {
        const next = left.shift()!;
        this.hide(place, next);
        told += this.count(place, next);
      }
    }
  }
}
