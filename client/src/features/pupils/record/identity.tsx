import { inSentence } from '@attendance/shared/kernel';
import { useContext } from 'react';
import { formatDate } from '../../../lib/format.ts';
import { IdentityBar } from '../../../ui/identity-bar.tsx';
import { Link } from '../../../ui/link.tsx';
import { useMe } from '../../identity/index.ts';
import { yearWords } from '../find-pupils.ts';
import { flagsOf } from './flags.ts';
import { RecordActions } from './record-actions.ts';
import { nameOf } from './record.ts';
import type { RecordView } from './view.ts';
import { bornWords } from './words.ts';

/** Who this child is; what must be known before anyone is rung stands right underneath. */
export function PupilIdentity({ view, authorityCode }: { view: RecordView; authorityCode: number }) {
  const { can } = useMe();
  const actionsFor = useContext(RecordActions);
  const { pupil, main, on } = view;
  const home = (pupil.carers ?? []).filter(({ livesWith }) => livesWith);
  const school = main?.school;
  const facts = [
    main && {
      label: main.endsOn !== null && main.endsOn < on ? `${yearWords(main.ncYear)}, until ${formatDate(main.endsOn)}` : yearWords(main.ncYear),
      value: <>{school && can('school:read') ? <Link href={`/schools/${school.id}`}>{school.name}</Link> : school?.name ?? 'a school outside your reach'}{main.form && `, form ${main.form}`}</>,
    },
    { label: 'Born', value: bornWords(pupil.bornOn, on) },
    pupil.preferredForename !== null && pupil.preferredForename !== pupil.legalForename && { label: 'Legal name', value: `${pupil.legalForename} ${pupil.legalSurname}` },
    home.length > 0 && { label: 'Lives with', value: home.map(({ relationship, fullName }) => `${inSentence(relationship)}, ${fullName}`).join('; ') },
    { label: 'UPN', value: pupil.upn ?? 'none yet' },
    pupil.homeLaCode !== null && pupil.homeLaCode !== authorityCode && { label: 'Home authority', value: `${pupil.homeLaCode}, not this council` },
  ].filter((fact) => fact !== false && fact !== undefined);
  return <IdentityBar name={nameOf(pupil)} facts={facts} actions={actionsFor?.(pupil.id, nameOf(pupil))} flags={flagsOf(pupil, on)} />;
}
