import { type SubmitEvent } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { searchWith } from '../../../graphql/page-query.ts';
import { Button } from '../../../ui/button.tsx';
import { Link } from '../../../ui/link.tsx';
import { WITHOUT_RANGE } from './range.ts';
import type { RecordView } from './view.ts';

/** How the register is shown, and for which day; both stand in the address, so that they can be sent to a colleague. */
export function ViewControls({ view, isList }: { view: RecordView; isList: boolean }) {
  const [search] = useSearchParams();
  return (
    <div className="app-row app-no-print">
      <div className="app-switch" role="group" aria-label="View of the register">
        <Link href={searchWith(search, { view: null, show: null, ...WITHOUT_RANGE })} aria-current={isList ? undefined : 'true'} preventScrollReset>Year</Link>
        <Link href={searchWith(search, { view: 'list' })} aria-current={isList ? 'true' : undefined} preventScrollReset>List</Link>
      </div>
      <AsItStoodOn view={view} />
    </div>
  );
}

function AsItStoodOn({ view }: { view: RecordView }) {
  const [search] = useSearchParams();
  const navigate = useNavigate();
  const show = (event: SubmitEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const day = new FormData(event.currentTarget).get('asOf');
    void navigate(searchWith(search, { asOf: typeof day === 'string' ? day : null }), { preventScrollReset: true });
  };
  return (
    <form className="app-asof" onSubmit={show}>
      <label htmlFor="as-of">As it stood on</label>
      <input id="as-of" key={view.on} name="asOf" type="date" className="govuk-input" defaultValue={view.on} required />
      <Button type="submit" variant="secondary" small>Show</Button>
    </form>
  );
}
