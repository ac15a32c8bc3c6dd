import { birthDateIn } from '../../../server/src/modules/pupils/pupil.service.ts';
import { addCrowd } from '../../support/crowd.ts';
import { person, underReach } from '../../support/people.ts';
import { PUPILS, SCHOOLS } from '../../support/small-authority.ts';
import { Role, TestPortal } from '../../support/test-portal.ts';

interface Found { searchedBy: string; more: boolean; items: { id: string; name: string; bornOn: string; schoolName: string | null; ncYear: string | null; soundsLike: boolean }[] }
const officer = person(Role.ATTENDANCE_OFFICER, {}, 61);
const { mason, elan } = PUPILS;

jest.setTimeout(60_000);

describe('finding a pupil', () => {
  let portal: TestPortal;
  beforeAll(async () => {
    portal = await TestPortal.open('find');
    await addCrowd(portal.ingest, 60, SCHOOLS.tarnbrook);
  });
  afterAll(() => portal.close());

  const find = async (text: string, who = officer): Promise<Found> => {
    const answer = await portal.ask(who, 'query Find($text: String!) { findPupils(text: $text) { searchedBy more items { id name bornOn schoolName ncYear soundsLike } } }', { text });
    expect(answer.errors).toEqual([]);
    return answer.data?.findPupils as Found;
  };
  const idsOf = (found: Found): string[] => found.items.map((item) => item.id);

  test('by name gives enough to choose the right child', async () => {
    expect((await find('Mason Thirkell')).items[0]).toEqual({ id: '1', name: 'Mason Thirkell', bornOn: '2013-03-14', schoolName: 'Oakmere Academy', ncYear: '9', soundsLike: false });
  });

  test.each([
    ['a letter missing', 'Thirkel', '1'], ['letters swapped', 'mason thrikell', '1'], ['capitals', 'THIRKELL MASON', '1'], ['an accent left out', 'elan', '3'], ['an accent typed', 'Élan', '3'],
    ['an apostrophe left out', 'odwyer', '3'], ['an apostrophe typed', "o'dwyer", '3'], ['a typographic apostrophe', 'O’Dwyer', '3'], ['a hyphen as a blank', 'dwyer ng', '3'], ['blanks around', '   haddad  ', '4'], ['part of a name', 'casteller', '6'],
  ])('forgives %s', async (_what, text, id) => expect(idsOf(await find(text))).toContain(id));

  test.each([
    ['as it is written', mason.upn], ['in lower case', mason.upn.toLowerCase()], ['with blanks', ` ${mason.upn.slice(0, 4)} ${mason.upn.slice(4, 8)} ${mason.upn.slice(8)} `],
  ])('by UPN %s finds exactly one', async (_how, text) => {
    const found = await find(text);
    expect([found.searchedBy, idsOf(found)]).toEqual(['UPN', ['1']]);
  });

  test('by a former UPN finds the same child', async () => {
    await portal.rows('update pupil set former_upn = upn, upn = null where id = $1', [elan.id]);
    expect(idsOf(await find(elan.upn))).toEqual([String(elan.id)]);
    await portal.rows('update pupil set upn = former_upn, former_upn = null where id = $1', [elan.id]);
  });

  test.each(['14/03/2013', '14-03-2013', '14.3.2013', '2013-03-14', ' 14/3/2013 '])('by date of birth written %s', async (text) => {
    const found = await find(text);
    expect(found.searchedBy).toBe('BORN_ON');
    expect(idsOf(found).map(Number).sort()).toEqual([1, 2, 3, 4, 6, 7, 8]);
  });

  test.each(['31/02/2013', '03/14/2013', '14/03/13', 'yesterday'])('does not take %s for a date of birth', (text) => expect(birthDateIn(text)).toBeNull());

  test.each(['zzzzqqqq', 'A', '', '   ', '%', '_', "'; drop table pupil; --", '\u0000', '1999-01-01', 'Z990417099999'])('%j finds nothing, and says so plainly', async (text) => {
    expect(await find(text)).toMatchObject({ items: [], more: false });
  });

  test('shows twenty at most and says when there are more', async () => {
    const found = await find('number');
    expect([found.items.length, found.more]).toEqual([20, true]);
    const days = await find('01/01/2012');
    expect([days.items.length, days.more]).toEqual([20, true]);
  });

  test('gives the same order each time', async () => expect(idsOf(await find('number'))).toEqual(idsOf(await find('number'))));

  test('a trail is kept of what was searched for and who was found, and never of a UPN', async () => {
    await find('Castellane');
    await find(mason.upn);
    const entries = await underReach(portal, officer, (operation) => operation.sql<{ pupil_ids: number[]; details: Record<string, unknown> }>(`select pupil_ids, details from audit_entry where operation = 'Find' order by seq desc limit 2`));
    expect(entries).toEqual([
      { pupil_ids: [1], details: { searchedBy: 'UPN', found: 1 } },
      { pupil_ids: [6], details: { searchedBy: 'NAME', text: 'Castellane', found: 1 } },
    ]);
  });
});
