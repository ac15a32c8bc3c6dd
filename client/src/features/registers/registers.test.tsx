import { render, screen } from '@testing-library/react';
import '@testing-library/jest-dom';
import type { ReactNode } from 'react';
import { MemoryRouter } from 'react-router';
import type { Delivery } from './delivery-page.tsx';
import { keptSentence, needsPerson, progressOf, putBackWords, rowsWithoutMark, senderWords, sizeWords, spanWords, statusWords, sumSentence, type Counts } from './delivery-words.ts';
import { Moved } from './moved-panel.tsx';
import { RefusedReasons } from './refused-reasons.tsx';
import { answerOf, sendFile, SendProblem } from './send-file.ts';
import { missingAnswers } from './send-page.tsx';
import { Undo, Undone } from './undo-panel.tsx';
import { problemOfReason } from './undo-page.tsx';

const counts: Counts = { layout: 'L', rowsRead: 102_000, rowsRepeated: 0, rowsRefused: 46, marksNew: 2_046, marksChanged: 88, marksSame: 99_820 };

describe('a receipt in words', () => {
  it('says what was kept and what is left for a person', () => {
    expect(keptSentence(counts)).toBe('Kept: 101,954 of 102,000 marks. 46 rows need a person');
    expect(keptSentence({ ...counts, rowsRefused: 1 })).toMatch(/1 row needs a person$/);
    expect(keptSentence({ ...counts, rowsRefused: 0 })).toBe('Kept: all 101,954 marks');
    expect(keptSentence({ ...counts, layout: 'D' })).toBe('Kept: 101,954 marks from 102,000 rows. 46 rows need a person');
  });

  it('adds up, and says nothing where it cannot', () => {
    expect(sumSentence(counts)).toBe('Totals add up: 2,046 + 88 + 99,820 + 46 = 102,000.');
    expect(sumSentence({ ...counts, rowsRead: 102_030, rowsRepeated: 2 })).toBe('Totals add up: 2,046 + 88 + 99,820 + 2 + 28 + 46 = 102,030.');
    expect(rowsWithoutMark({ ...counts, rowsRead: 102_028 })).toBe(28);
    expect(sumSentence({ ...counts, rowsRead: 10 })).toBe('');
    expect(sumSentence({ layout: 'D', rowsRead: 400, rowsRepeated: 0, rowsRefused: 1, marksNew: 0, marksChanged: 159, marksSame: 639 })).toContain('400 rows, 800 places for a mark. Kept: 0 + 159 + 639 = 798. The other 2 were');
  });

  it('says where a delivery stands', () => {
    expect(['WAITING', 'READING', 'RECEIVED', 'KEPT', 'UNDONE', 'REFUSED', 'INTERRUPTED'].map((status) => statusWords({ status, percentRead: status === 'READING' ? 40 : 0 })))
      .toEqual(['Waiting its turn', 'Being read, 40%', 'Waiting to be read', 'Kept', 'Undone', 'Refused: nothing kept', 'Interrupted: send it again']);
    expect([needsPerson({ status: 'KEPT', rowsRefused: 0 }), needsPerson({ status: 'KEPT', rowsRefused: 1 }), needsPerson({ status: 'UNDONE', rowsRefused: 1 }), needsPerson({ status: 'REFUSED', rowsRefused: 0 })]).toEqual([false, true, false, true]);
    expect([progressOf({ step: 'RECEIVED', percentRead: 0 }).done, progressOf({ step: 'READING', percentRead: 10 }).done, progressOf({ step: 'COMPARING', percentRead: 100 }).done, progressOf({ step: 'KEPT', percentRead: 100 }).done]).toEqual([1, 2, 3, 5]);
  });

  it('says spans, sizes and senders', () => {
    expect([spanWords('2026-11-16', '2026-11-18'), spanWords('2026-11-18', '2026-11-18'), spanWords('2025-09-03', '2026-11-18'), spanWords(null, null)])
      .toEqual(['Mon 16 Nov to Wed 18 Nov', 'Wed 18 Nov', '3 September 2025 to 18 November 2026', null]);
    expect([sizeWords(0), sizeWords(812), sizeWords(4198)]).toEqual(['1 KB', '812 KB', '4.1 MB']);
    expect([senderWords({ sentBy: 'Sandra Marlow', source: 'PAGE' }), senderWords({ sentBy: null, source: 'API' })]).toEqual(['sent by Sandra Marlow', 'sent by a school system']);
  });
});

describe('refused rows', () => {
  const reason = { code: 'MRK-01', count: 9, why: 'This is not a national attendance code.', todo: 'Export the statutory code.', rows: [{ line: 1204, field: 'Mark', value: '!' }, { line: 1205, field: 'Mark', value: '' }] };
  const delivery = { id: '7', status: 'KEPT', layout: 'L', rowsRefused: 9, refusedReasons: [reason] } as unknown as Delivery;

  it('are grouped by reason, with a way to the rest, and every row says its reason to those who listen', () => {
    render(<MemoryRouter><RefusedReasons delivery={delivery} /></MemoryRouter>);
    expect(screen.getByRole('heading', { name: 'Refused: 9 rows, 1 reason' })).toBeVisible();
    expect(screen.getByRole('rowheader', { name: /1,205/ })).toBeInTheDocument();
    expect(screen.getAllByText('This is not a national attendance code.')).toHaveLength(2);
    expect(screen.getByRole('link', { name: '7 more rows with this reason' })).toHaveAttribute('href', '/data/deliveries/7?code=MRK-01');
    expect(screen.getByText('Empty')).toBeVisible();
  });
});

describe('what a delivery moved, and undoing it', () => {
  const figures = { enrolments: 1_023, persistent: 281, attended: 903, possible: 1_000, missing: 4 };
  const delivery = {
    id: '7', school: { id: '990418', name: 'Tarnbrook High' }, undone: null, undo: { marks: 2_134, pupils: 1_023, weeks: 1, obstacle: null },
    moved: { academicYear: 2026, before: figures, after: { ...figures, attended: 904, persistent: 283 } },
  } as unknown as Delivery;
  const show = (part: ReactNode) => render(<MemoryRouter>{part}</MemoryRouter>);

  it('says each figure before and after, and stresses those that moved', () => {
    show(<Moved delivery={delivery} />);
    expect(screen.getAllByRole('row').slice(1).map((row) => row.textContent)).toEqual(['Attendancethis school90.3%90.4%', 'Persistently absentof 1,023281283', 'Missing marks44']);
    expect(screen.getAllByRole('strong').map((each) => each.textContent)).toEqual(['90.4%', '283']);
    expect(screen.getByText(/Restricted records are not in these figures/)).toBeVisible();
  });

  it('says what would be put back, and leads there', () => {
    show(<Undo delivery={delivery} />);
    expect(screen.getByText(/Puts back 2,134 marks of 1,023 pupils, in 1 register week,/)).toBeVisible();
    expect(screen.getByRole('button', { name: 'Undo this delivery' })).toHaveAttribute('href', '/data/deliveries/7/undo');
    expect(putBackWords({ marks: 1, pupils: 1, weeks: 2 })).toBe('1 mark of 1 pupil, in 2 register weeks');
  });

  it('says why it cannot be undone, and by whom and why it was', () => {
    show(<><Undo delivery={{ ...delivery, undo: { ...delivery.undo, obstacle: 'IN-000009 came later.' } } as Delivery} /><Undone delivery={{ ...delivery, undone: { at: '2026-11-19T09:12:00Z', by: 'Priya Nandra', reason: 'Wrong week' } }} /></>);
    expect(screen.getByText('IN-000009 came later.')).toBeVisible();
    expect(screen.queryByRole('button')).toBeNull();
    expect(screen.getByText('Thu 19 Nov, 09:12, by Priya Nandra')).toBeVisible();
    expect(screen.getByText('Wrong week')).toBeVisible();
  });

  it('asks for a reason that says something', () => {
    expect([problemOfReason(''), problemOfReason('oops'), problemOfReason('The wrong week was exported')]).toEqual([expect.stringMatching(/^Say why/), expect.stringMatching(/at least 10/), null]);
  });
});

describe('sending', () => {
  it('asks for what is missing before anything leaves', () => {
    expect(Object.keys(missingAnswers('', null))).toEqual(['school', 'file']);
    expect(missingAnswers('990418', new File([], 'a.csv')).file).toMatch(/empty/);
    expect(missingAnswers('990418', new File(['x'], 'a.csv'))).toEqual({});
  });

  it('reads the answer, and gives back the portal’s own words when the file was not taken', () => {
    expect(answerOf(202, '{"deliveryId":12,"again":false}')).toEqual({ deliveryId: 12, again: false });
    expect(() => answerOf(400, '{"code":"FILE_REFUSED","message":"The file is larger than 200 MB."}')).toThrow('The file is larger than 200 MB.');
    expect(() => answerOf(403, '{"errors":[{"message":"Reload the page."}]}')).toThrow('Reload the page.');
    expect(() => answerOf(502, '<html>')).toThrow(/could not read/);
  });

  it('sends the file as it is, with its name and the session’s token, and can be stopped', async () => {
    const sent: Record<string, unknown> = { headers: {} };
    class FakeRequest {
      upload = {}; status = 202; responseText = '{"deliveryId":3,"again":true}';
      onload = () => undefined; onabort = () => undefined;
      open(method: string, url: string) { sent.line = `${method} ${url}`; }
      setRequestHeader(name: string, value: string) { (sent.headers as Record<string, string>)[name] = value; }
      send(body: unknown) { sent.body = body; if ((body as File).name !== 'slow.csv') queueMicrotask(() => this.onload()); }
      abort() { this.onabort(); }
    }
    const real = globalThis.XMLHttpRequest;
    globalThis.XMLHttpRequest = FakeRequest as unknown as typeof XMLHttpRequest;
    try {
      const options = { school: '990418', csrfToken: 'secret', onProgress: () => undefined };
      const file = new File(['UPN'], 'März 1.csv');
      await expect(sendFile({ ...options, file, signal: new AbortController().signal })).resolves.toEqual({ deliveryId: 3, again: true });
      expect(sent).toEqual({ line: 'POST /uploads/registers?school=990418', headers: { 'content-type': 'application/octet-stream', 'x-csrf-token': 'secret', 'x-file-name': 'M%C3%A4rz%201.csv' }, body: file });
      const stop = new AbortController();
      const slow = sendFile({ ...options, file: new File(['UPN'], 'slow.csv'), signal: stop.signal });
      stop.abort();
      await expect(slow).rejects.toEqual(new SendProblem('You stopped sending. Nothing was kept, so nothing changed. The file is still chosen below.', true));
    } finally {
      globalThis.XMLHttpRequest = real;
    }
  });
});
