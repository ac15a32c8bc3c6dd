import { acting, Role, TestPortal } from '../../support/test-portal.ts';
import { PUPILS, SCHOOLS } from '../../support/small-authority.ts';

const { mason, elan, amira } = PUPILS;
const officer = acting(Role.ATTENDANCE_OFFICER);

/** Two days of two pupils in the long layout. */
const FIRST = [
  'UPN,Date,Session,Mark',
  `${mason.upn},09/11/2026,AM,/`, `${mason.upn},09/11/2026,PM,\\`, `${mason.upn},10/11/2026,AM,N`, `${mason.upn},10/11/2026,PM,N`,
  `${elan.upn},09/11/2026,AM,I`, `${elan.upn},09/11/2026,PM,I`, `${elan.upn},10/11/2026,AM,L`, `${elan.upn},10/11/2026,PM,\\`, '',
].join('\n');

describe('importing a register', () => {
  let portal: TestPortal;
  beforeAll(async () => { portal = await TestPortal.open('import'); });
  afterAll(() => portal.close());

  const week = async (enrolment: number): Promise<string | undefined> =>
    (await portal.rows<{ marks: string }>(`select marks from register_week where enrolment_id = $1 and week_start = '2026-11-09'`, [enrolment]))[0]?.marks;

  test('keeps the marks as one week a row, with counts the database makes', async () => {
    expect(await portal.send(FIRST)).toMatchObject({ kept: true, again: false });
    expect(await week(mason.enrolmentId)).toBe('/\\NN          ');
    const [counts] = await portal.rows(`select possible, attended, authorised, unauthorised, late_before, late_after from register_week where enrolment_id = $1`, [elan.enrolmentId]);
    expect(counts).toEqual({ possible: 4, attended: 2, authorised: 2, unauthorised: 0, late_before: 1, late_after: 0 });
  });

  test('gives the same receipt for the same file and writes nothing', async () => {
    const before = await portal.rows('select xmin::text, * from register_week order by enrolment_id');
    const again = await portal.send(FIRST);
    expect(again).toMatchObject({ kept: true, again: true, deliveryId: 1 });
    expect(await portal.rows('select xmin::text, * from register_week order by enrolment_id')).toEqual(before);
  });

  test('keeps the history of a mark that changes, and calls filling a blank no change', async () => {
    const later = ['upn;date;am;pm', `${mason.upn};2026-11-10;I;I`, `${mason.upn};2026-11-11;/;\\`, ''].join('\r\n');
    const { deliveryId } = await portal.send(later);
    expect(await week(mason.enrolmentId)).toBe('/\\II/\\        ');
    const changes = await portal.rows('select slot, old_mark, new_mark from register_change where delivery_id = $1 order by slot', [deliveryId]);
    expect(changes).toEqual([{ slot: 2, old_mark: 'N', new_mark: 'I' }, { slot: 3, old_mark: 'N', new_mark: 'I' }]);
    const [receipt] = await portal.rows('select marks_new, marks_changed, marks_same, layout, delimiter from delivery where id = $1', [deliveryId]);
    expect(receipt).toEqual({ marks_new: 2, marks_changed: 2, marks_same: 0, layout: 'D', delimiter: ';' });
  });

  test('refuses bad rows with line, reason and value, and keeps the good ones', async () => {
    const mixed = [
      'UPN,Date,Session,Mark',
      ...Array.from({ length: 14 }, (_, n) => `${elan.upn},${String(3 + Math.floor(n / 2)).padStart(2, '0')}/09/2026,${n % 2 ? 'PM' : 'AM'},/`).filter((row) => !/0[56]\/09/.test(row)),
      `${mason.upn},12/11/2026,AM,!`,
      `${amira.upn},12/11/2026,AM,/`,
      '',
    ].join('\n');
    const { deliveryId, kept } = await portal.send(mixed);
    expect(kept).toBe(true);
    const refused = await portal.rows('select line, code, value from delivery_refusal where delivery_id = $1 order by line', [deliveryId]);
    expect(refused).toEqual([{ line: 12, code: 'MRK-01', value: '!' }, { line: 13, code: 'PUP-01', value: amira.upn }]);
  });

  test('derives the summaries that screens read, equal to the weeks they come from', async () => {
    const [difference] = await portal.rows<{ n: number }>(`
      select count(*)::int as n from (
        select enrolment_id, sum(possible) p, sum(attended) a, sum(authorised) au, sum(unauthorised) un from register_week group by 1
        except select enrolment_id, possible, attended, authorised, unauthorised from pupil_year) d`);
    expect(difference?.n).toBe(0);
    const [coverage] = await portal.rows('select marks_to, marks_to_session from school_coverage where school_id = $1', [SCHOOLS.oakmere]);
    expect(coverage).toEqual({ marks_to: '2026-11-11', marks_to_session: 'PM' });
  });

  test('names every child of the delivery in the audit trail, in the same transaction', async () => {
    const answer = await portal.ask(officer, '{ pupil(id: "1") { looks { items { kind operation who } } } }');
    const { looks } = answer.data?.pupil as { looks: { items: { kind: string; operation: string }[] } };
    expect(looks.items).toContainEqual({ kind: 'COLLECTED', operation: 'importRegister', who: 'The portal' });
  });

  test.each([
    ['an empty file', '', /empty/i],
    ['a workbook', Buffer.from('504b0304140000000800', 'hex'), /xlsx|zip|workbook|Excel/i],
    ['a file without the columns', 'a,b\n1,2\n', /heading|column/i],
    ['a file with too many faults', ['UPN,Date,Session,Mark', ...Array.from({ length: 10 }, () => `${mason.upn},14/11/2026,AM,/`), ''].join('\n'), /fault|row/i],
  ])('refuses %s plainly and changes nothing', async (_what, text, words) => {
    const before = await portal.rows('select count(*)::int as n, max(recorded_at) as at from register_week');
    const result = await portal.send(text);
    expect(result.kept).toBe(false);
    expect(result.refusal?.happened).toMatch(words);
    expect(result.refusal?.lost).toMatch(/nothing/i);
    expect(result.refusal?.todo.length).toBeGreaterThan(10);
    expect(await portal.rows('select count(*)::int as n, max(recorded_at) as at from register_week')).toEqual(before);
  });
});
