import { useMutation } from '../../../graphql/hooks.ts';
import { useState, type SubmitEvent } from 'react';
import { useNavigate } from 'react-router';
import { PageProblem, pageLoader, usePageData } from '../../../graphql/page-query.ts';
import { problemOf, summaryOf, typedIn, type SaveProblem } from '../../../graphql/save.ts';
import { formatDate } from '../../../lib/format.ts';
import { Button } from '../../../ui/button.tsx';
import { ErrorSummary } from '../../../ui/error-summary.tsx';
import { Link } from '../../../ui/link.tsx';
import { Page, PageTitle } from '../../../ui/page.tsx';
import { Textarea } from '../../../ui/textarea.tsx';
import { FreezePackDocument, PackFreezePageDocument } from './pack-page.generated.ts';

export const loader = pageLoader(PackFreezePageDocument, ({ id }, search) => ({ id: id ?? '', schoolId: /^\d{1,9}$/.test(search.get('schoolId') ?? '') ? Number(search.get('schoolId')) : null }));

/** Freezing a pack by hand: before its day, or anew with a reason. */
export function Component() {
  const { data: { meetingPack: page } } = usePageData(PackFreezePageDocument);
  const navigate = useNavigate();
  const [freeze, { loading }] = useMutation(FreezePackDocument);
  const [problem, setProblem] = useState<SaveProblem | null>(null);
  const { meetingId, school, pack, dueOn, mayFreeze } = page;
  if (!mayFreeze) throw new PageProblem('FORBIDDEN', 'You are not the officer of this meeting, or it takes no pack any more. Nothing was changed.', null);
  const back = `/meetings/${meetingId}/pack?schoolId=${school.id}`;
  const submit = async (event: SubmitEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault();
    try {
      await freeze({ variables: { id: String(meetingId), schoolId: school.id, held: pack?.number ?? 0, reason: pack === null ? null : typedIn(event.currentTarget, 'reason') } });
      await navigate(back);
    } catch (error) {
      setProblem(problemOf(error));
    }
  };
  const title = pack === null ? 'Freeze the pack' : 'Make the pack anew';
  return (
    <Page windowTitle={title} breadcrumbs={[{ text: 'Home', href: '/' }, { text: 'Meeting', href: `/meetings/${meetingId}` }, { text: 'Data pack', href: back }, { text: title }]}>
      {problem && <ErrorSummary title="Nothing was saved" errors={summaryOf(problem)} />}
      <PageTitle title={title} lede={school.name} />
      <form className="app-question" onSubmit={(event) => void submit(event)} noValidate>
        {pack === null
          ? <p>It is made from the registers as they stand now, and not changed by what comes in later.{dueOn === null ? '' : ` By itself it would be frozen on ${formatDate(dueOn)}.`}</p>
          : <><p>Pack {pack.number} was frozen on {formatDate(pack.frozenOn)}. It is kept; a new one under number {pack.number + 1} takes its place. Pupils who were added or left out by hand stay so.</p><Textarea id="reason" name="reason" rows={3} label="Why?" hint="Both sides read it. Do not name a child." /></>}
        <div className="app-buttons"><Button type="submit" disabled={loading} preventDoubleClick>{loading ? 'Freezing' : title}</Button><Link href={back}>Leave it as it is</Link></div>
      </form>
    </Page>
  );
}
