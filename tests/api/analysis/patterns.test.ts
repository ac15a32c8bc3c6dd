import { codeOfMark, countByHalfDay, countBySlot, countByWeekday, countOf, MARK_ALPHABET } from '@attendance/shared/attendance';
import { figuresFromLists } from '../../support/figures.ts';
import { headingsOf } from '../../support/figure-lists.ts';
import { codesOf, knowOfficer, person } from '../../support/people.ts';
import { sendRegisters } from '../../support/register-book.ts';
import { asOwner, summaryFaults } from '../../support/register-state.ts';
import { PUPILS, SCHOOLS } from '../../support/small-authority.ts';
import { Role, TestPortal, type Answer } from '../../support/test-portal.ts';

jest.setTimeout(60_000);

interface Slot { slot: number; possible: number; authorised: number; unauthorised: number; lateBefore: number; lateAfter: number }
interface Patterns { possible: number; slots: Slot[]; codes: { code: string; sessions: number | null }[] }
const ASKED = '{ academicYear possible slots { slot possible authorised unauthorised lateBefore lateAfter } codes { code sessions } }';

const answerOf = ({ data, errors }: Answer): Patterns => {
  expect(errors).toEqual([]);
  return data?.sessionPatterns as Patterns;
};

const manager = person(Role.TEAM_MANAGER);
const officer = person(Role.ATTENDANCE_OFFICER);
const governor = person(Role.GOVERNOR, { schools: [SCHOOLS.oakmere] });
const YEAR = `week_start between '2026-08-26' and '2027-08-25'`;
const WITH_RESTRICTED = 'true';
const WITHOUT = 'not restricted';

describe('when in the week sessions are missed, and by which code', () => {
  let portal: TestPortal;
  beforeAll(async () => {
    portal = await TestPortal.open('patterns');
    await knowOfficer(portal.ownerUrl);
    await sendRegisters(portal);
  });
  afterAll(() => portal.close());

  const weeks = async (which: string): Promise<string[]> => (await portal.rows<{ marks: string }>(`select marks from register_week where ${YEAR} and ${which}`)).map((row) => row.marks);
  const patterns = async (actor = manager, args = ''): Promise<Patterns> => answerOf(await portal.ask(actor, `{ sessionPatterns${args} ${ASKED} }`));

  /** What the pure rules make of the very same weeks. */
  const byTheRules = (held: readonly string[]): Patterns => {
    const slots = countBySlot(held).map(({ possible, authorised, unauthorised, lateBefore, lateAfter }, slot) => ({ slot, possible, authorised, unauthorised, lateBefore, lateAfter })).filter(({ possible }) => possible > 0);
    const marks = held.join('');
    const codes = [...MARK_ALPHABET].map((mark) => ({ mark, code: codeOfMark(mark) ?? mark, sessions: countOf(marks, mark) })).filter(({ sessions }) => sessions > 0)
      .sort((a, b) => b.sessions - a.sessions || (a.mark < b.mark ? -1 : 1)).map(({ code, sessions }) => ({ code, sessions }));
    return { possible: slots.reduce((sum, slot) => sum + slot.possible, 0), slots, codes };
  };
  const sorted = ({ codes, ...rest }: Patterns): object => ({ possible: rest.possible, slots: rest.slots, codes: [...codes].sort((a, b) => a.code.localeCompare(b.code)) });
  const expectEqual = async (actor: typeof manager, which: string, args = ''): Promise<void> => expect(sorted(await patterns(actor, args))).toEqual(sorted(byTheRules(await weeks(which))));

  test('are what the rules count: of the area, a phase and a school, with restricted records and without', async () => {
    const area = await patterns();
    expect(area.slots).toHaveLength(10);
    expect(area.codes.length).toBeGreaterThan(5);
    await expectEqual(manager, WITH_RESTRICTED);
    await expectEqual(officer, WITHOUT);
    await expectEqual(manager, `school_id = ${SCHOOLS.fellgate}`, '(phase: "PRIMARY")');
    await expectEqual(manager, `school_id = ${SCHOOLS.oakmere}`, `(schoolId: ${SCHOOLS.oakmere})`);
    expect(await patterns(person(Role.HEADTEACHER), `(schoolId: ${SCHOOLS.tarnbrook})`)).toMatchObject({ possible: 0, slots: [], codes: [] });
  });

  test('every code opens exactly the sessions it counts', async () => {
    for (const [actor, args, scope] of [[manager, '', {}], [officer, `(schoolId: ${SCHOOLS.oakmere})`, { schoolId: SCHOOLS.oakmere }]] as const) {
      const { codes } = await patterns(actor, args);
      const headings = await headingsOf(portal, actor, codes.map(({ code }) => ({ ...scope, measure: 'CODED', code })));
      expect(codes.map(({ code }, index) => [code, headings[index]?.sessions])).toEqual(codes.map(({ code, sessions }) => [code, sessions]));
    }
    for (const filter of ['{ measure: CODED }', '{ measure: ABSENT, code: "I" }', '{ measure: CODED, code: "x" }', '{ measure: CODED, code: "I", slot: 2 }']) expect([filter, codesOf(await portal.ask(manager, `{ pupilFigures(filter: ${filter}) { total } }`))]).toEqual([filter, ['INVALID']]);
  });

  test('add up to weekdays, half days and the year’s figures', async () => {
    const [{ slots }, held] = [await patterns(), await weeks(WITH_RESTRICTED)];
    const sum = (name: keyof Slot, which: (slot: number) => boolean): number => slots.filter(({ slot }) => which(slot)).reduce((total, slot) => total + slot[name], 0);
    countByWeekday(held).forEach((counts, day) => expect([day, sum('possible', (slot) => slot >> 1 === day), sum('unauthorised', (slot) => slot >> 1 === day)]).toEqual([day, counts.possible, counts.unauthorised]));
    const { morning, afternoon } = countByHalfDay(held);
    expect([sum('authorised', (slot) => slot % 2 === 0), sum('authorised', (slot) => slot % 2 === 1)]).toEqual([morning.authorised, afternoon.authorised]);
    const year = await figuresFromLists(portal, manager, {});
    expect([sum('possible', () => true), sum('lateBefore', () => true), sum('lateAfter', () => true)]).toEqual([year.possible, year.lateBefore, year.lateAfter]);
  });

  test('each half day opens its sessions, with the same count in the heading', async () => {
    for (const [actor, scope, args] of [[manager, {}, ''], [officer, { schoolId: SCHOOLS.oakmere }, `(schoolId: ${SCHOOLS.oakmere})`]] as const) {
      const { slots } = await patterns(actor, args);
      const measures = ['POSSIBLE', 'ABSENT', 'AUTHORISED', 'UNAUTHORISED', 'LATE_BEFORE', 'LATE_AFTER'] as const;
      for (const { slot, possible, authorised, unauthorised, lateBefore, lateAfter } of slots) {
        const listed = await headingsOf(portal, actor, measures.map((measure) => ({ ...scope, slot, measure })));
        expect([slot, listed.map(({ sessions }) => sessions)]).toEqual([slot, [possible, authorised + unauthorised, authorised, unauthorised, lateBefore, lateAfter]]);
      }
    }
    expect(codesOf(await portal.ask(manager, '{ pupilFigures(filter: { slot: 14, measure: ABSENT }) { total } }'))).toEqual(['INVALID']);
    expect(codesOf(await portal.ask(manager, '{ pupilFigures(filter: { slot: 9, measure: PERSISTENT }) { total } }'))).toEqual(['INVALID']);
  });

  test('people who see figures only are not told of a code given once or twice', async () => {
    const { codes } = await patterns(governor, `(schoolId: ${SCHOOLS.oakmere})`);
    const whole = byTheRules(await weeks(`school_id = ${SCHOOLS.oakmere} and ${WITHOUT}`));
    for (const { code, sessions } of codes) expect([code, sessions === null || sessions >= 5]).toEqual([code, true]);
    expect(codes.map(({ code }) => code).sort()).toEqual(whole.codes.map(({ code }) => code).sort());
    expect(codesOf(await portal.ask(governor, `{ sessionPatterns(schoolId: ${SCHOOLS.tarnbrook}) { possible } }`))).toEqual(['FORBIDDEN']);
  });

  test('stay true through a correction, an undo and a restriction', async () => {
    const file = ['UPN,Date,Session,Mark', `${PUPILS.mason.upn},13/11/2026,PM,E`, `${PUPILS.elan.upn},09/11/2026,AM,M`, ''].join('\n');
    const before = await patterns();
    const { deliveryId } = await portal.send(file);
    expect(await patterns()).not.toEqual(before);
    await expectEqual(manager, WITH_RESTRICTED);
    expect(await summaryFaults(portal.ownerUrl)).toEqual([]);

    expect((await portal.ask(officer, `mutation { undoDelivery(deliveryId: ${deliveryId}, reason: "Sent for the wrong week") { status } }`)).errors).toEqual([]);
    expect(await patterns()).toEqual(before);
    expect(await summaryFaults(portal.ownerUrl)).toEqual([]);

    await asOwner(portal.ownerUrl, async (client) => {
      await client.query(`begin; set local role portal_ingest; update pupil set restricted = true where id = ${PUPILS.mason.id}; select refresh_pupil_reach(array[${PUPILS.mason.id}], '2026-11-19', 30); commit`);
    });
    await expectEqual(manager, WITH_RESTRICTED);
    await expectEqual(officer, WITHOUT);
    expect(await summaryFaults(portal.ownerUrl)).toEqual([]);
  });
});
