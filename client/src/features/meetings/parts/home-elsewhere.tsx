import { HOME_ELSEWHERE_WORDS, homeAuthorityLetter, livesIn, SUPPORT_SERVICES, whoseService, type SupportService } from '@attendance/shared/meetings';
import { formatDate } from '../../../lib/format.ts';
import { Details } from '../../../ui/details.tsx';
import { Tag } from '../../../ui/tag.tsx';
import { Textarea } from '../../../ui/textarea.tsx';
import { useMe } from '../../identity/index.ts';

interface HomeElsewhereProps {
  readonly pupilId: number;
  readonly pupil: string;
  /** The authority where the child lives; null where that is this one, or not known. */
  readonly homeLa: number | null;
  readonly school: string;
  readonly meetingOn: string;
  /** Codes of services asked for. */
  readonly services: readonly string[];
}

const serviceName = (service: string): string => SUPPORT_SERVICES[service as SupportService] ?? service;

/** Beside a child who lives in another authority: what belongs to whom, and the beginning of a letter to it. Nothing for anybody else. */
export function HomeElsewhere({ pupilId, pupil, homeLa, school, meetingOn, services }: HomeElsewhereProps) {
  const { authority } = useMe();
  if (homeLa === null) return null;
  return (
    <div>
      <p><Tag colour="purple">{livesIn(homeLa)}</Tag> {HOME_ELSEWHERE_WORDS}</p>
      {services.map((service) => <p key={service}><strong>{serviceName(service)}:</strong> {whoseService(service, homeLa)}</p>)}
      <Details summary={`Tell authority ${homeLa}`} className="app-no-print">
        <Textarea
          id={`home-letter-${pupilId}`} rows={15} readOnly label={`A letter about ${pupil} to begin with`} hint="Nothing is sent from here. Copy it, and send it by the way your council uses for names of children."
          value={homeAuthorityLetter({ homeLa, authority, school, pupil, meetingOn: formatDate(meetingOn), services: services.map(serviceName) })}
        />
      </Details>
    </div>
  );
}
