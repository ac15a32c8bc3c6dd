import { inSentence } from '@attendance/shared/kernel';
import { useState } from 'react';
import { formatDate } from '../../../lib/format.ts';
import { Link } from '../../../ui/link.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { QuietButton } from '../../../ui/quiet-button.tsx';
import { yearWords } from '../find-pupils.ts';
import { nameOf, type CarerOfPupil, type PupilRecord } from './record.ts';
import type { RecordView } from './view.ts';
import { bornWords } from './words.ts';

/** The adults and the brothers and sisters of a child: how each adult may be reached stands before any number. */
export function FamilyPanel({ view, carers, siblings }: { view: RecordView; carers: readonly CarerOfPupil[]; siblings: NonNullable<PupilRecord['siblings']> }) {
  return (
    <Panel title="Family" flush>
      {carers.length === 0 && siblings.length === 0 && <p className="app-people__none">No adult is recorded for this child.</p>}
      <ul className="app-people">
        {carers.map((carer) => <Carer key={carer.carerId} carer={carer} />)}
        {siblings.map((sibling) => <Sibling key={sibling.id} sibling={sibling} on={view.on} />)}
      </ul>
    </Panel>
  );
}


function Carer({ carer }: { carer: CarerOfPupil }) {
  const { fullName, relationship, parentalResponsibility, livesWith, contactAllowed, safeContact, telephone } = carer;
  return (
    <li>
      <p><strong>{fullName}</strong>, {inSentence(relationship)}</p>
      <p className="app-line">{parentalResponsibility ? 'Parental responsibility' : 'No parental responsibility'}. {livesWith ? 'Lives with the child' : 'Lives elsewhere'}.</p>
      {contactAllowed
        ? safeContact !== null && <p className="app-small"><strong>Safe contact:</strong> {safeContact}</p>
        : <p className="app-over">Give no information</p>}
      {/* A number is asked for: nobody should ring one that was merely in sight, nor read it over a shoulder. */}
      {contactAllowed && telephone !== null && <Telephone number={telephone} of={fullName} />}
    </li>
  );
}

function Telephone({ number, of }: { number: string; of: string }) {
  const [isShown, setShown] = useState(false);
  return (
    <p className="app-no-print" aria-live="polite">
      {isShown ? <a href={`tel:${number.replaceAll(' ', '')}`}>{number}</a> : <QuietButton small onClick={() => setShown(true)}>Show number<span className="govuk-visually-hidden"> of {of}</span></QuietButton>}
    </p>
  );
}

const KIN: Readonly<Record<string, string>> = { M: 'brother', F: 'sister' };

function Sibling({ sibling, on }: { sibling: NonNullable<PupilRecord['siblings']>[number]; on: string }) {
  const current = sibling.enrolments.find(({ endsOn }) => endsOn === null || endsOn >= on);
  const where = current ? `${yearWords(current.ncYear)}, ${current.school?.name ?? 'another school'}` : 'On no roll that you can see';
  return (
    <li>
      <p><Link href={`/pupils/${sibling.id}`}>{nameOf(sibling)}</Link>, {KIN[sibling.sex] ?? 'brother or sister'}</p>
      <p className="app-line">{where} · born {bornWords(sibling.bornOn, on)}{sibling.restricted && ' · restricted record'}</p>
    </li>
  );
}

/** Where a child lives now and lived before; an address under protection says so on every line it stands in. */
export function AddressesPanel({ addresses, mayReadProtected }: { addresses: NonNullable<PupilRecord['addresses']>; mayReadProtected: boolean }) {
  return (
    <Panel title="Addresses" flush foot={mayReadProtected ? undefined : 'A protected address is not shown in your role.'}>
      {addresses.length === 0 && <p className="app-people__none">No address to show.</p>}
      <ul className="app-people">
        {addresses.map((address) => (
          <li key={address.id}>
            {address.protected && <p className="app-over">Protected: tell nobody</p>}
            <p className="app-address">{address.lines}</p>
            <p>{address.postcode}</p>
            <p className="app-line">{address.validTo === null ? `Since ${formatDate(address.validFrom)}` : `${formatDate(address.validFrom)} to ${formatDate(address.validTo)}`}</p>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
