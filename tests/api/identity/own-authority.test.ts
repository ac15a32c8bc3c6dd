import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { loadCommand } from '../../../scripts/lib/load-command.ts';
import type { OperationActor } from '../../../server/src/platform/graphql/operation.ts';
import { ROOT } from '../../support/cruise.ts';
import { rightsByEmail } from '../../support/loading.ts';
import { person } from '../../support/people.ts';
import { TODAY } from '../../support/small-authority.ts';
import { Role, TestPortal } from '../../support/test-portal.ts';

const example = (name: string): string => path.join(ROOT, 'docs/examples', name);

jest.setTimeout(60_000);

describe('an authority of one\'s own, from the files in docs/examples and an empty database', () => {
  let portal: TestPortal;
  beforeAll(async () => { portal = await TestPortal.open('own_authority', async () => undefined); });
  afterAll(() => portal.close());

  const load = (...words: string[]) => loadCommand(words, {
    DATABASE_URL: portal.ownerUrl, PORTAL_TODAY: TODAY, OIDC_ISSUER: 'https://sign-in.example.org', OIDC_CLIENT_ID: 'portal', OIDC_CLIENT_SECRET: 'not one',
  });
  const signedIn = async (email: string): Promise<OperationActor> => Object.assign(person(Role.SYSTEM_ADMIN), await rightsByEmail(portal, email));

  test('a command that cannot be meant says how it is used, and a first file without an authority which one it needs', async () => {
    expect(await load()).toMatchObject({ code: 2, said: expect.stringContaining('In this order') });
    expect(await load('pupils', example('roll-990501.csv'))).toMatchObject({ code: 2, said: expect.stringContaining('--school') });
    expect(await load('schools', 'no-such-file.csv')).toMatchObject({ code: 2, said: expect.stringContaining('no file no-such-file.csv') });
    expect(await load('schools', example('schools.csv'))).toMatchObject({ code: 1, said: expect.stringMatching(/does not know yet whose schools.*--la 801/) });
  });

  test('schools, calendar, pupils and people load in that order, and marks are taken in for them', async () => {
    expect(await load('schools', '--la', '990', example('schools.csv'))).toMatchObject({ code: 0, said: expect.stringMatching(/read +4\n +new +3\n[^]*left aside +1/) });
    expect(await load('links', example('school-links.csv'))).toMatchObject({ code: 0 });
    expect(await load('calendar', example('calendar.csv'))).toMatchObject({ code: 0 });
    expect(await load('pupils', '--school', '990501', '--on', '2026-09-03', example('roll-990501.csv'))).toMatchObject({ code: 0, said: expect.stringMatching(/new +4\n/) });
    expect(await load('care', example('care.csv'))).toMatchObject({ code: 0, said: expect.stringMatching(/new +4\n/) });
    expect(await load('people', example('people.csv'))).toMatchObject({ code: 0, said: expect.stringMatching(/new +5\n/) });
    const result = await portal.send(fs.readFileSync(example('register-990501.csv')), 990501);
    expect(result).toMatchObject({ kept: true });
    expect(await portal.rows('select rows_read, rows_refused, pupils from delivery')).toEqual([{ rows_read: 15, rows_refused: 0, pupils: 3 }]);
  });

  test('the officer signs in to figures of the schools, the social worker to the children named, the head to one school', async () => {
    const officer = await signedIn('olwen.frith@council.example.org');
    const { data, errors } = await portal.ask(officer, '{ authority { code name practice } schoolFigures { items { schoolId name figures { enrolments possible attended authorised } } } }');
    expect(errors).toEqual([]);
    expect(data).toMatchObject({
      authority: { code: 990, name: 'Wexmoor', practice: false },
      schoolFigures: { items: expect.arrayContaining([{ schoolId: '990501', name: 'Harrow Beck Primary School', figures: { enrolments: 3, possible: 30, attended: 20, authorised: 10 } }]) },
    });
    const named = async (email: string): Promise<unknown> => ((await portal.ask(await signedIn(email), '{ findPupils(text: "Alder") { items { name } } }')).data?.findPupils as { items: unknown[] }).items.length;
    expect(await named('wes.hale@council.example.org')).toBe(2);
    expect(await named('head@harrowbeck.example.org')).toBe(2);
    expect(await named('ina.lowe@council.example.org')).toBe(1);
    const siblings = await portal.ask(officer, '{ findPupils(text: "Robin Alder") { items { id } } }');
    const [robin] = (siblings.data?.findPupils as { items: { id: string }[] }).items;
    const record = await portal.ask(officer, `{ pupil(id: ${robin?.id}) { siblings { legalForename } } }`);
    expect(record).toMatchObject({ errors: [], data: { pupil: { siblings: [{ legalForename: 'Wren' }] } } });
  });

  test('care episodes loaded again write nothing', async () => expect(await load('care', example('care.csv'))).toMatchObject({ code: 0, said: expect.stringMatching(/Nothing was written/) }));

  test('loading the same again writes nothing; rows that are not kept go to a file for whoever runs the command', async () => {
    expect(await load('pupils', '--school', '990501', '--on', '2026-09-03', example('roll-990501.csv'))).toMatchObject({ code: 0, said: expect.stringMatching(/Nothing was written/) });
    const dir = fs.mkdtempSync(path.join(os.tmpdir(), 'attendance-own-'));
    try {
      const spoiled = path.join(dir, 'roll.csv');
      const refused = path.join(dir, 'refused.csv');
      fs.writeFileSync(spoiled, fs.readFileSync(example('roll-990501.csv'), 'utf8').replace(/^[A-Z]990210120001/m, '9.9021E+11'));
      const ran = await load('pupils', '--school', '990501', '--refused', refused, spoiled);
      expect(ran).toMatchObject({ code: 1, said: expect.stringMatching(/1 of 4 rows cannot be kept.*Nothing was kept[^]*line 2, UPN “9.9021E\+11”: A spreadsheet turned this into a rounded number/) });
      expect(fs.readFileSync(refused, 'utf8')).toContain('2,UPN,9.9021E+11,');
      expect(fs.statSync(refused).mode & 0o077).toBe(0);
    } finally {
      fs.rmSync(dir, { recursive: true });
    }
  });
});
