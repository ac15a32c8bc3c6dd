import { readCookie } from './cookies.ts';

const read = (cookie: string | undefined) => readCookie({ headers: cookie === undefined ? {} : { cookie } }, '__Host-attendance');

describe('reading a cookie', () => {
  it.each([
    ['__Host-attendance=abc', 'abc'],
    ['theme=dark; __Host-attendance=abc; other=1', 'abc'],
    ['__Host-attendance=first; __Host-attendance=second', 'first'],
    ['x__Host-attendance=abc', undefined],
    ['__Host-attendance-sign-in=abc', undefined],
    ['__Host-attendance=', undefined],
    ['__Host-attendance', undefined],
    ['', undefined],
    [undefined, undefined],
  ])('%j gives %j', (header, expected) => {
    expect(read(header)).toBe(expected);
  });
});
