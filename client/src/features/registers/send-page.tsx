import { useEffect, useRef, useState, type FormEvent } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { pageLoader, usePageData } from '../../graphql/page-query.ts';
import { Button } from '../../ui/button.tsx';
import { Column, Columns } from '../../ui/columns.tsx';
import { ErrorSummary, type SummaryError } from '../../ui/error-summary.tsx';
import { FileUpload } from '../../ui/file-upload.tsx';
import { InsetText } from '../../ui/inset-text.tsx';
import { Page, PageTitle } from '../../ui/page.tsx';
import { Panel } from '../../ui/panel.tsx';
import { Select } from '../../ui/select.tsx';
import { useMe } from '../identity/index.ts';
import { PageProblem } from '../../graphql/page-query.ts';
import { SendSchoolsDocument } from './send.generated.ts';
import { sendFile, SendProblem } from './send-file.ts';
import { WhatWeAccept } from './what-we-accept.tsx';

export const loader = pageLoader(SendSchoolsDocument, () => ({}));

const EVERY_SCHOOL = 'all';
type Wrong = { readonly school?: string; readonly file?: string; readonly sending?: string };

/** Which answers are missing, before anything leaves. */
export function missingAnswers(school: string, file: File | null): Wrong {
  return {
    ...(school === '' ? { school: 'Choose the school this register is for' } : {}),
    ...(file === null ? { file: 'Choose the file to send' } : file.size === 0 ? { file: 'The file is empty. Nothing was sent. Export the register again and choose the new file' } : {}),
  };
}

function summaryOf(wrong: Wrong): SummaryError[] {
  return [
    ...(wrong.school ? [{ text: wrong.school, href: '#school' }] : []),
    ...(wrong.file ? [{ text: wrong.file, href: '#file' }] : []),
    ...(wrong.sending ? [{ text: wrong.sending }] : []),
  ];
}

/** Sends one register file: which school, which file, and then its receipt. */
export function Component() {
  const { data } = usePageData(SendSchoolsDocument);
  const { me, csrfToken, can } = useMe();
  const navigate = useNavigate();
  const [search] = useSearchParams();
  const schools = data.allSchools;
  const asked = search.get('schoolId') ?? '';
  const only = me.schools.length === 1 ? String(me.schools[0]) : null;
  const [school, setSchool] = useState(only ?? (schools.some(({ id }) => id === asked) ? asked : ''));
  const [file, setFile] = useState<File | null>(null);
  const [errors, setErrors] = useState<{ wrong: Wrong; list: SummaryError[] } | null>(null);
  const [share, setShare] = useState<number | null>(null);
  const stop = useRef<AbortController | null>(null);
  useEffect(() => () => stop.current?.abort(), []);
  if (!can('register:import')) throw new PageProblem('FORBIDDEN', 'Your role does not include sending registers.', null);

  const refuse = (wrong: Wrong) => setErrors({ wrong, list: summaryOf(wrong) });
  const send = async (event: FormEvent) => {
    event.preventDefault();
    const wrong = missingAnswers(school, file);
    if (file === null || wrong.school !== undefined || wrong.file !== undefined) {
      refuse(wrong);
      return;
    }
    setErrors(null);
    setShare(0);
    stop.current = new AbortController();
    try {
      const { deliveryId, again } = await sendFile({ file, school, csrfToken, onProgress: setShare, signal: stop.current.signal });
      stop.current = null; // it has arrived: leaving the page must not cut anything off
      await navigate(`/data/deliveries/${deliveryId}${again ? '?again=1' : ''}`);
    } catch (problem) {
      setShare(null);
      refuse({ sending: problem instanceof SendProblem ? problem.message : 'The file could not be sent. Nothing was kept, so nothing changed. Try again.' });
    }
  };

  const isSending = share !== null;
  const ownName = schools.find(({ id }) => id === only)?.name;
  return (
    <Page windowTitle="Send a register" breadcrumbs={[{ text: 'Home', href: '/' }, { text: only ? 'What we sent' : 'Data', href: '/data' }, { text: 'Send a register' }]}>
      {errors && <ErrorSummary title={errors.wrong.sending ? 'The file was not sent' : 'There is a problem'} errors={errors.list} />}
      <PageTitle title="Send a register" lede={ownName ? `For ${ownName}` : 'A school’s file, or one file of the whole authority'} />
      <Columns>
        <Column span={8}>
          <Panel title={only ? 'Which file?' : 'Which school, and which file?'} lead>
            <form noValidate onSubmit={(event) => void send(event)}>
              {!only && (
                <Select
                  id="school" name="school" label="School this register is for" value={school} disabled={isSending} onChange={(event) => setSchool(event.target.value)} {...(errors?.wrong.school ? { error: errors.wrong.school } : {})}
                  items={[{ text: 'Choose a school', value: '' }, ...(me.schools.length === 0 ? [{ text: 'A file of the whole authority', value: EVERY_SCHOOL }] : []), ...schools.map(({ id, name }) => ({ text: name, value: id }))]}
                />
              )}
              {school === EVERY_SCHOOL && <InsetText>Every row must say its school: a column with the LAESTAB number, the URN or the school’s name.</InsetText>}
              <FileUpload
                id="file" name="file" label="Register file" hint="A CSV or text file from the school’s system. You can drag it here. It may be sent as often as you like: a mark is never counted twice." accept=".csv,.txt,.tsv,text/csv,text/plain"
                disabled={isSending} onChange={(event) => setFile(event.target.files?.[0] ?? null)} {...(errors?.wrong.file ? { error: errors.wrong.file } : {})}
              />
              {isSending ? <Sending share={share} onStop={() => stop.current?.abort()} /> : <Button type="submit" preventDoubleClick>Send the register</Button>}
            </form>
          </Panel>
          <Panel title="What we accept"><WhatWeAccept /></Panel>
        </Column>
        <Column span={4}>
          <Panel title="What happens then">
            <div className="app-stack">
              <p>The file is read row by row and compared with the marks we hold. All of it is kept, or none.</p>
              <p>You get a receipt: what is new, what changed, and every refused row with its reason. A refused row never stops the others.</p>
              <p>Sending the same file again gives the same receipt and changes nothing.</p>
            </div>
          </Panel>
        </Column>
      </Columns>
    </Page>
  );
}

function Sending({ share, onStop }: { share: number; onStop: () => void }) {
  const percent = Math.floor(share * 100);
  return (
    <div className="app-progress">
      <div className="app-progress__line">
        <span><strong role="status">{percent < 100 ? 'Sending the file' : 'Sent. Opening the receipt'}</strong> <span className="app-muted">{percent}%</span></span>
        {percent < 100 && <Button small variant="secondary" onClick={onStop}>Stop: nothing will be kept</Button>}
      </div>
      <progress className="app-progress__bar" aria-label="How much of the file has been sent" max={1} value={share} />
    </div>
  );
}
