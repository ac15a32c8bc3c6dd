import { localPath } from './return-to.ts';

describe('the page to go back to', () => {
  it.each([
    [undefined, '/'],
    ['', '/'],
    ['/', '/'],
    ['/pupils/12?section=register#week', '/pupils/12?section=register#week'],
    ['/authors', '/authors'],
    ['/a/../pupils', '/pupils'],
  ])('%j is %j', (asked, expected) => {
    expect(localPath(asked)).toBe(expected);
  });

  it.each([
    '//evil.example', '///evil.example', '/\\evil.example', '\\\\evil.example', 'https://evil.example', 'https:evil.example', 'javascript:alert(1)', 'pupils',
    '/\t/evil.example', '/\n/evil.example', ' //evil.example', '/pupils\u0000', '/.//evil.example', '/%5c\\evil', '/auth', '/auth/callback?code=1', '/./auth/sign-in', '/AUTH/sign-in',
    `/${'x'.repeat(3000)}`, ['/pupils', '/pupils'], { path: '/' },
  ])('%j is refused', (asked) => {
    expect(localPath(asked)).toBeUndefined();
  });
});
