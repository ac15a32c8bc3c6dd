import { useRef, useState, type SubmitEvent } from 'react';
import { useNavigate } from 'react-router';
import { TIER_VALUES, type TierValueName, type TierValueRule } from '@attendance/shared/meetings';
import { useMutation } from '../../../graphql/hooks.ts';
import { PageProblem, pageLoader, usePageData } from '../../../graphql/page-query.ts';
import { usePortalClient } from '../../../graphql/portal-client.ts';
import { problemOf, summaryOf, typedIn, type SaveProblem } from '../../../graphql/save.ts';
import { dayToType, typedDay } from '../../../lib/typed-day.ts';
import { Button } from '../../../ui/button.tsx';
import { ErrorSummary } from '../../../ui/error-summary.tsx';
import { Fieldset } from '../../../ui/fieldset.tsx';
import { Input } from '../../../ui/input.tsx';
import { Link } from '../../../ui/link.tsx';
import { Page, PageTitle } from '../../../ui/page.tsx';
import { Textarea } from '../../../ui/textarea.tsx';
import { useMe } from '../../identity/index.ts';
import { TierMoves } from '../parts/tier-moves.tsx';
import { shownValue, typedValue, valueInWords, valueWords } from '../parts/tier-values.ts';
import { SetTierValuesDocument, TierPreviewDocument, TiersPageDocument, type TierPreviewQuery } from './tiers-page.generated.ts';

export const loader = pageLoader(TiersPageDocument, () => ({}));

const GROUPS: readonly { legend: string; of: (rule: TierValueRule) => boolean }[] = [
  { legend: 'How much each measure counts', of: ({ unit }) => unit === 'WEIGHT' },
  { legend: 'When a measure gives points', of: ({ unit }) => unit === 'POINTS' || unit === 'COUNT' },
  { legend: 'Where tiers begin', of: ({ unit }) => unit === 'SCORE' || unit === 'SCHOOL_DAYS' },
];
/** An address that a link may lead to: names of values have dots. */
const idOf = (name: string): string => name.replaceAll('.', '-');

/** Weights and limits of the tiers: typed, tried on every school, and set from a day on. */
export function Component() {
  const { data: { tierSettings } } = usePageData(TiersPageDocument);
  const { authority, today } = useMe();
  const navigate = useNavigate();
  const client = usePortalClient();
  const form = useRef<HTMLFormElement>(null);
  const [set, { loading }] = useMutation(SetTierValuesDocument);
  const [held, setHeld] = useState(tierSettings);
  const [problem, setProblem] = useState<SaveProblem | null>(null);
  const [preview, setPreview] = useState<TierPreviewQuery['tierPreview'] | null>(null);
  const [isTrying, setIsTrying] = useState(false);
  if (!tierSettings.mayChange) throw new PageProblem('FORBIDDEN', 'Your role does not include this.', null);
  const of = Object.fromEntries(held.values.map(({ name, value, usual }) => [name, { value, usual }])) as Record<TierValueName, { value: number; usual: number }>;
  const wrong = (field: string) => (problem?.fields[field] ? { error: problem.fields[field] } : {});
  /** What is typed, or null where something is no number: that is said before anything is sent. */
  const typed = (): { name: string; value: number }[] | null => {
    const values = TIER_VALUES.map(({ name, unit }) => ({ name, value: typedValue(unit, form.current === null ? '' : typedIn(form.current, idOf(name))) }));
    const fields = Object.fromEntries(values.filter(({ value }) => !Number.isInteger(value)).map(({ name }) => [name, 'Enter a number, such as 1 or 0.5']));
    if (Object.keys(fields).length === 0) return values;
    setProblem({ text: '', fields, isConflict: false });
    return null;
  };
  const failed = async (error: unknown): Promise<void> => {
    const found = problemOf(error);
    if (found.isConflict) {
      const now = await client.query({ query: TiersPageDocument, variables: {} }).catch(() => null);
      if (now?.data) setHeld(now.data.tierSettings);
    }
    setProblem(found);
  };
  const tryOut = async (): Promise<void> => {
    const values = typed();
    if (values === null) return;
    setIsTrying(true);
    try {
      const { data } = await client.query({ query: TierPreviewDocument, variables: { values } });
      setProblem(null);
      setPreview(data?.tierPreview ?? null);
    } catch (error) { await failed(error); } finally { setIsTrying(false); }
  };
  const submit = async (event: SubmitEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault();
    const values = typed();
    if (values === null) return;
    try {
      await set({ variables: { version: held.version, fromOn: typedDay(typedIn(event.currentTarget, 'fromOn')), values, reason: typedIn(event.currentTarget, 'reason') } });
      await navigate('/meetings/tiers');
    } catch (error) { await failed(error); }
  };
  const useUsual = (): void => {
    for (const { name, unit } of TIER_VALUES) {
      const field = form.current?.elements.namedItem(idOf(name));
      if (field instanceof HTMLInputElement) field.value = shownValue(unit, of[name].usual);
    }
    setPreview(null);
  };
  return (
    <Page windowTitle="Change how tiers are worked out" authority={authority} breadcrumbs={[{ text: 'Home', href: '/' }, { text: 'Meetings', href: '/meetings' }, { text: 'Tiers', href: '/meetings/tiers' }, { text: 'Change' }]}>
      {problem && <ErrorSummary title={Object.keys(problem.fields).length > 0 ? 'There is a problem' : 'Nothing was saved'} errors={summaryOf({ ...problem, fields: Object.fromEntries(Object.entries(problem.fields).map(([name, words]) => [idOf(name), words])) })} />}
      <PageTitle title="Change how tiers are worked out" lede="Of every school of the authority, from a day on. Look at what would change before you set it." />
      <form ref={form} className="app-question" onSubmit={(event) => void submit(event)} onChange={() => setPreview(null)} noValidate>
        {GROUPS.map(({ legend, of: isOf }) => (
          <Fieldset key={legend} legend={legend}>
            {TIER_VALUES.filter(isOf).map(({ name, unit }) => (
              <Input
                key={name} id={idOf(name)} name={idOf(name)} label={valueWords(name)} hint={`Usually ${valueInWords(name, of[name].usual)}`} defaultValue={shownValue(unit, of[name].value)} inputMode="decimal" className="govuk-input--width-4"
                suffix={unit === 'POINTS' ? 'points' : unit === 'SCHOOL_DAYS' ? 'days' : undefined} {...wrong(name)}
              />
            ))}
          </Fieldset>
        ))}
        <div className="app-stack">
          <div className="app-buttons"><Button type="button" variant="secondary" disabled={isTrying} onClick={() => void tryOut()}>{isTrying ? 'Working it out' : 'See what would change'}</Button><Button type="button" variant="secondary" onClick={useUsual}>Put in the usual values</Button></div>
          <div role="status">{preview && <TierMoves preview={preview} />}</div>
          <Input id="fromOn" name="fromOn" label="From when?" className="govuk-input--width-10" hint="Today or a later day, for example the first day of a term." defaultValue={dayToType(today)} {...wrong('fromOn')} />
        </div>
        <Textarea id="reason" name="reason" rows={3} label="Why?" hint="It stands beside the values, for everybody who plans meetings." {...wrong('reason')} />
        <div className="app-buttons"><Button type="submit" disabled={loading} preventDoubleClick>{loading ? 'Saving' : 'Set them'}</Button><Link href="/meetings/tiers">Leave them as they are</Link></div>
      </form>
    </Page>
  );
}
