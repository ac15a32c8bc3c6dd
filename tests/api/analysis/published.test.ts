import fs from 'node:fs';
import path from 'node:path';
import { neighboursKind, publishedKind } from '../../../server/src/modules/analysis/index.ts';
import { countsOf, csvOf, loadsInTrail, loadText, refusalOf } from '../../support/loading.ts';
import { person } from '../../support/people.ts';
import { sendRegisters } from '../../support/register-book.ts';
import { SCHOOLS } from '../../support/small-authority.ts';
import { Role, TestPortal } from '../../support/test-portal.ts';

jest.setTimeout(60_000);

const DAILY = fs.readFileSync(path.join(__dirname, '../../fixtures/published-daily.csv'), 'utf8');
const [HEADINGS = '', ...ROWS] = DAILY.trim().split('\n');
const TO = '2026-07-10';
const RATES = 'rates { absence authorised unauthorised late persistent severe }';
const COMPARE = `query Compare($phase: PublishedPhase!) { publishedFigures(phase: $phase) { series national { areaName academicYear term from to source publishedOn ${RATES} } regional { areaName ${RATES} }
  ownAuthority { areaName possible symbols { measure symbol } ${RATES} } neighbours { authorities pooled possible ${RATES} } } }`;

interface Rates { absence: number | null; unauthorised: number | null; persistent: number | null; severe: number | null }
interface Figure { areaName: string; academicYear: number; term: string; to: string | null; publishedOn: string; source: string; possible: number | null; rates: Rates; symbols: { measure: string; symbol: string }[] }
interface Figures { enrolments: number; persistent: number | null; severe: number | null }
interface Comparison { series: string; national: Figure; regional: Figure | null; ownAuthority: Figure | null; neighbours: { authorities: number; pooled: string[]; possible: number; rates: Rates } | null }

const CENSUS_HEADINGS = ['time_period', 'time_identifier', 'geographic_level', 'country_code', 'country_name', 'region_code', 'region_name', 'old_la_code', 'new_la_code', 'la_name', 'education_phase', 'enrolments', 'sess_possible', 'sess_overall', 'sess_authorised', 'sess_unauthorised',
  'sess_overall_percent', 'enrolments_pa_10_exact', 'enrolments_pa_10_exact_percent', 'enrolments_pa_50_exact', 'enrolments_pa_50_exact_percent', 'sess_auth_illness'];
const place = (level: string, code = '', name = ''): string[] => [level, 'E92000001', 'England', level === 'National' ? '' : 'E12000006', level === 'National' ? '' : 'East of England', code, code === '' ? '' : `E0600${code}0`, name];
const census = (...rows: string[][]): string => csvOf(CENSUS_HEADINGS, ...rows.map((row) => ['202425', ...row]));

describe('published figures', () => {
  let portal: TestPortal;
  beforeAll(async () => { portal = await TestPortal.open('published'); });
  afterAll(() => portal.close());
  const load = (text: string, publishedOn = '2026-07-23', to: string | null = TO) => loadText(portal.ingest, async () => publishedKind({ publishedOn, to }), text);
  const compare = async (phase: string, actor = person(Role.TEAM_MANAGER)): Promise<Comparison[]> => {
    const { data, errors } = await portal.ask(actor, COMPARE, { phase });
    expect(errors).toEqual([]);
    return (data as { publishedFigures: Comparison[] }).publishedFigures;
  };
  const of = (comparisons: readonly Comparison[], series: string): Comparison => comparisons.find((each) => each.series === series)!;

  test('are there from the first start, by series and phase, with source and dates', async () => {
    const all = await compare('ALL');
    expect(of(all, 'DAILY').national).toMatchObject({ areaName: 'England', academicYear: 2025, term: 'YEAR_TO_DATE', from: '2025-09-08', to: TO, publishedOn: '2026-07-23', source: 'Department for Education, Pupil attendance in schools' });
    expect(of(all, 'DAILY').national.rates).toMatchObject({ absence: expect.closeTo(6.88325, 5) as number, persistent: expect.closeTo(18.78176, 5) as number, severe: null });
    expect(of(all, 'CENSUS').national).toMatchObject({ academicYear: 2024, term: 'AUTUMN_SPRING', publishedOn: '2025-10-23', rates: { absence: 6.63, persistent: 17.63, severe: 2.26, unauthorised: null } });
    expect(of(await compare('SECONDARY'), 'DAILY').national.rates.absence).toBeCloseTo(8.48978, 5);
  });

  test('are open to everyone who is signed in, even without any right', async () => {
    const nobody = { ...person(Role.SYSTEM_ADMIN), permissions: new Set<string>() };
    expect(nobody.reach.kind).toBe('NONE');
    expect(await compare('ALL', nobody)).toHaveLength(2);
    const { data } = await portal.ask(nobody, '{ publishedHoldings { series academicYear term regions authorities figures publishedOn loadedAt } }', {});
    expect(data).toMatchObject({ publishedHoldings: [{ series: 'DAILY', academicYear: 2025, regions: 0, authorities: 0, figures: 4 }, { series: 'CENSUS', academicYear: 2024, figures: 4, publishedOn: '2025-10-23' }] });
  });

  test('stand beside an overview for the same phase, and beside nothing unlike them', async () => {
    const query = `{ all: areaOverview { england { series phase } } special: areaOverview(phase: "SPECIAL") { england { phase } } nursery: areaOverview(phase: "NURSERY") { england { phase } } school: schoolOverview(schoolId: ${SCHOOLS.fellgate}) { england { phase rates { absence } } }
      schoolFigures { items { phase england { series phase } } } }`;
    // A school without figures has nothing to be set beside; so has one beyond reach.
    expect((await portal.ask(person(Role.TEAM_MANAGER), query, {})).data).toMatchObject({ school: { england: [] }, schoolFigures: { items: [] } });
    await sendRegisters(portal);
    const { data, errors } = await portal.ask(person(Role.TEAM_MANAGER), query, {});
    expect(errors).toEqual([]);
    expect(data).toMatchObject({
      all: { england: [{ series: 'CENSUS', phase: 'ALL' }, { series: 'DAILY', phase: 'ALL' }] }, special: { england: [{ phase: 'SPECIAL' }, { phase: 'SPECIAL' }] }, nursery: { england: [] },
      school: { england: [{ phase: 'PRIMARY', rates: { absence: 5.16 } }, { phase: 'PRIMARY', rates: { absence: expect.closeTo(5.27668, 5) as number } }] },
    });
    for (const { phase, england } of (data as { schoolFigures: { items: { phase: string; england: object }[] } }).schoolFigures.items) expect(england).toEqual({ series: 'DAILY', phase });
  });

  test('stand beside the area, a phase or a school in the daily series alone, with schools of the same phase where several are within reach', async () => {
    const FIGURES = 'schools figures { possible authorised unauthorised enrolments persistent severe }';
    const query = `{ all: comparison { publishedPhase published { series national { phase } regional { areaName } neighbours { pooled } } samePhase { schools } } nursery: comparison(phase: "NURSERY") { publishedPhase published { series } }
      school: comparison(schoolId: ${SCHOOLS.oakmere}) { published { national { phase } } samePhase { phase ${FIGURES} } } nowhere: comparison(schoolId: 990999) { publishedPhase published { series } samePhase { phase } } }`;
    const asked = async (actor = person(Role.TEAM_MANAGER)) => {
      const { data, errors } = await portal.ask(actor, query, {});
      expect(errors).toEqual([]);
      return data as Record<'all' | 'nursery' | 'school' | 'nowhere', { publishedPhase: string | null; published: object | null; samePhase: { schools: number; figures: object } | null }>;
    };
    const officer = await asked();
    expect(officer).toMatchObject({
      all: { publishedPhase: 'ALL', published: { series: 'DAILY', national: { phase: 'ALL' }, regional: null, neighbours: null }, samePhase: null }, nursery: { publishedPhase: null, published: null },
      school: { published: { national: { phase: 'SECONDARY' } }, samePhase: { phase: 'SECONDARY' } }, nowhere: { publishedPhase: null, published: null, samePhase: null },
    });
    // The very figures of the phase, which its page shows as well.
    const phase = (await portal.ask(person(Role.TEAM_MANAGER), `{ areaOverview(phase: "SECONDARY") { phases { ${FIGURES} } } }`, {})).data as { areaOverview: { phases: { schools: number }[] } };
    expect(phase.areaOverview.phases[0]!.schools).toBeGreaterThan(1);
    expect(officer.school.samePhase).toEqual({ phase: 'SECONDARY', ...phase.areaOverview.phases[0] });
    // One's own school alone is not set beside itself, and a school beyond reach beside nothing of one's own.
    for (const schools of [[SCHOOLS.oakmere], [SCHOOLS.fellgate]]) expect((await asked(person(Role.HEADTEACHER, { schools }))).school.samePhase).toBeNull();
  });

  test('beside a school tell people who see figures only no count that the phase hides elsewhere', async () => {
    const actor = person(Role.DATA_ANALYST);
    const COUNTS = 'figures { enrolments persistent severe }';
    const { data } = await portal.ask(actor, `{ comparison(schoolId: ${SCHOOLS.oakmere}) { samePhase { ${COUNTS} } } areaOverview { phases { phase ${COUNTS} } } }`, {});
    const { comparison, areaOverview } = data as { comparison: { samePhase: { figures: Figures } }; areaOverview: { phases: { phase: string; figures: Figures }[] } };
    expect(comparison.samePhase.figures).toEqual(areaOverview.phases.find((each) => each.phase === 'SECONDARY')!.figures);
    expect(comparison.samePhase.figures.persistent).toBeNull();
  });

  describe('from the daily file', () => {
    test('are taken in once, symbols kept as why there is no figure', async () => {
      const receipt = await load(DAILY);
      expect(receipt.refused).toEqual([]);
      // The four national rows were there, without their reasons.
      expect(countsOf(receipt)).toEqual([ROWS.length, 0, ROWS.length - 4, 4, 0, 0]);
      expect(countsOf(await load(DAILY))).toEqual([ROWS.length, 0, 0, 0, ROWS.length, 0]);
      expect(await portal.rows(`select possible, absent, persistent_percent, symbols ->> 'possible' as why, reasons from published_figure where area_name = 'City of London' and phase = 'ALL'`))
        .toEqual([{ possible: null, absent: null, persistent_percent: null, why: 'c', reasons: {} }]);
      expect(await portal.rows(`select (reasons ->> 'I')::bigint as ill, enrolments::text from published_figure where level = 'NATIONAL' and series = 'DAILY' and phase = 'ALL'`)).toEqual([{ ill: 78499360, enrolments: '6710690.99468085' }]);
      expect(await loadsInTrail(portal.ownerUrl)).toHaveLength(1);
    });

    test('of an earlier publication never take the place of later ones', async () => {
      const receipt = await load(DAILY.replaceAll('Telford and Wrekin', 'Somewhere'), '2026-06-01', '2026-05-22');
      expect(countsOf(receipt)).toEqual([ROWS.length, 0, 0, 0, ROWS.length, 0]);
      expect(receipt.notes).toEqual([`Figures here from a later publication, which stay as they are: ${ROWS.length}.`]);
    });

    test('need to be told to which day they run', async () => expect((await refusalOf(load(DAILY, '2026-07-23', null))).message).toMatch(/up to which day.*--to/));

    test('are refused where their sums do not come out', async () => {
      const [first = ''] = ROWS.filter((row) => row.includes('Leeds,383,Primary'));
      const cells = first.split(',');
      const at = HEADINGS.split(',').indexOf('overall_absence');
      cells[at] = String(Number(cells[at]) + 1);
      const { refused } = await load([HEADINGS, ...ROWS.filter((row) => row !== first), cells.join(',')].join('\n'));
      expect(refused.map(({ reason }) => reason)).toEqual(['The sums of this row do not come out: possible is attendance and absence; absence is authorised and unauthorised.']);
    });

    test('of single weeks are refused: the year to date is another figure', async () =>
      expect((await refusalOf(load(DAILY.replaceAll('Academic year', 'Week 37')))).refused[0]?.reason).toMatch(/single week/));
  });

  describe('from the file of children with a social worker', () => {
    const TITLES = ['time_period', 'time_identifier', 'geographic_level', 'country_code', 'country_name', 'region_code', 'region_name', 'old_la_code', 'la_name', 'new_la_code', 'absence_terms', 'social_care_group', 'phase_type_grouping', 't_pupils', 't_sess_possible', 't_sess_overall', 'pt_overall',
      't_sess_authorised', 'pt_sess_authorised', 't_sess_unauthorised', 'pt_sess_unauthorised', 't_pupils_pa_10_exact', 'pt_pupils_pa_10_exact', 't_pupils_pa_50_exact', 'pt_pupils_pa_50_exact'];
    const row = (level: string, region: [string, string], la: [string, string, string], group: string, phase: string, ...figures: (string | number)[]): string[] => ['202425', 'Academic year', level, 'E92000001', 'England', ...region, la[0], la[1], la[2], 'six half terms', group, phase, ...figures.map(String)];
    const england = (group: string, phase: string, ...figures: number[]): string[] => row('National', ['', ''], ['', '', ''], group, phase, ...figures);
    // As published of England, counts rounded to ten.
    const ENGLAND = [
      england('CINO at 31 March', 'Total', 120250, 42464140, 7397200, 17.4, 3918850, 9.2, 3478350, 8.2, 55270, 46, 13580, 11.3), england('CPPO at 31 March', 'Total', 26840, 9417580, 2049150, 21.8, 842610, 8.9, 1206530, 12.8, 14870, 55.4, 4150, 15.4),
      england('CLA 12 months at 31 March', 'Total', 33930, 11923200, 1073450, 9, 658260, 5.5, 415190, 3.5, 6890, 20.3, 2180, 6.4), england('CLA 12 months at 31 March', 'State-funded secondary', 16350, 5606280, 675470, 12, 360360, 6.4, 315100, 5.6, 4500, 27.5, 1560, 9.5),
    ];
    const HERE: [string, string, string] = ['990', 'Wexmoor', 'E06009900'];
    const rows = [
      ...ENGLAND, england('CLA 12 months at 31 March', 'State-funded alternative provision school', 520, 150680, 60120, 39.9, 32370, 21.5, 27750, 18.4, 380, 74.2, 210, 41.6), england('CINO6 at 31 March', 'Total', 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1),
      row('Local authority', ['E12000006', 'East of England'], HERE, 'CLA 12 months at 31 March', 'Total', 300, 100000, 9500, 9.5, 6000, 6, 3500, 3.5, 66, 22, 'c', 'c'),
    ];
    const CARE = `query Care($phase: PublishedPhase!) { publishedCareFigures(phase: $phase) { group words published { series national { academicYear term source publishedOn possible ${RATES} } ownAuthority { areaName symbols { measure symbol } ${RATES} } } } }`;
    const asked = async (phase: string) => ((await portal.ask(person(Role.VIRTUAL_SCHOOL_HEAD), CARE, { phase })).data as { publishedCareFigures: { group: string; words: string; published: Comparison }[] }).publishedCareFigures;

    test('are a series of their own, of each group, with the rates as they are published', async () => {
      expect(await asked('ALL')).toEqual([]);
      const receipt = await load(csvOf(TITLES, ...rows), '2026-04-01', null);
      expect([receipt.refused, countsOf(receipt).slice(0, 3)]).toEqual([[], [rows.length, 2, 5]]);
      const groups = await asked('ALL');
      expect(groups.map(({ group, published: { national: { rates } } }) => [group, ...[rates.absence, rates.unauthorised, rates.persistent, rates.severe].map((rate) => Math.round(rate! * 10) / 10)])).toEqual([['CLA', 9, 3.5, 20.3, 6.4], ['CPP', 21.8, 12.8, 55.4, 15.4], ['CIN', 17.4, 8.2, 46, 11.3]]);
      expect(groups[0]).toMatchObject({ words: 'looked after for at least twelve months at 31 March', published: { series: 'CARE', national: { academicYear: 2024, term: 'YEAR', publishedOn: '2026-04-01', possible: 11_923_200 }, ownAuthority: { areaName: 'Wexmoor', rates: { absence: 9.5, severe: null }, symbols: expect.arrayContaining([{ measure: 'severe', symbol: 'c' }]) as unknown } } });
      expect((await asked('SECONDARY')).map(({ group, published: { national } }) => [group, national.rates.absence])).toEqual([['CLA', 12]]);
    });

    test('stand beside nothing else: the other series are as before', async () => {
      expect((await compare('ALL')).map(({ series }) => series)).toEqual(['DAILY', 'CENSUS']);
      const { data } = await portal.ask(person(Role.TEAM_MANAGER), '{ publishedHoldings { series figures authorities } }', {});
      expect(data).toMatchObject({ publishedHoldings: expect.arrayContaining([{ series: 'CARE', figures: 5, authorities: 1 }]) as unknown });
    });
  });

  describe('from the census file', () => {
    const rows = [
      ['Autumn and spring term', ...place('National'), 'Total', '7000000', '1900000000', '125970000', '85500000', '40470000', '6.63', '1234100', '17.63', '158200', '2.26', '64000000'],
      ['Autumn and spring term', ...place('Local authority', '990', 'Wexmoor'), 'Total', '60000', '15000000', '990000', '600000', '390000', '6.6', '10200', '17', '1200', '2', '500000'],
      ['Autumn and spring term', ...place('Local authority', '991', 'Eastmere'), 'Total', '10000', '2500000', '200000', '100000', '100000', '8', '2000', '20', '300', '3', 'c'],
      ['Autumn and spring term', ...place('Local authority', '992', 'Westmere'), 'Total', '90000', '22500000', '1350000', '900000', '450000', '6', '13500', '15', '1350', '1.5', 'low'],
      ['Autumn and spring term', ...place('Local authority', '993', 'Smallmere'), 'Total', 'c', 'c', 'c', 'c', 'c', 'c', 'c', 'c', 'c', 'c', 'c'],
      ['Autumn and spring term', ...place('Local authority', '990', 'Wexmoor'), 'Pupil Referral Unit', '60', '15000', '6000', '3000', '3000', '40', '50', '83', '30', '50', '1'],
    ];

    test('come beside the daily series and are not joined with it', async () => {
      expect(countsOf(await load(census(...rows), '2025-11-01'))).toEqual([6, 1, 4, 1, 0, 0]);
      const all = await compare('ALL');
      expect(of(all, 'CENSUS')).toMatchObject({ national: { publishedOn: '2025-11-01', rates: { persistent: 17.63, severe: 2.26 } }, ownAuthority: { areaName: 'Wexmoor', possible: 15_000_000, rates: { absence: 6.6, persistent: 17, severe: 2 } }, neighbours: null });
      expect(of(all, 'DAILY')).toMatchObject({ national: { publishedOn: '2026-07-23' }, ownAuthority: null, regional: null });
    });

    test('pool the neighbours as sum over sum, those without counts left out and counted', async () => {
      const list = (...codes: string[][]): string => csvOf(['LA code', 'Name'], ...codes);
      const neighbours = (text: string) => loadText(portal.ingest, async () => neighboursKind(), text);
      const three = list(['991', 'Eastmere'], ['992', 'Westmere'], ['993', 'Smallmere']);
      expect(countsOf(await neighbours(three))).toEqual([3, 0, 3, 0, 0, 0]);
      expect(countsOf(await neighbours(three))).toEqual([3, 0, 0, 0, 3, 0]);
      // 1,550,000 of 25,000,000 sessions; the mean of the two rates would be 7.
      expect(of(await compare('ALL'), 'CENSUS').neighbours).toMatchObject({ authorities: 3, pooled: ['Eastmere', 'Westmere'], possible: 25_000_000, rates: { absence: 6.2, persistent: 15.5, severe: 1.65 } });
      const fewer = await neighbours(list(['992', 'Westmere'], ['993', 'Smallmere']));
      expect(fewer.notes).toEqual(['No longer neighbours: Eastmere.']);
      expect(of(await compare('ALL'), 'CENSUS').neighbours).toMatchObject({ authorities: 2, pooled: ['Westmere'], rates: { absence: 6 } });
      expect((await refusalOf(neighbours(list(['990', 'Wexmoor'])))).refused[0]?.reason).toBe('This is the authority itself.');
    });

    test('show the region of the authority once its rows are there', async () => {
      expect(countsOf(await load(census(['Autumn and spring term', ...place('Regional'), 'Total', '900000', '200000000', '14000000', '9000000', '5000000', '7', '171000', '19', '18000', '2', '1']), '2025-11-01'))).toEqual([1, 0, 1, 0, 0, 0]);
      expect(of(await compare('ALL'), 'CENSUS').regional).toMatchObject({ areaName: 'East of England', rates: { absence: 7, persistent: 19 } });
    });

    test('prefer a longer stretch of the same year, and a later year to both', async () => {
      await load(census(['Autumn term', ...place('National'), 'Total', '7000000', '1000000', '60000', '50000', '10000', '6', '1', '0', '1', '0', '1']), '2026-01-01');
      expect(of(await compare('ALL'), 'CENSUS').national).toMatchObject({ term: 'AUTUMN_SPRING' });
      await load(census(['Autumn term', ...place('National'), 'Total', '7000000', '1000000', '60000', '50000', '10000', '6', '1', '0', '1', '0', '1']).replace('202425', '202526'), '2026-05-21');
      expect(of(await compare('ALL'), 'CENSUS').national).toMatchObject({ term: 'AUTUMN', academicYear: 2025 });
    });

    test('of four-year-olds, which hold no kinds of absence, are another file', async () => {
      const text = csvOf(['time_period', 'time_identifier', 'geographic_level', 'country_code', 'country_name', 'region_code', 'region_name', 'old_la_code', 'new_la_code', 'la_name', 'education_phase', 'sess_possible', 'sess_overall', 'sess_overall_percent'],
        ['202425', 'Autumn term', ...place('National'), 'Total', '79937741', '5265728', '6.58729']);
      expect((await refusalOf(load(text))).message).toMatch(/There is no column.*sess_authorised/);
    });
  });
});
