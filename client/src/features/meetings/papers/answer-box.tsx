import { answerField, answerProblem, barrierCodes, findPupilBarrier, PUPIL_BARRIER_GROUPS, PUPIL_BARRIERS, type AnswerField } from '@attendance/shared/meetings';
import { Checkboxes } from '../../../ui/checkboxes.tsx';
import { Input } from '../../../ui/input.tsx';
import { QuietButton } from '../../../ui/quiet-button.tsx';
import { Radios } from '../../../ui/radios.tsx';
import { Select } from '../../../ui/select.tsx';
import { Textarea } from '../../../ui/textarea.tsx';
import { useBox } from './papers-provider.tsx';
import { keyOf, type Box, type BoxName } from './papers.ts';

/** More choices than this stand in a list to open. */
const MOST_RADIOS = 4;
const LONG_TEXT = 500;

export type AnswerBoxProps = { name: BoxName; /** Another wording of the question. */ label?: string; hint?: string | null; rows?: number; isReadOnly?: boolean };

/** The id of a box on the page. */
export const boxId = (name: BoxName): string => `box-${keyOf(name).replace(/[^A-Za-z0-9]+/g, '-')}`;

/** One question of the papers, kept as it is typed. Where somebody else wrote first, both texts stand there to choose from. */
export function AnswerBox({ name, label, hint, rows = 3, isReadOnly = false }: AnswerBoxProps) {
  const { box, write, decide } = useBox(name);
  const field = answerField(name.place, name.field);
  if (field === undefined) return null;
  const words = label ?? field.label;
  if (isReadOnly) return <ReadBox label={words} field={field} value={box.value} />;
  const problem = answerProblem(name.place, name.field, box.value);
  return (
    <div className="app-box">
      <BoxControl id={boxId(name)} field={field} label={words} hint={hint === undefined ? field.hint : (hint ?? undefined)} rows={rows} value={box.value} error={problem} write={write} />
      {box.theirs && <BothTexts box={box} theirs={box.theirs.value} by={box.theirs.by} field={field} decide={decide} />}
    </div>
  );
}

type ControlProps = { id: string; field: AnswerField; label: string; hint: string | undefined; rows: number; value: string; error: string | null; write: (value: string) => void };

function BoxControl({ id, field: { kind }, label, hint, rows, value, error, write }: ControlProps) {
  const common = { id, label, ...(hint === undefined ? {} : { hint }), ...(error === null ? {} : { error }) };
  switch (kind.is) {
    case 'TEXT': return kind.longest > LONG_TEXT
      ? <Textarea {...common} rows={rows} value={value} onChange={(event) => write(event.target.value)} />
      : <Input {...common} value={value} onChange={(event) => write(event.target.value)} />;
    case 'DAY': return <Input {...common} type="date" className="govuk-input--width-10" value={value} onChange={(event) => write(event.target.value)} />;
    case 'YES': return <Checkboxes name={id} idPrefix={id} items={[{ value: 'YES', label }]} values={value === 'YES' ? ['YES'] : []} onChange={(values) => write(values[0] ?? '')} className="govuk-checkboxes--small" />;
    case 'CHOICE': {
      const items = Object.entries(kind.words).map(([code, text]) => ({ value: code, label: text, text }));
      return items.length > MOST_RADIOS
        ? <Select {...common} items={[{ value: '', text: 'Choose' }, ...items]} value={value} onChange={(event) => write(event.target.value)} />
        : <Radios name={id} idPrefix={id} legend={label} {...(hint === undefined ? {} : { hint })} {...(error === null ? {} : { error })} items={items} value={value === '' ? null : value} onChange={write} className="govuk-radios--inline govuk-radios--small" />;
    }
    case 'BARRIERS': return <BarrierBox id={id} label={label} value={value} write={write} />;
  }
}

function BarrierBox({ id, label, value, write }: { id: string; label: string; value: string; write: (value: string) => void }) {
  const chosen = barrierCodes(value);
  const options = PUPIL_BARRIER_GROUPS.flatMap((group) => [
    { text: PUPIL_BARRIERS[group].label, disabled: true, value: `group:${group}` }, ...Object.entries<string>(PUPIL_BARRIERS[group].barriers).filter(([code]) => !chosen.includes(code)).map(([code, text]) => ({ value: code, text: `\u00a0\u00a0${text}` })),
  ]);
  return (
    <div>
      <Select id={id} label={label} items={[{ value: '', text: chosen.length === 0 ? 'Choose a barrier' : 'Add another' }, ...options]} value="" onChange={(event) => write([...chosen, event.target.value].filter((code) => code !== '').join(','))} />
      {chosen.length > 0 && (
        <ul className="app-chips" aria-label={`${label} chosen`}>
          {chosen.map((code) => (
            <li key={code}>{findPupilBarrier(code)?.label ?? code} <QuietButton onClick={() => write(chosen.filter((other) => other !== code).join(','))}>Take off<span className="govuk-visually-hidden"> {findPupilBarrier(code)?.label ?? code}</span></QuietButton></li>
          ))}
        </ul>
      )}
    </div>
  );
}

/** What a value says, in words. */
export function wordsOfValue({ kind }: AnswerField, value: string): string {
  if (kind.is === 'CHOICE') return kind.words[value] ?? '';
  if (kind.is === 'BARRIERS') return barrierCodes(value).map((code) => findPupilBarrier(code)?.label ?? code).join(', ');
  return kind.is === 'YES' ? (value === 'YES' ? 'Yes' : '') : value;
}

function ReadBox({ label, field, value }: { label: string; field: AnswerField; value: string }) {
  if (value === '') return null;
  return <div className="app-read"><strong>{label}</strong><p className="app-lines">{wordsOfValue(field, value)}</p></div>;
}

function BothTexts({ box, theirs, by, field, decide }: { box: Box; theirs: string; by: string | null; field: AnswerField; decide: (keepMine: boolean) => void }) {
  return (
    <div className="app-both" role="alert">
      <p><strong>{by ?? 'Somebody else'} wrote here first.</strong> Yours is kept, and nothing is lost. Which is to stand?</p>
      <dl>
        <dt>Theirs</dt><dd className="app-lines">{theirs === '' ? 'Nothing' : wordsOfValue(field, theirs)}</dd>
        <dt>Yours</dt><dd className="app-lines">{box.value === '' ? 'Nothing' : wordsOfValue(field, box.value)}</dd>
      </dl>
      <div className="app-buttons"><QuietButton onClick={() => decide(false)}>Take theirs</QuietButton><QuietButton onClick={() => decide(true)}>Keep mine</QuietButton></div>
    </div>
  );
}
