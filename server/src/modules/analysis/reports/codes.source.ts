import { codeOfMark, dayAndMonth, findCode, markOfCode, ratePercent, type CodePlace, type ReportCell } from '@attendance/shared/attendance';
import { ruleValue } from '@attendance/shared/kernel';
import { schoolPhaseLabel } from '@attendance/shared/organisations';
import type { Operation } from '../../../platform/graphql/operation.ts';
import type { PatternsService } from '../patterns.service.ts';
import type { ReasonsService } from '../reasons.service.ts';
import { rateOf, seesFiguresOnly, shown, wholeTable, type Question, type ReportRow, type ReportSource } from './report-source.ts';
import type { ReportsRepository, SchoolTotals } from './reports.repository.ts';

/** Presence says nothing about why a session was missed. */
const PRESENT = ['/', '\\'];
const PLACES = ['E', 'B', 'K', 'V'] as const;
const OFF_SITE = ['B', 'K', 'V'] as const;

/** How often each code was given at each school within reach, before and after small counts are hidden. */
interface Codes {
  readonly schools: readonly SchoolTotals[];
  readonly codes: readonly string[];
  count(schoolId: number, code: string): number;
  shown(schoolId: number, code: string): number | null;
  isHidden(schoolId: number, code: string): boolean;
  /** Whether it is hidden of the schools asked for together. */
  hidesAsked(code: string): boolean;
}

/** What codes are counted from, and what may be told of them. */
export interface CodeSources { readonly reports: ReportsRepository; readonly patterns: PatternsService }

async function codesOf(operation: Operation, { reports, patterns }: CodeSources, { academicYear, schools: known, filter }: Question): Promise<Codes> {
  const schools = await reports.totals(operation, academicYear);
  const given = await reports.codes(operation, academicYear);
  const hidden = await patterns.hiddenCodes(operation);
  const codes = [...new Set(given.map(({ mark }) => mark))].filter((mark) => !PRESENT.includes(mark)).sort();
  const counts = new Map(given.map(({ schoolId, mark, sessions }) => [`${schoolId} ${mark}`, sessions]));
  const hides = (place: CodePlace, code: string): boolean => hidden?.codes.hides(place, markOfCode(code) ?? '') === true;
  const asked = [...known.values()].filter(({ isAsked }) => isAsked);
  const atSchool = (schoolId: number, code: string): boolean => hides({ schoolId, part: null }, code);
  const hidesAsked = (code: string): boolean => {
    // Schools that somebody is named officer of are told together where each of them is told.
    if (filter.mine) return asked.some(({ schoolId }) => atSchool(schoolId, code));
    return filter.schoolId === null ? hides({ schoolId: null, part: filter.phase }, code) : atSchool(filter.schoolId, code);
  };
  const count = (schoolId: number, code: string): number => counts.get(`${schoolId} ${markOfCode(code) ?? ''}`) ?? 0;
  return {
    schools, codes: codes.map((mark) => codeOfMark(mark) ?? mark), count, hidesAsked,
    shown: (schoolId, code) => (atSchool(schoolId, code) ? null : count(schoolId, code)), isHidden: atSchool,
  };
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0);
const meaningOf = (code: string): string => findCode(code)?.label ?? '';
const askedOf = ({ schools }: Question, totals: readonly SchoolTotals[]): SchoolTotals[] => totals.filter(({ schoolId }) => schools.get(schoolId)?.isAsked === true);
const whoCells = ({ schools }: Question, schoolId: number): Record<string, ReportCell> => ({ school: schools.get(schoolId)?.name ?? '', phase: schoolPhaseLabel(schools.get(schoolId)?.phase ?? '') });

/** Report 3, every code of the schools asked for together. */
export function codeTable(sources: CodeSources): ReportSource {
  return async (operation, question) => {
    const codes = await codesOf(operation, sources, question);
    const asked = askedOf(question, codes.schools);
    const possible = sum(asked.map((each) => each.possible));
    const used = codes.codes.map((code) => ({ code, sessions: sum(asked.map(({ schoolId }) => codes.count(schoolId, code))) })).filter(({ code, sessions }) => sessions > 0 || (asked.length > 0 && codes.hidesAsked(code)));
    const told = ({ code, sessions }: { readonly code: string; readonly sessions: number }): number | null => (codes.hidesAsked(code) ? null : sessions);
    return wholeTable(question, used.map((each) => ({ ...each, told: told(each) })).map(({ code, told: cell }) => ({
      key: code, opensWith: { phase: question.filter.phase, schoolId: question.filter.schoolId, mine: question.filter.mine, code }, cells: { code, meaning: meaningOf(code), sessions: shown(cell), share: rateOf(cell, possible) },
    })));
  };
}

/** Report 3, a row for each school and code in use. */
export function schoolCodeTable(sources: CodeSources): ReportSource {
  return async (operation, question) => {
    const codes = await codesOf(operation, sources, question);
    const everywhere = new Map(codes.codes.map((code) => [code, ratePercent(sum(codes.schools.map(({ schoolId }) => codes.count(schoolId, code))), sum(codes.schools.map((each) => each.possible)))]));
    const rows = askedOf(question, codes.schools).flatMap(({ schoolId, possible }) => codes.codes.filter((code) => codes.count(schoolId, code) > 0 || codes.isHidden(schoolId, code)).map((code): ReportRow => ({
      key: `${schoolId} ${code}`, schoolId, opensWith: { schoolId, code },
      cells: {
        ...whoCells(question, schoolId), code, meaning: meaningOf(code), sessions: shown(codes.shown(schoolId, code)), share: rateOf(codes.shown(schoolId, code), possible),
        everywhere: seesFiguresOnly(operation) && codes.schools.some((each) => codes.shown(each.schoolId, code) === null) ? shown(null) : (everywhere.get(code) ?? null),
      },
    })));
    return wholeTable(question, rows);
  };
}

/** Codes whose share at one school says that somebody should ask. */
const WATCHED = ['C', 'C2', 'B', 'E'] as const;
const UNRESOLVED = 'N';
const LATENESS = ['L', 'U'] as const;

/** Report 3, by the rules of the pack: a share well over that of the phase, a reason still missing when it is due, and big schools where nobody was ever late. */
export function outlierTable(sources: CodeSources, reasons: ReasonsService): ReportSource {
  return async (operation, question) => {
    const { today } = operation;
    const [fewest, percent, pupils] = [ruleValue('code-outlier.sessions', today), ruleValue('code-outlier.percent-of-phase', today), ruleValue('code-outlier.no-lateness-pupils', today)];
    const codes = await codesOf(operation, sources, question);
    const overdue = new Map(operation.can('register:read') ? (await reasons.bySchool(operation, false)).map((each) => [Number(each.schoolId), each]) : []);
    const rows = askedOf(question, codes.schools).flatMap(({ schoolId, possible, enrolments }) => {
      const phase = question.schools.get(schoolId)?.phase;
      const alike = codes.schools.filter((each) => question.schools.get(each.schoolId)?.phase === phase);
      const allPossible = sum(alike.map((each) => each.possible));
      const everywhere = (code: string): number => sum(alike.map((each) => codes.count(each.schoolId, code)));
      const rowOf = (code: string, why: string): ReportRow => ({
        key: `${schoolId} ${code}`, schoolId, opensWith: { schoolId, code },
        cells: {
          ...whoCells(question, schoolId), code, why, sessions: shown(codes.shown(schoolId, code)), share: rateOf(codes.shown(schoolId, code), possible),
          everywhere: seesFiguresOnly(operation) && alike.some((each) => codes.shown(each.schoolId, code) === null) ? shown(null) : ratePercent(everywhere(code), allPossible),
        },
      });
      const high = WATCHED.filter((code) => codes.shown(schoolId, code) !== null && codes.count(schoolId, code) >= fewest && codes.count(schoolId, code) * allPossible * 100 >= everywhere(code) * possible * percent)
        .map((code) => rowOf(code, `${meaningOf(code)}: ${percent}% or more of the share in the phase`));
      const none = enrolments >= pupils ? LATENESS.filter((code) => codes.shown(schoolId, code) === 0).map((code) => rowOf(code, `Never given, at a school of ${pupils} pupils or more`)) : [];
      const late = overdue.get(schoolId);
      const unresolved = late === undefined || late.sessions === 0 ? [] : [rowOf(UNRESOLVED, `${late.sessions} still without a reason after ${ruleValue('reason-not-established.school-days', today)} school days, the oldest of ${dayAndMonth(late.oldestOn)}`)];
      return [...high, ...unresolved, ...none];
    });
    return wholeTable(question, rows);
  };
}

/** Report 8: sessions of exclusion and of education elsewhere. */
export function placesTable(sources: CodeSources): ReportSource {
  return async (operation, question) => {
    const codes = await codesOf(operation, sources, question);
    const beyond = operation.can('register:read') ? new Map((await sources.reports.beyondSixthDay(operation, question.academicYear, markOfCode('E') ?? '')).map((each) => [each.schoolId, each.sessions])) : null;
    const rows = askedOf(question, codes.schools).map(({ schoolId, possible }): ReportRow => {
      const offSite = OFF_SITE.map((code) => codes.shown(schoolId, code));
      return {
        key: String(schoolId), schoolId,
        cells: {
          ...whoCells(question, schoolId), possible, ...(beyond === null ? {} : { beyond: beyond.get(schoolId) ?? 0 }), offSite: offSite.includes(null) ? shown(null) : sum(offSite.map((each) => each ?? 0)),
          ...Object.fromEntries(PLACES.flatMap((code) => [[code, shown(codes.shown(schoolId, code))], [`${code}Percent`, rateOf(codes.shown(schoolId, code), possible)]])), D: shown(codes.shown(schoolId, 'D')),
        },
      };
    });
    return wholeTable(question, rows);
  };
}

/** Report 7: holiday without leave by school. */
export function holidayTable(sources: CodeSources): ReportSource {
  return async (operation, question) => {
    const codes = await codesOf(operation, sources, question);
    return wholeTable(question, askedOf(question, codes.schools).map(({ schoolId, possible }) => ({
      key: String(schoolId), schoolId, cells: { ...whoCells(question, schoolId), possible, holiday: shown(codes.shown(schoolId, 'G')), share: rateOf(codes.shown(schoolId, 'G'), possible) },
    })));
  };
}
