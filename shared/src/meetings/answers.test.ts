import fc from 'fast-check';
import { ANSWER_FIELDS, ANSWER_PLACES, answerProblem, isSectionComplete, mayAnswer, MEETING_STATUSES, preparationProgress, presentPeople, pupilLine, schoolSection, sectionGaps, type Answer, type AnswerPlace } from './index.ts';

const answer = (place: AnswerPlace, field: string, value: string, subject = ''): Answer => ({ place, subject, field, value });

describe('a box of the papers', () => {
  test.each<[AnswerPlace, string, string, string | null]>([
    ['PUPIL', 'PLAN_STATUS', 'NONE', null], ['PUPIL', 'PLAN_STATUS', 'SOME', 'Plan: choose one of the list'], ['PUPIL', 'PLAN_STATUS', 'toString', 'Plan: choose one of the list'], ['PUPIL', 'BARRIERS', 'ANXIETY,SLEEP', null],
    ['PUPIL', 'BARRIERS', 'ANXIETY,NOTHING', 'Barriers: choose from the list'], ['PUPIL', 'DISCUSSED', 'NO', 'Discussed: yes or nothing'], ['PUPIL', 'LEAD', 'x'.repeat(201), 'Lead practitioner: write 200 characters or fewer'],
    ['SECTION', 'NEXT_ON', '2026-02-30', 'Next meeting: enter a real date'], ['SECTION', 'NEXT_ON', '2027-02-03', null], ['SECTION', 'constructor', 'x', 'There is no such box on this form'], ['NOTES', 'OFFICER', '', null],
  ])('%s %s = %s: %p', (place, field, value, problem) => expect(answerProblem(place, field, value)).toBe(problem));

  test('may always be emptied', () => {
    for (const place of ANSWER_PLACES) for (const field of Object.keys(ANSWER_FIELDS[place])) expect(answerProblem(place, field, '')).toBeNull();
  });

  test('is written by one side at a time, and by nobody when the record is locked', () => {
    for (const place of ANSWER_PLACES) {
      expect(mayAnswer(place, 'LA', 'LOCKED') || mayAnswer(place, 'SCHOOL', 'LOCKED')).toBe(false);
      for (const status of MEETING_STATUSES) expect(mayAnswer(place, 'LA', status) && mayAnswer(place, 'SCHOOL', status)).toBe(false);
    }
    expect(mayAnswer('PREPARATION', 'SCHOOL', 'BOOKED')).toBe(true);
    expect(mayAnswer('PREPARATION', 'SCHOOL', 'PREPARED')).toBe(false);
    expect(mayAnswer('PUPIL', 'LA', 'HELD')).toBe(true);
    expect(mayAnswer('PUPIL', 'LA', 'RECORD_ISSUED')).toBe(false);
  });
});

describe('a preparation', () => {
  test('names what it still needs; blanks are nothing', () => {
    expect(preparationProgress([])).toEqual({ filled: 0, of: 15, missing: ['How attendance is going', 'Your three priorities this term', 'What worked since we last met, and what did not', 'Who will come'] });
    expect(preparationProgress([answer('PREPARATION', 'PICTURE', '  \n'), answer('PREPARATION', 'PRIORITIES', 'Year 9'), answer('SECTION', 'PICTURE', 'Elsewhere')])).toMatchObject({ filled: 1, missing: ['How attendance is going', 'What worked since we last met, and what did not', 'Who will come'] });
  });
});

test('a line without a name is nobody who is there', () => {
  expect(presentPeople([answer('PRESENT', 'NAME', ' Kerry Bright ', 'b'), answer('PRESENT', 'PART', 'CHAMPION', 'b'), answer('PRESENT', 'HERE', 'YES', 'b'), answer('PRESENT', 'PART', 'HEAD', 'a'), answer('PRESENT', 'NAME', 'Ola Ness', 'c')]))
    .toEqual([{ subject: 'b', name: 'Kerry Bright', part: 'CHAMPION', isHere: true }, { subject: 'c', name: 'Ola Ness', part: null, isHere: false }]);
});

describe('the record from its boxes', () => {
  const pupil = (more: Readonly<Record<string, string>> = {}): Answer[] => Object.entries({ DISCUSSED: 'YES', PLAN_STATUS: 'NONE', BARRIERS: 'ANXIETY', EARLY_HELP: 'NO', RATING: 'RED', SAFEGUARDING: 'YES', ...more }).map(([field, value]) => answer('PUPIL', field, value, '7'));
  const section = (answers: readonly Answer[]) => schoolSection(answers, 'RED', [pupilLine(answers, '7', 'RED')], 0);
  const WHOLE = Object.entries({ FINDINGS: 'Fridays', TREND: 'STEADY', DATA_QUALITY: 'GOOD', SCHOOL_RATING: 'AMBER', OFFICER_RATING: 'RED' }).map(([field, value]) => answer('SECTION', field, value));

  test('is complete when each box that counts is filled', () => {
    expect(sectionGaps(section([...WHOLE, ...pupil()]))).toEqual([]);
    expect(isSectionComplete(section([...WHOLE, ...pupil()]))).toBe(true);
    expect(sectionGaps(section([...WHOLE, ...pupil({ PLAN_STATUS: 'IN_PLACE_WORKING' })]))).toEqual(['Name the lead practitioner of 1 pupil with a plan']);
    expect(sectionGaps(section([...WHOLE, ...pupil({ DISCUSSED: '' })]))).toEqual(['Mark 1 pupil as discussed, or say why not']);
    expect(sectionGaps(section([...WHOLE, ...pupil({ DISCUSSED: '', NOT_DISCUSSED: 'Moved away' })]))).toEqual([]);
    expect(sectionGaps(section([...WHOLE, ...pupil({ RATING: 'AMBER' })]))).toEqual(['Say why 1 pupil is rated otherwise than proposed']);
  });

  test('another pupil’s boxes are never read for this one', () => fc.assert(fc.property(fc.constantFrom(...Object.keys(ANSWER_FIELDS.PUPIL)), fc.string(), (field, value) => {
    expect(pupilLine([answer('PUPIL', field, value, '8')], '7', 'RED')).toEqual(pupilLine([], '7', 'RED'));
  })));
});
