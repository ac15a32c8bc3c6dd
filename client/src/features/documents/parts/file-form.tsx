import { useState, type SubmitEvent } from 'react';
import { ACCEPTED_ENDINGS, DOCUMENT_KIND_WORDS, DOCUMENT_KINDS } from '@attendance/shared/documents';
import { newKey, typedIn } from '../../../graphql/save.ts';
import { Button } from '../../../ui/button.tsx';
import { ErrorSummary } from '../../../ui/error-summary.tsx';
import { FileUpload } from '../../../ui/file-upload.tsx';
import { Input } from '../../../ui/input.tsx';
import { Select } from '../../../ui/select.tsx';
import { useMe } from '../../identity/index.ts';
import { DocumentProblem, sendDocument, type SendDocument } from '../send-document.ts';

export interface FileFormProps {
  /** Tells its fields from those of another such form on the page. */
  readonly name: string;
  /** The document the file is a new version of; otherwise it becomes one of its own. */
  readonly follows?: { readonly id: string; readonly version: number };
  /** What a new document is about. */
  readonly about?: { readonly schoolId?: number | null; readonly pupilId?: number | null; readonly source?: string; readonly aboutId?: number };
  /** Schools to choose from, where the page does not say which. */
  readonly schools?: readonly { readonly id: string; readonly name: string }[];
  /** Whether a document may be about no school: the authority’s own. */
  readonly mayBeOfNone?: boolean;
  readonly onKept: (id: number) => void;
}

const NO_SCHOOL = 'none';
const HINT = 'A PDF, Word document, Excel workbook, PNG or JPEG picture, CSV, calendar entry or plain text of at most 20 MB.';

/** Chooses one file and sends it. What went wrong stands above the fields, and what was typed stays. */
export function FileForm({ name, follows, about = {}, schools, mayBeOfNone = false, onKept }: FileFormProps) {
  const { csrfToken } = useMe();
  const [key, setKey] = useState(newKey);
  const [file, setFile] = useState<File | null>(null);
  const [wrong, setWrong] = useState<Readonly<Record<string, string>>>({});
  const [isSending, setSending] = useState(false);
  const id = (field: string): string => `${name}-${field}`;
  const submit = async (event: SubmitEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault();
    const form = event.currentTarget;
    const [title, school] = [typedIn(form, 'title').trim(), typedIn(form, 'school')];
    const missing = {
      ...(follows === undefined && title === '' ? { title: 'Enter a title' } : {}),
      ...(schools !== undefined && school === '' ? { school: 'Choose the school it is about' } : {}),
      ...(file === null ? { file: 'Choose the file' } : {}),
    };
    setWrong(missing);
    if (file === null || Object.keys(missing).length > 0) return;
    setSending(true);
    const to: SendDocument['to'] = follows ?? { kind: typedIn(form, 'kind'), title, ...about, ...(schools === undefined || school === NO_SCHOOL ? {} : { schoolId: Number(school) }) };
    try {
      const kept = await sendDocument({ file, csrfToken, key, to });
      form.reset();
      setFile(null);
      setKey(newKey());
      onKept(kept);
    } catch (problem) {
      setWrong({ sending: problem instanceof DocumentProblem ? problem.message : 'The file could not be sent. Try again.' });
    } finally {
      setSending(false);
    }
  };
  const said = (field: string) => (wrong[field] ? { error: wrong[field] } : {});
  const list = Object.entries(wrong);
  return (
    <form className="app-question" onSubmit={(event) => void submit(event)} noValidate>
      {list.length > 0 && <ErrorSummary title={wrong.sending ? 'The file was not kept' : 'There is a problem'} errors={list.map(([field, text]) => (field === 'sending' ? { text } : { text, href: `#${id(field)}` }))} />}
      {follows === undefined && (
        <>
          {schools !== undefined && <Select id={id('school')} name="school" label="School it is about" items={[{ text: 'Choose a school', value: '' }, ...(mayBeOfNone ? [{ text: 'No school: the council’s own', value: NO_SCHOOL }] : []), ...schools.map((school) => ({ text: school.name, value: school.id }))]} {...said('school')} />}
          <Input id={id('title')} name="title" label="Title" hint="Say what it is. Do not name a child." maxLength={200} {...said('title')} />
          <Select id={id('kind')} name="kind" label="Kind" items={DOCUMENT_KINDS.map((value) => ({ text: DOCUMENT_KIND_WORDS[value], value }))} defaultValue="OTHER" />
        </>
      )}
      <FileUpload id={id('file')} name="file" label={follows === undefined ? 'File' : 'File of the new version'} hint={HINT} accept={ACCEPTED_ENDINGS} disabled={isSending} onChange={(event) => setFile(event.target.files?.[0] ?? null)} {...said('file')} />
      <Button type="submit" disabled={isSending} preventDoubleClick>{isSending ? 'Sending' : follows === undefined ? 'Add this document' : 'Add this version'}</Button>
    </form>
  );
}
