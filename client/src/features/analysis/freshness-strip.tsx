import { question } from '../../graphql/first-answers.ts';
import { useQuery } from '../../graphql/hooks.ts';
import { formatDay, formatList, plural } from '../../lib/format.ts';
import { FreshnessBanner } from '../../ui/freshness-banner.tsx';
import { Figure } from '../../ui/figure.tsx';
import { Link } from '../../ui/link.tsx';
import { useMe } from '../identity/index.ts';
import { FreshnessDocument, type FreshnessQuery } from './freshness.generated.ts';
import { rowsWithin } from './rules/measures.ts';

const NAMED = 3;
const SILENT_SCHOOLS = '/schools?silent=yes';

/** What the strip asks, for a page that comes with its answers. */
export const freshnessQuestion = () => question(FreshnessDocument, {});

/** What the figures below do not cover, said before any of them. */
export function FreshnessStrip() {
  const { data } = useQuery(FreshnessDocument, { fetchPolicy: 'cache-and-network' });
  if (!data) return <div className="app-fresh app-fresh--waiting" aria-hidden="true" />;
  return <Strip freshness={data.freshness} />;
}

/** Each number of the strip opens the schools or pupils it counts; where one may not see names, their number is text. */
export function Strip({ freshness }: { freshness: FreshnessQuery['freshness'] }) {
  const { can } = useMe();
  const { marksTo, session, silent, schoolsExpected, schoolsReported } = freshness;
  if (marksTo === null) return <FreshnessBanner state="stopped" title="No marks have come in yet.">Figures appear with the first register.</FreshnessBanner>;
  const reported = <Figure value={schoolsReported} to="/schools?silent=no" of="schools whose marks are in" />;
  const expected = <Figure value={plural(schoolsExpected, 'school')} to="/schools?silent=any" of="whose marks are expected" />;
  const aside = <>Marks to {formatDay(marksTo)}, {session === 'AM' ? 'morning' : 'afternoon'} · {reported} of {expected}</>;
  if (silent.length === 0) return <FreshnessBanner state="all-in" title={schoolsExpected === 1 ? 'Your marks are in.' : <>All {expected} have sent marks.</>} aside={aside}>Figures below cover every pupil.</FreshnessBanner>;
  const unseen = silent.reduce<number | null>((sum, { pupils }) => (sum === null || pupils === null ? null : sum + pupils), 0);
  const earliest = silent.map((school) => school.marksTo ?? '').sort()[0];
  const since = silent.length === 1 && earliest ? ` since ${formatDay(earliest)}` : '';
  const schools = <Figure value={plural(silent.length, 'school')} to={SILENT_SCHOOLS} of="whose marks stop before the last school day" />;
  const pupils = unseen === null ? <>a hidden number of pupils</> : <Figure value={plural(unseen, 'pupil')} to={rowsWithin(can('pupil:read'), { silent: 'yes' })('COUNTED')} of="of silent schools" />;
  return (
    <FreshnessBanner state="silent" title={<>{schools} silent{since}, {pupils} unseen.</>} aside={aside}>
      <Link href={SILENT_SCHOOLS}>{silent.length <= NAMED ? formatList(silent.map((school) => school.name)) : `See the ${silent.length} schools`}</Link>
    </FreshnessBanner>
  );
}
