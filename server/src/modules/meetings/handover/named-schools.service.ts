import { AuditKind } from '../../../platform/audit/audit-sql.ts';
import type { Operation } from '../../../platform/graphql/operation.ts';
import type { NamedSchool, SchoolOfficers } from '../../organisations/index.ts';
import { RowResult, type BulkReportType } from '../../tasks/index.ts';
import type { NamedSchoolInput, NamedSchoolsType } from './handover.type.ts';

type Row = BulkReportType['rows'][number];

/** Schools whose named officer is to be somebody else: what a term asks of them is the new officer’s duty from then on. */
export class NamedSchools {
  constructor(private readonly officers: SchoolOfficers, private readonly keepWall: (operation: Operation) => Promise<unknown>) {}

  async of(operation: Operation, officerId: number | null): Promise<NamedSchoolsType> {
    return this.officers.of(operation, officerId);
  }

  /** Each row says what came of it; one that cannot be given keeps no other from being given. */
  async give(operation: Operation, asked: readonly NamedSchoolInput[], to: { readonly id: number; readonly name: string }): Promise<BulkReportType> {
    const seen = new Map(asked.map(({ id, officerId }) => [id, officerId ?? null]));
    const found = new Map((await this.officers.find(operation, [...seen.keys()])).map((school) => [school.id, school]));
    const given = new Set<number>();
    for (const officerId of new Set(seen.values())) {
      const ids = [...seen.keys()].filter((id) => seen.get(id) === officerId && this.verdict(operation, found.get(id), officerId, to) === null);
      if (ids.length > 0) for (const id of await this.officers.name(operation, ids, officerId, to.id)) given.add(id);
    }
    const rows = [...seen].map(([id, officerId]): Row => {
      const row = { id: String(id), what: found.get(id)?.name ?? null };
      if (given.has(id)) return { ...row, result: RowResult.DONE, reason: `${to.name} is its named officer from today` };
      return { ...row, ...(this.verdict(operation, found.get(id), officerId, to) ?? { result: RowResult.FAILED, reason: 'Somebody named another officer meanwhile: look at it again' }) };
    });
    if (given.size > 0) {
      for (const id of given) operation.audit.schoolIds.add(id);
      operation.audit.as(AuditKind.CHANGED, { officerOf: [...given], to: to.id });
      await this.keepWall(operation);
    }
    const count = (result: RowResult): number => rows.filter((row) => row.result === result).length;
    return { done: count(RowResult.DONE), skipped: count(RowResult.SKIPPED), failed: count(RowResult.FAILED), rows };
  }

  /** Why a school is left as it is, or nothing where its officer may be changed: by that officer, and by whoever approves meetings. */
  private verdict(operation: Operation, school: NamedSchool | undefined, seen: number | null, to: { readonly id: number; readonly name: string }): Pick<Row, 'result' | 'reason'> | null {
    if (school === undefined) return { result: RowResult.FAILED, reason: 'We could not find this school among the open schools of the authority' };
    if (school.officerId === to.id) return { result: RowResult.SKIPPED, reason: `${to.name} is its named officer already` };
    if (school.officerId !== seen) return { result: RowResult.FAILED, reason: 'Somebody named another officer meanwhile: look at it again' };
    return seen === operation.actor.userId || operation.can('meeting:approve') ? null : { result: RowResult.FAILED, reason: 'Only its named officer and managers can name another' };
  }
}
