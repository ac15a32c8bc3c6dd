import { Category, codeOfMark, COUNTED_MARKS, findCodeOfMark, HiddenCodes, hideHalfDays, type CodePlace, type HiddenFigure } from '@attendance/shared/attendance';
import { ruleValue } from '@attendance/shared/kernel';
import type { Operation } from '../../platform/graphql/operation.ts';
import { refuseParts, type Disclosure } from './disclosure.ts';
import type { Scope } from './figures.repository.ts';
import type { FiguresService } from './figures.service.ts';
import type { PatternsRepository } from './patterns.repository.ts';
import type { SessionPatternsType, SlotFiguresType } from './patterns.type.ts';

/** Marks that are a figure of their own, which is told beside the codes. */
const FIGURES: ReadonlyMap<string, HiddenFigure> = new Map([[COUNTED_MARKS.lateBefore, 'lateBefore'], [COUNTED_MARKS.lateAfter, 'lateAfter'], [COUNTED_MARKS.missing, 'missing']]);
const ABSENCE: ReadonlySet<string> = new Set([Category.AUTHORISED, Category.UNAUTHORISED]);
const EVERYTHING: CodePlace = { schoolId: null, part: null };

/** When in the week sessions are missed, and by which code. */
export class PatternsService {
  constructor(private readonly figures: FiguresService, private readonly patterns: PatternsRepository) {}

  async ofScope(operation: Operation, scope: Scope): Promise<SessionPatternsType> {
    const slots = await this.slots(operation, scope);
    const { academicYear } = this.figures.span(operation);
    const codes = await this.patterns.codes(operation, academicYear, scope);
    const hidden = await this.hiddenCodes(operation);
    // A code that was not given is named where it is hidden: it keeps others from being told by what is left.
    const named = hidden === null ? codes : [...codes, ...hidden.marks.filter((mark) => hidden.codes.hides(EVERYTHING, mark) && codes.every((each) => each.mark !== mark)).map((mark) => ({ mark, sessions: 0 }))];
    return {
      academicYear, possible: slots.possible, slots: slots.told,
      codes: named.map(({ mark, sessions }) => ({ code: codeOfMark(mark) ?? mark, sessions: hidden?.codes.hides(EVERYTHING, mark) ? null : sessions })),
    };
  }

  /** Half days as they may be told, and the possible sessions of them all. To people who see figures only, of everything they see together. */
  async slots(operation: Operation, scope: Scope): Promise<{ readonly possible: number; readonly absent: number; readonly told: SlotFiguresType[] }> {
    refuseParts(operation, scope);
    const { academicYear } = this.figures.span(operation);
    const slots = await this.patterns.slots(operation, academicYear, scope);
    const sum = (of: (slot: (typeof slots)[number]) => number): number => slots.reduce((total, slot) => total + of(slot), 0);
    const whole = { possible: sum((slot) => slot.possible), absent: sum((slot) => slot.authorised + slot.unauthorised) };
    if (operation.actor.reach.kind !== 'AGGREGATE') return { ...whole, told: slots.map((slot) => ({ ...slot, absent: slot.authorised + slot.unauthorised })) };
    const disclosure = await this.figures.disclosure(operation);
    const isTold = (name: HiddenFigure): boolean => !disclosure.hidesWhole(scope, academicYear, name);
    const [missed, kinds, before, after] = [isTold('missed'), isTold('kinds'), isTold('lateBefore'), isTold('lateAfter')];
    const told = hideHalfDays(slots, ruleValue('suppression.minimum', operation.today));
    return {
      ...whole,
      told: told.map((slot, index) => ({
        slot: slots[index]!.slot, possible: slot.possible, absent: missed ? slot.absent : null, authorised: kinds ? slot.authorised : null, unauthorised: kinds ? slot.unauthorised : null,
        lateBefore: before ? slot.lateBefore : null, lateAfter: after ? slot.lateAfter : null,
      })),
    };
  }

  /** Which codes may not be told of which school, phase or altogether; null for people from whom nothing is hidden. */
  async hiddenCodes(operation: Operation): Promise<{ readonly codes: HiddenCodes; readonly marks: readonly string[] } | null> {
    if (operation.actor.reach.kind !== 'AGGREGATE') return null;
    const { academicYear } = this.figures.span(operation);
    const disclosure = await this.figures.disclosure(operation);
    const given = await this.patterns.codesOfSchools(operation, academicYear);
    const schools = [...new Map(given.map(({ schoolId, part }) => [schoolId, { schoolId, part }])).values()];
    const marks = [...new Set(given.map(({ mark }) => mark))].sort();
    const counts = new Map(given.map(({ schoolId, mark, sessions }) => [`${schoolId} ${mark}`, sessions]));
    const table = { schools, marks, counts: schools.map(({ schoolId }) => marks.map((mark) => counts.get(`${schoolId} ${mark}`) ?? 0)) };
    return { marks, codes: new HiddenCodes(table, ruleValue('suppression.minimum', operation.today), { isFigure: (mark) => FIGURES.has(mark), ...besideOf(disclosure, academicYear) }) };
  }
}

/** What figures tell of codes: their sums by kind of absence of every place, and of everything together the other kinds as well. */
function besideOf(disclosure: Disclosure, academicYear: number): Pick<ConstructorParameters<typeof HiddenCodes>[2], 'hides' | 'sumOf'> {
  const hides = ({ schoolId, part }: CodePlace, name: HiddenFigure): boolean => disclosure.hidesWhole({ schoolId, phase: part }, academicYear, name);
  return {
    hides: (place, mark) => hides(place, 'missed') || (FIGURES.has(mark) && hides(place, FIGURES.get(mark)!)),
    sumOf: (mark, place) => {
      const category = findCodeOfMark(mark)?.category ?? null;
      if (category === Category.MISSING || category === null) return null;
      if (ABSENCE.has(category)) return hides(place, 'kinds') ? null : category;
      // Presence is not told by school, so that other codes of attendance are not what is left of it.
      if (place.schoolId !== null || place.part !== null) return null;
      return COUNTED_MARKS.attended.includes(mark) ? (hides(place, 'missed') ? null : 'ATTENDED') : category;
    },
  };
}
