import { AuditKind } from '../../../platform/audit/audit-sql.ts';
import { notFound, Refusal, RefusalCode } from '../../../platform/errors/refusal.ts';
import type { Operation } from '../../../platform/graphql/operation.ts';
import type { PackService } from './pack.service.ts';
import type { PackMeeting } from './pack.repository.ts';
import type { MeetingPackPageType, MeetingPackType } from './pack.type.ts';

/** A pack on its way out of the portal. */
export interface PackFile { readonly page: MeetingPackPageType; readonly pack: MeetingPackType; readonly meeting: PackMeeting; readonly madeFor: string }
export const PACK_FORMATS = { pdf: 'application/pdf', xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' } as const;
export type PackFormat = keyof typeof PACK_FORMATS;

/** Opens a pack to be given out as a file: under the reach of whoever asks, and as a disclosure in the trail, with every pupil in it. */
export async function openPackFile(operation: Operation, packs: PackService, asked: { readonly meetingId: string; readonly schoolId: number | null; readonly number: number | null; readonly format: PackFormat }): Promise<PackFile> {
  if (!operation.can('meeting:read')) throw new Refusal(RefusalCode.FORBIDDEN, 'Your role does not include the packs of meetings. Nothing was saved.');
  const { meeting } = await packs.place(operation, asked.meetingId, asked.schoolId);
  const page = await packs.open(operation, asked.meetingId, asked.schoolId, asked.number);
  if (page.pack === null) throw notFound('pack');
  operation.audit.as(AuditKind.DISCLOSED, { meeting: meeting.id, pack: page.pack.number, format: asked.format });
  operation.audit.recipient = operation.actor.name;
  return { page, pack: page.pack, meeting, madeFor: operation.actor.name };
}

/** "pack-oakmere-academy-2026-11-19-1.pdf". */
export const packFileName = ({ page, pack }: PackFile, format: PackFormat): string =>
  `pack-${page.school.name.toLowerCase().normalize('NFD').replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '')}-${page.onDay}-${pack.number}.${format}`;
