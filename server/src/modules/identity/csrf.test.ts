import { signOfForgery } from './csrf.ts';

const ORIGIN = 'https://portal.example';
const own = { 'origin': ORIGIN, 'sec-fetch-site': 'same-origin', 'x-csrf-token': 'token' };

describe('the sign of a forged request', () => {
  it.each([
    ['none on the portal’s own page', own, undefined],
    ['none from a browser that sends no Sec-Fetch-Site', { 'origin': ORIGIN, 'x-csrf-token': 'token' }, undefined],
    ['no origin', { 'sec-fetch-site': 'same-origin', 'x-csrf-token': 'token' }, 'NO_ORIGIN'],
    ['another origin', { ...own, origin: 'https://portal.example.evil.example' }, 'OTHER_ORIGIN'],
    ['the same host without TLS', { ...own, origin: 'http://portal.example' }, 'OTHER_ORIGIN'],
    ['a neighbouring host', { ...own, 'sec-fetch-site': 'same-site' }, 'OTHER_SITE'],
    ['a typed address', { ...own, 'sec-fetch-site': 'none' }, 'OTHER_SITE'],
    ['no token', { origin: ORIGIN }, 'NO_TOKEN'],
    ['a wrong token', { ...own, 'x-csrf-token': 'tokeN' }, 'WRONG_TOKEN'],
    ['a longer token', { ...own, 'x-csrf-token': 'token, token' }, 'WRONG_TOKEN'],
  ])('%s', (_what, headers, expected) => {
    expect(signOfForgery(headers, ORIGIN, 'token')).toBe(expected);
  });
});
