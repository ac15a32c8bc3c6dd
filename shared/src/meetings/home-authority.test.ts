import { belongsToHome, homeAuthorityLetter, livesIn, SUPPORT_SERVICE_NAMES, whoseService } from './index.ts';

test('family support and missing education are the home authority’s; of anything else it is asked', () => {
  expect(SUPPORT_SERVICE_NAMES.filter(belongsToHome)).toEqual(['EARLY_HELP', 'MISSING_EDUCATION', 'HOME_EDUCATION']);
  expect(whoseService('EARLY_HELP', 991)).toContain('belongs to authority 991');
  expect(whoseService('HOUSING', 991)).toContain('Ask authority 991');
  expect(livesIn(992)).toBe('Lives in authority 992');
});

test.each<[string, string[], string]>([['with a service', ['School transport'], 'They think that this would help: School transport.'], ['without one', [], 'No service was asked for there.']])('a letter %s says who, where and when, and nothing of the family', (_name, services, words) => {
  const letter = homeAuthorityLetter({ homeLa: 991, authority: 'Wexmoor Council', school: 'Oakmere Academy', pupil: 'Mason Thirkell', meetingOn: '19 November 2026', services });
  expect(letter).toContain('To the attendance team of authority 991');
  expect(letter).toContain('Mason Thirkell lives in your area and goes to Oakmere Academy, in ours.');
  expect(letter).toContain(words);
});
