import { question } from '../../graphql/first-answers.ts';
import { useQuery } from '../../graphql/hooks.ts';
import { formatDay, formatList, formatNumber, plural } from '../../lib/format.ts';
import { FreshnessBanner } from '../../ui/freshness-banner.tsx';
import { Link } from '../../ui/link.tsx';
import { FreshnessDocument, type FreshnessQuery } from './freshness.generated.ts';

const NAMED = 3;

/** What the strip asks, for a page that comes with its answers. */
export const freshnessQuestion = () => question(FreshnessDocument, {});

/** What the figures below do not cover, said before any of them. */
export function FreshnessStrip() {
  const { data } = useQuery(FreshnessDocument, { fetchPolicy: 'cache-and-network' });
  if (!data) return <div className="app-fresh app-fresh--waiting" aria-hidden="true" />;
  return <Strip freshness={data.freshness} />;
}

function Strip({ freshness }: { freshness: FreshnessQuery['freshness'] }) {
  const { marksTo, session, silent, schoolsExpected, schoolsReported } = freshness;
  if (marksTo === null) return <FreshnessBanner state="stopped" title="No marks have come in yet.">Figures appear with the first register.</FreshnessBanner>;
  const aside = `Marks to ${formatDay(marksTo)}, ${session === 'AM' ? 'morning' : 'afternoon'} · ${schoolsReported} of ${plural(schoolsExpected, 'school')}`;
  if (silent.length === 0) return <FreshnessBanner state="all-in" title={schoolsExpected === 1 ? 'Your marks are in.' : `All ${schoolsExpected} schools have sent marks.`} aside={aside}>Figures below cover every pupil.</FreshnessBanner>;
  const unseen = silent.reduce((sum, school) => sum + school.pupils, 0);
  const earliest = silent.map((school) => school.marksTo ?? '').sort()[0];
  const since = silent.length === 1 && earliest ? ` since ${formatDay(earliest)}` : '';
  return (
    <FreshnessBanner state="silent" title={`${plural(silent.length, 'school')} silent${since}, ${formatNumber(unseen)} pupils unseen.`} aside={aside}>
      <Link href="/schools?silent=yes">{silent.length <= NAMED ? formatList(silent.map((school) => school.name)) : `See the ${silent.length} schools`}</Link>
    </FreshnessBanner>
  );
}
