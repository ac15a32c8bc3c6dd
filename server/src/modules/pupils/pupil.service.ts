import { normaliseUpn } from '@attendance/shared/pupils';
import { parseIsoDay } from '@attendance/shared/kernel';
import { notFound, Refusal, RefusalCode } from '../../platform/errors/refusal.ts';
import type { Operation } from '../../platform/graphql/operation.ts';
import type { Pupil } from './pupil.entity.ts';
import type { PupilRepository } from './pupil.repository.ts';
import type { FoundPupilsType } from './pupil.type.ts';

const MOST_FOUND = 20;
const SHORTEST_NAME = 2;
const SHORTEST_REASON = 10;

/** Opening and finding pupils. */
export class PupilService {
  constructor(private readonly pupils: PupilRepository) {}

  /** One pupil within reach. A restricted record is opened with a reason only, which the trail keeps. */
  async openPupil(operation: Operation, id: string, reason: string | null): Promise<Pupil> {
    const pupil = /^\d{1,9}$/.test(id) ? await this.pupils.findPupil(operation, Number(id)) : null;
    if (pupil === null) throw notFound('pupil');
    const given = written(reason ?? '');
    if (pupil.restricted && given.length < SHORTEST_REASON) {
      throw new Refusal(RefusalCode.REASON_REQUIRED, 'This record is restricted. Say why you need to open it; your reason is kept with your name. Nothing was opened.');
    }
    // One operation may open several records: no reason given for one may push out another.
    if (given !== '') operation.audit.reason = [...new Set([...(operation.audit.reason === null ? [] : [operation.audit.reason]), given])].join('; ');
    operation.audit.viewed([pupil.id]);
    return pupil;
  }

  /** Children who share an adult with this one. A restricted one opens with a reason only, by this way as by any other. */
  async siblings(operation: Operation, pupilId: number): Promise<Pupil[]> {
    const mayOpenRestricted = (operation.audit.reason ?? '').length >= SHORTEST_REASON;
    const siblings = (await this.pupils.siblings(operation, pupilId)).filter((sibling) => !sibling.restricted || mayOpenRestricted);
    operation.audit.viewed(siblings.map((sibling) => sibling.id));
    return siblings;
  }

  /** Finds pupils by whatever the text looks like: a UPN, a date of birth, or a name however it is spelled. */
  async find(operation: Operation, text: string): Promise<FoundPupilsType> {
    const typed = written(text);
    const upn = normaliseUpn(typed);
    const bornOn = birthDateIn(typed);
    let searchedBy = 'NAME';
    let items: FoundPupilsType['items'] = [];
    if (upn.upn !== undefined) {
      searchedBy = 'UPN';
      items = await this.pupils.findByUpn(operation, upn.upn);
    } else if (bornOn !== null) {
      searchedBy = 'BORN_ON';
      items = await this.pupils.findByBirthDate(operation, bornOn, MOST_FOUND + 1);
    } else if (typed.length >= SHORTEST_NAME) {
      items = await this.pupils.findByName(operation, typed, MOST_FOUND + 1);
    }
    const shown = items.slice(0, MOST_FOUND);
    operation.audit.viewed(shown.map((pupil) => pupil.id));
    // The trail keeps what was searched for, except that a UPN is kept nowhere but in its own column.
    Object.assign(operation.audit.details, { searchedBy, ...(searchedBy === 'UPN' ? {} : { text: typed }), found: shown.length });
    return { items: shown, searchedBy, more: items.length > MOST_FOUND };
  }
}

/** What a person wrote, without the blanks around it and the NUL that no text of the database may hold. */
const written = (text: string): string => text.replaceAll('\u0000', '').trim();

/** A date of birth in `14/03/2013`, `14-03-2013`, `14.3.2013` or `2013-03-14`, as ISO; null for anything else. */
export function birthDateIn(text: string): string | null {
  const british = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text);
  const iso = british ? `${british[3]}-${british[2]?.padStart(2, '0')}-${british[1]?.padStart(2, '0')}` : text;
  return /^\d{4}-\d{2}-\d{2}$/.test(iso) && parseIsoDay(iso) !== null ? iso : null;
}
