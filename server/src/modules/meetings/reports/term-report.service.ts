import { ruleValue } from '@attendance/shared/kernel';
import {
  actionTable, coverageOverdueFrom, coverageRows, coverageTable, effectTable, impactLimits, MeetingFrequency, meetingTerms, recordTable, saidTable, severeTable, summaryTable, termCellWords, themeTable, workloadTable, type TermTable,
} from '@attendance/shared/meetings';
import { schoolPhaseLabel } from '@attendance/shared/organisations';
import { notFound, Refusal, RefusalCode } from '../../../platform/errors/refusal.ts';
import type { Operation } from '../../../platform/graphql/operation.ts';
import { CAVEATS, effectTerms, type EffectTerm } from '../impact/effect-summary.service.ts';
import type { RunAsPortal } from '../packs/pack-freezer.ts';
import type { PlannerRepository } from '../planner.repository.ts';
import type { TermFacts, TermReportRepository, TermSevere } from './term-report.repository.ts';
import type { TermReportTextsType, TermReportType } from './term-report.type.ts';

/** A report worked out, with its cells as values. */
export interface OpenTermReport extends Omit<TermReportType, 'tables'> { readonly tables: readonly TermTable[] }

const EVERY_TERM = { frequency: MeetingFrequency.TERMLY, coveredEarlierThisYear: false };
const TEXTS = [['AREA_BARRIER', 'Barriers of the area, as schools wrote them'], ['PRACTICE_TO_SHARE', 'Practice to share, as schools wrote it']] as const;

/** The report of a term to the director and the lead member: of the whole authority, with few pupils hidden from everybody, since it leaves the team. */
export class TermReportService {
  constructor(private readonly reports: TermReportRepository, private readonly planner: PlannerRepository, private readonly asPortal: RunAsPortal) {}

  async page(operation: Operation, key: string | null): Promise<TermReportType> {
    const report = await this.open(operation, key);
    return { ...report, tables: report.tables.map((table) => ({ ...table, columns: [...table.columns], rows: table.rows.map((row) => ({ key: row.key, cells: row.cells.map((cell, index) => termCellWords(cell, table.columns[index]?.heading ?? '')) })) })) };
  }

  async open(operation: Operation, key: string | null): Promise<OpenTermReport> {
    if (!operation.actor.reach.wholeArea) throw new Refusal(RefusalCode.FORBIDDEN, 'This report is about every school of the authority, and your role sees some of them. Nothing was shown. Ask the attendance team for a copy.');
    const calendar = await this.planner.calendar(operation);
    const all = meetingTerms(calendar);
    const terms = effectTerms(all);
    const index = key === null ? latest(terms, operation.today) : terms.findIndex((each) => each.key === key);
    const [term, at] = [terms[index], all[index]];
    if (term === undefined || at === undefined) throw notFound('term');
    const limits = impactLimits(operation.today);
    const minimum = ruleValue('suppression.minimum', operation.today);
    const facts = await this.reports.facts(operation, term, ruleValue('meeting.record-due.school-days', term.startsOn), limits);
    const schools = await this.planner.schools(operation, term.startsOn);
    const frequencies = await this.reports.frequencies(operation, at.academicYear, term.startsOn);
    const phases = new Map(schools.map(({ schoolId, phase }) => [schoolId, schoolPhaseLabel(phase)]));
    const rows = coverageRows({
      schools: schools.map((school) => ({ ...school, ...(frequencies.get(school.schoolId) ?? EVERY_TERM) })),
      meetings: facts.meetings, offers: facts.offers, term, overdueFrom: coverageOverdueFrom(calendar, at), today: operation.today,
    });
    const { marksTo, withoutFeed, entered } = await this.reports.registers(operation, rows.filter(({ leftOut }) => leftOut === null).map(({ schoolId }) => schoolId), at.academicYear, at.season);
    const names = await this.reports.names(operation, facts.officers.map(({ officerId }) => officerId));
    Object.assign(operation.audit.details, { report: 'TERM', term: term.key });
    return {
      term, terms, asOf: operation.today, marksTo, caveats: [...CAVEATS],
      hidden: `c: fewer than ${minimum} pupils, or a count that would tell such a number. It is hidden from everybody, because this report leaves the team. Counts of schools, meetings and actions name no child and are shown.`,
      tables: [
        coverageTable(rows, (schoolId) => phases.get(schoolId) ?? ''), ...(withoutFeed === 0 ? [] : [summaryTable(withoutFeed, entered)]), recordTable(facts.meetings, operation.today), actionTable(facts.actions), severeTable(await this.severe(operation, term, limits.severePercent), minimum), themeTable(facts.barriers, minimum),
        saidTable(facts.said, rows.filter(({ state }) => state === 'COVERED').length), effectTable(facts.effects.map(withCounts), limits, minimum), workloadTable(facts.officers.map((officer) => ({ ...officer, name: names.get(officer.officerId) ?? 'Somebody who left' }))),
      ],
      texts: TEXTS.map(([field, heading]) => textsOf(operation, facts, field, heading, new Map(schools.map(({ schoolId, name }) => [schoolId, name])))),
    };
  }

  /** Severe absence and plans, by the rule of the lists. Who sees figures of the area reads no row, so the portal counts for them, without restricted children. */
  private async severe(operation: Operation, term: EffectTerm, severePercent: number): Promise<TermSevere> {
    const count = (asked: Operation): Promise<TermSevere> => this.reports.severe(asked, term, severePercent);
    return operation.actor.reach.kind === 'AUTHORITY' ? count(operation) : this.asPortal('countPlans', operation.actor, count);
  }
}

/** The term of today, or the next one; the last where none is left. */
function latest(terms: readonly EffectTerm[], today: string): number {
  const next = terms.findIndex(({ endsOn }) => endsOn >= today);
  return next < 0 ? terms.length - 1 : next;
}

type Fact = TermFacts['effects'][number];
/** An action whose pupil has no register comes with empty counts. */
const withCounts = ({ type, before, after }: Fact): Fact => ({ type, before: isCounted(before) ? before : null, after: isCounted(after) ? after : null });
const isCounted = (count: { readonly possible: number | null } | null): boolean => count !== null && count.possible !== null;

function textsOf(operation: Operation, facts: TermFacts, field: string, heading: string, names: ReadonlyMap<number, string>): TermReportTextsType {
  const seesRows = operation.actor.reach.kind === 'AUTHORITY';
  const items = facts.texts.filter((text) => text.field === field).map(({ schoolId, value }) => ({ schoolName: names.get(schoolId) ?? 'A school that closed', text: value }));
  const note = seesRows ? 'Word for word from issued records. Read them before passing the report on: schools are asked to name no child.' : 'Your role sees figures only: what schools wrote is not shown, in case it names a child.';
  return { key: field, heading, note, items: items.sort((one, other) => one.schoolName.localeCompare(other.schoolName)) };
}
