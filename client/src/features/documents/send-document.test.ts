import { DocumentProblem, sendDocument, sizeWords } from './send-document.ts';

const file = new File(['%PDF-1.7'], 'März 1.pdf');
const KEY = '00000000-0000-4000-8000-000000000001';
type Asked = { url: string; init: { method: string; body: unknown; headers: Record<string, string> } };

function answering(answer: { status: number; body: string } | Error): Asked[] {
  const asked: Asked[] = [];
  globalThis.fetch = (async (url: string, init: Asked['init']) => {
    asked.push({ url, init });
    if (answer instanceof Error) throw answer;
    return { ok: answer.status < 300, json: async (): Promise<unknown> => JSON.parse(answer.body) };
  }) as unknown as typeof fetch;
  return asked;
}

describe('sending a document', () => {
  const was = globalThis.fetch;
  afterEach(() => { globalThis.fetch = was; });

  test('the file is the body; what it is about stands in the address, its name and the proof of the page in headings', async () => {
    const asked = answering({ status: 201, body: '{"id": 7}' });
    expect(await sendDocument({ file, csrfToken: 'secret', key: KEY, to: { kind: 'LETTER', title: 'A & B', schoolId: 990417, source: 'MEETING', aboutId: 12 } })).toBe(7);
    expect(asked).toEqual([{ url: `/uploads/documents?key=${KEY}&kind=LETTER&title=A+%26+B&school=990417&source=MEETING&about=12`, init: { method: 'POST', body: file, headers: { 'content-type': 'application/octet-stream', 'x-csrf-token': 'secret', 'x-file-name': 'M%C3%A4rz%201.pdf' } } }]);
  });

  test('a new version names its document and the version it follows', async () => {
    const asked = answering({ status: 201, body: '{"id": 7}' });
    await sendDocument({ file, csrfToken: 'secret', key: KEY, to: { id: '7', version: 2 } });
    expect(asked[0]?.url).toBe(`/uploads/documents/7/versions?key=${KEY}&version=2`);
  });

  test.each<[string, { status: number; body: string } | Error, RegExp]>([
    ['a refusal is told in the portal’s words', { status: 400, body: '{"code": "FILE_REFUSED", "message": "The file is empty."}' }, /^The file is empty\.$/],
    ['a broken connection says that sending again keeps it once', new Error('network'), /Sending it again from here keeps it once/],
    ['an answer nobody can read is no success', { status: 502, body: '<html>' }, /It may have been kept/],
    ['nor is one without a number', { status: 201, body: '{}' }, /It may have been kept/],
  ])('%s', async (_words, answer, said) => {
    answering(answer);
    const problem = await sendDocument({ file, csrfToken: 'secret', key: KEY, to: { id: '7', version: 2 } }).catch((error: unknown) => error);
    expect(problem).toBeInstanceOf(DocumentProblem);
    expect((problem as Error).message).toMatch(said);
  });

  test.each([[812, '812 bytes'], [1024, '1 KB'], [1025, '2 KB'], [3_600_000, '3.4 MB']])('%i bytes are %s', (bytes, words) => expect(sizeWords(bytes)).toBe(words));
});
