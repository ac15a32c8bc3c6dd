import { ruleValue } from '@attendance/shared/kernel';
import { SUMMARY_COUNTS, summaryProblems, summaryState, type MeetingTerm, type SummaryCounts, type SummaryEntry } from '@attendance/shared/meetings';
import { AuditKind } from '../../../platform/audit/audit-sql.ts';
import { notFound, Refusal, RefusalCode } from '../../../platform/errors/refusal.ts';
import { invalidAnswers, manyLines } from '../../../platform/graphql/form.ts';
import type { Operation } from '../../../platform/graphql/operation.ts';
import type { PlannerService } from '../planner.service.ts';
import type { MeetingTermType } from '../planner.type.ts';
import { isOfAuthority, overtaken } from '../tier.service.ts';
import type { SummariesRepository, SummarySchool } from './summaries.repository.ts';
import type { TermSummaryInput, TermSummaryType } from './summaries.type.ts';

type AskedTerm = MeetingTerm & MeetingTermType;

/** Summaries of schools that send no registers: entered by the school, or by its officer for it, and what the tier and the pack rest on. */
export class SummariesService {
  constructor(private readonly summaries: SummariesRepository, private readonly planner: PlannerService) {}

  /** What schools within reach that send no registers owe of the term of today, or those of a meeting of its own term; nothing where none of them is such a school. */
  async owed(operation: Operation, meetingId: string | null): Promise<TermSummaryType[]> {
    if (meetingId !== null && !/^\d{1,9}$/.test(meetingId)) return [];
    const ids = await this.summaries.owing(operation, { meetingId: meetingId === null ? null : Number(meetingId) });
    if (ids.length === 0) return [];
    const term = await this.termOf(operation, meetingId === null ? null : await this.summaries.dayOf(operation, Number(meetingId)));
    const found = await this.summaries.find(operation, ids, term, prepareDays(term));
    return found.map((school) => shown(operation, school, term));
  }

  /** The term a day lies in, or the next; that of today where no day is given. */
  private async termOf(operation: Operation, day: string | null): Promise<AskedTerm> {
    const { term, terms } = await this.planner.terms(operation, null);
    const meant = day === null ? undefined : terms.find(({ endsOn }) => endsOn >= day);
    return meant === undefined || meant.startsOn === term.startsOn ? term : (await this.planner.terms(operation, `${meant.academicYear}-${meant.season}`)).term;
  }

  async one(operation: Operation, schoolId: number, termKey: string | null): Promise<TermSummaryType> {
    const { term } = await this.planner.terms(operation, termKey);
    return shown(operation, await this.find(operation, schoolId, term), term);
  }

  /** Enters a summary, or a further version of it. Refused where somebody entered one since `version`. */
  async enter(operation: Operation, schoolId: number, termKey: string | null, version: number, input: TermSummaryInput): Promise<TermSummaryType> {
    const { term } = await this.planner.terms(operation, termKey);
    if (!mayEnter(operation, await this.find(operation, schoolId, term))) throw new Refusal(RefusalCode.FORBIDDEN, 'The summary is entered by the school, by its named officer or by whoever approves meetings. Nothing was saved.');
    const entry = entryOf(input);
    const problems = summaryProblems(entry, term, operation.today);
    if (Object.keys(problems).length > 0) throw invalidAnswers(problems);
    const isDone = await this.summaries.enter(operation, schoolId, term, version, entry as SummaryCounts & SummaryEntry);
    const now = await this.find(operation, schoolId, term);
    if (!isDone) throw overtaken(now.versions[0]?.by, 'the summary');
    operation.audit.as(AuditKind.CHANGED, { term: term.key, asOfOn: entry.asOfOn, version: version + 1 });
    return shown(operation, now, term);
  }

  /** A school within reach whose figures come from no register; any other is not there. */
  private async find(operation: Operation, schoolId: number, term: AskedTerm): Promise<SummarySchool> {
    const [found] = await this.summaries.find(operation, await this.summaries.owing(operation, { schoolId }), term, prepareDays(term));
    if (found === undefined) throw notFound('school among those that send no registers');
    return found;
  }
}

function shown(operation: Operation, school: SummarySchool, term: AskedTerm): TermSummaryType {
  const { schoolId, name, dueOn, versions } = school;
  operation.audit.schoolIds.add(schoolId);
  const enteredOn = versions[0]?.enteredOn ?? null;
  return { schoolId, name, term, season: term.season, dueOn, enteredOn, state: summaryState(enteredOn, dueOn, operation.today), version: versions[0]?.version ?? 0, mayEnter: mayEnter(operation, school), versions: [...versions] };
}

/** A school for itself, as it prepares; of the authority the named officer, and whoever approves meetings. */
function mayEnter(operation: Operation, { schoolId, isNamed }: SummarySchool): boolean {
  if (!operation.can('meeting:prepare')) return false;
  return isOfAuthority(operation) ? isNamed || operation.can('meeting:approve') : operation.actor.reach.schools.includes(schoolId);
}

/** Owed by the day the preparation is, by the rule in force when the term began. */
const prepareDays = ({ startsOn }: MeetingTerm): number => ruleValue('meeting.prepare.school-days', startsOn);

function entryOf(input: TermSummaryInput): SummaryEntry {
  const counts = Object.fromEntries(SUMMARY_COUNTS.map((name) => [name, input[name] ?? null])) as Record<(typeof SUMMARY_COUNTS)[number], number | null>;
  return { ...counts, asOfOn: input.asOfOn, concerns: manyLines(input.concerns) };
}
