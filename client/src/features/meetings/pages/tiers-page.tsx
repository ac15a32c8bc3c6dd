import { inSentence } from '@attendance/shared/kernel';
import { MEETING_TIER_WORDS, TIER_VALUES, type MeetingTier, type TierValueName } from '@attendance/shared/meetings';
import { pageLoader, usePageData } from '../../../graphql/page-query.ts';
import { formatDate, formatInstant, plural } from '../../../lib/format.ts';
import { Button } from '../../../ui/button.tsx';
import { DataTable } from '../../../ui/data-table.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { Link } from '../../../ui/link.tsx';
import { Page, PageTitle } from '../../../ui/page.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { Tag } from '../../../ui/tag.tsx';
import { useMe } from '../../identity/index.ts';
import { MEASURE_WORDS, TIER_COLOURS } from '../parts/planner-words.ts';
import { valueInWords, valueWords } from '../parts/tier-values.ts';
import { TiersPageDocument, type TierSettingsFieldsFragment } from './tiers-page.generated.ts';

export const loader = pageLoader(TiersPageDocument, () => ({}));

/** How the tier of a school is worked out here: what gives points, how they are weighed, what no tier goes below, and who decided so. */
export function Component() {
  const { data: { tierSettings: { values, settings, mayChange } } } = usePageData(TiersPageDocument);
  const { authority, today } = useMe();
  const of = Object.fromEntries(values.map(({ name, value }) => [name, value])) as Record<TierValueName, number>;
  const own = values.filter(({ value, usual }) => value !== usual);
  const ahead = settings.filter(({ fromOn }) => fromOn > today);
  return (
    <Page windowTitle="How tiers are worked out" authority={authority} breadcrumbs={[{ text: 'Home', href: '/' }, { text: 'Meetings', href: '/meetings' }, { text: 'Tiers' }]}>
      <PageTitle
        title="How tiers are worked out" lede={own.length === 0 ? `By the weights and limits the portal comes with${ahead.length === 0 ? '; nothing else was set here' : ', for now'}.` : `${own.length} of ${values.length} weights and limits were set here: ${own.map(({ name }) => inSentence(nameWords(name))).join('; ')}.`}
        actions={mayChange ? <Button href="/meetings/tiers/change">Change weights and limits</Button> : undefined}
      />
      <Panel lead title="Five measures give points" aside="Of the year to date, beside the latest national figures" flush foot="A school for which nothing national is published gets no points for the measures beside national figures, and its page says so.">
        <Measures of={of} />
      </Panel>
      <Panel title={`From ${of['tier.targeted-from.score']} points targeted, from ${of['tier.intensive-from.score']} intensive`} aside={`At most ${2 * weights(of)} points`} flush foot="A tier set by hand raises the one that is worked out, and never lowers it.">
        <ul className="app-rows">
          {TIERS(of).map(({ tier, score }) => <li key={tier}><span className="app-rows__main">{score}</span><Tag colour={TIER_COLOURS[tier]}>{MEETING_TIER_WORDS[tier]}</Tag></li>)}
          {['A severely absent pupil without a plan', 'A secondary school', `No marks for ${of['tier.no-data.school-days']} school days, where registers are sent`].map((floor) => <li key={floor}><span className="app-rows__main">{floor}: whatever the points, at least</span><Tag colour={TIER_COLOURS.TARGETED}>{MEETING_TIER_WORDS.TARGETED}</Tag></li>)}
        </ul>
      </Panel>
      {ahead.length > 0 && <Panel title={`Other values hold from ${formatDate(ahead[0]?.fromOn ?? '')}`}><p>They are listed below and change no tier before that day.</p></Panel>}
      <Settings settings={settings} />
    </Page>
  );
}

const nameWords = (name: string): string => { const rule = TIER_VALUES.find((each) => each.name === name); return rule === undefined ? name : rule.unit === 'WEIGHT' ? `Weight of ${inSentence(valueWords(rule.name))}` : valueWords(rule.name); };
const weights = (of: Record<TierValueName, number>): number => TIER_VALUES.reduce((sum, { name, unit }) => sum + (unit === 'WEIGHT' ? of[name] : 0), 0);

const TIERS = (of: Record<TierValueName, number>): { tier: MeetingTier; score: string }[] => {
  const [targeted, intensive] = [of['tier.targeted-from.score'], of['tier.intensive-from.score']];
  const to = (last: number, first: number): string => (last === first ? plural(first, 'point') : `${first} to ${last} points`);
  return [{ tier: 'INTENSIVE', score: `${intensive} points and more` }, { tier: 'TARGETED', score: to(intensive - 1, targeted) }, { tier: 'UNIVERSAL', score: to(targeted - 1, 0) }];
};

function Measures({ of }: { of: Record<TierValueName, number> }) {
  const points = (name: TierValueName): string => String(of[name] / 100);
  const counted = (name: TierValueName): string => valueInWords(name, of[name]);
  const many = of['tier.overdue-many.count'];
  const rows = [
    { key: 'ATTENDANCE', weight: of['tier.attendance.weight'], none: 'At or above the national average of its phase', one: `Below it by up to ${counted('tier.attendance.hundredths')}`, two: `Below it by more than ${points('tier.attendance.hundredths')}` },
    { key: 'PERSISTENT', weight: of['tier.persistent.weight'], none: 'At or below the national average', one: `Above it by up to ${counted('tier.persistent.hundredths')}`, two: `Above it by more than ${points('tier.persistent.hundredths')}` },
    { key: 'SEVERE', weight: of['tier.severe.weight'], none: 'At or below the national average, or nobody', one: `Above it by up to ${counted('tier.severe.hundredths')}`, two: `Above it by more than ${points('tier.severe.hundredths')}` },
    { key: 'CHANGE', weight: of['tier.change.weight'], none: `A rise, or a fall of attendance of up to ${counted('tier.fall-some.hundredths')}`, one: `A fall of up to ${points('tier.fall-much.hundredths')}`, two: `A fall of more than ${points('tier.fall-much.hundredths')}` },
    { key: 'PRACTICE', weight: of['tier.practice.weight'], none: 'Nothing overdue', one: many === 2 ? '1 overdue' : `1 to ${many - 1} overdue`, two: `${many} and more overdue` },
  ];
  return (
    <div className="app-flow"><DataTable
      caption="Points of each measure, and its weight" rows={rows} rowKey={({ key }) => key} tight
      columns={[
        { key: 'measure', heading: 'Measure', cell: ({ key }) => MEASURE_WORDS[key] }, { key: 'none', heading: '0 points', wide: true, cell: ({ none }) => none }, { key: 'one', heading: '1 point', wide: true, cell: ({ one }) => one },
        { key: 'two', heading: '2 points', wide: true, cell: ({ two }) => two }, { key: 'weight', heading: 'Weight', numeric: true, cell: ({ weight }) => (weight === 0 ? 'Not counted' : `× ${weight}`) },
      ]}
    /></div>
  );
}

function Settings({ settings }: { settings: TierSettingsFieldsFragment['settings'] }) {
  return (
    <Panel title={settings.length === 0 ? 'Nothing was set here' : 'What was set here'} aside={settings.length === 0 ? undefined : 'Latest first'} flush={settings.length > 0}>
      {settings.length === 0 ? <EmptyState>Guidance leaves these numbers to each authority. A team manager may set others from a day on, and sees beforehand which schools would move.</EmptyState> : (
        <ul className="app-rows">{settings.map(({ version, fromOn, values, reason, by, at }) => (
          <li key={version}><div className="app-rows__main">
            <strong>From {formatDate(fromOn)}: {values.length === 0 ? 'all as the portal comes with it' : values.map(({ name, value }) => `${inSentence(nameWords(name))} ${valueInWords(name, value)}`).join('; ')}</strong>
            <p className="app-break">{reason}</p><span className="app-line">{formatInstant(at)}{by === null ? '' : `, ${by}`} · <Link href="/how-figures-work">Every value of the portal</Link></span>
          </div></li>
        ))}</ul>
      )}
    </Panel>
  );
}
