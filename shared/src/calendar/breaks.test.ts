import { bankHolidaysWithin, termsWithoutBreaks } from './index.ts';

const autumn = { name: 'Autumn', startsOn: '2026-09-03', endsOn: '2026-12-18' };

describe('terms without their breaks', () => {
  test('a break within a term makes two of it, numbered', () => expect(termsWithoutBreaks([autumn], [{ startsOn: '2026-10-26', endsOn: '2026-10-30' }])).toEqual([
    { name: 'Autumn 1', startsOn: '2026-09-03', endsOn: '2026-10-23' }, { name: 'Autumn 2', startsOn: '2026-11-02', endsOn: '2026-12-18' }]));

  test('a break outside changes nothing, one at an edge shortens, one over all leaves nothing', () => {
    expect(termsWithoutBreaks([autumn], [{ startsOn: '2026-12-21', endsOn: '2027-01-01' }])).toEqual([autumn]);
    expect(termsWithoutBreaks([autumn], [{ startsOn: '2026-09-01', endsOn: '2026-09-04' }])).toEqual([{ ...autumn, startsOn: '2026-09-07' }]);
    expect(termsWithoutBreaks([autumn], [{ startsOn: '2026-12-14', endsOn: '2026-12-18' }])).toEqual([{ ...autumn, endsOn: '2026-12-11' }]);
    expect(termsWithoutBreaks([autumn], [{ startsOn: '2026-08-01', endsOn: '2026-12-31' }])).toEqual([]);
  });

  test('two breaks make three parts, in whichever order they are given', () => expect(termsWithoutBreaks([autumn], [{ startsOn: '2026-11-16', endsOn: '2026-11-17' }, { startsOn: '2026-10-26', endsOn: '2026-10-30' }]).map(({ name, startsOn }) => [name, startsOn])).toEqual([
    ['Autumn 1', '2026-09-03'], ['Autumn 2', '2026-11-02'], ['Autumn 3', '2026-11-18']]));
});

test('bank holidays of a term are closures of it', () => expect(bankHolidaysWithin([{ name: 'Summer', startsOn: '2027-04-12', endsOn: '2027-05-28' }])).toEqual([{ on: '2027-05-03', kind: 'BANK_HOLIDAY', label: 'Bank holiday' }]));
