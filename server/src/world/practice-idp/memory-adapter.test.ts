import { memoryAdapter } from './memory-adapter.ts';

describe('what the practice provider remembers', () => {
  it('is forgotten in time, and by name', async () => {
    let now = 0;
    const adapter = memoryAdapter(() => now)('AuthorizationCode');
    await adapter.upsert('a', { uid: 'u', grantId: 'g' }, 60);
    await adapter.upsert('b', { grantId: 'g' }, 120);
    expect(await adapter.find('a')).toMatchObject({ uid: 'u' });
    expect(await adapter.findByUid('u')).toMatchObject({ grantId: 'g' });
    now = 60_000;
    expect(await adapter.find('a')).toBeUndefined();
    expect(await adapter.findByUid('u')).toBeUndefined();
    expect(await adapter.find('b')).toBeDefined();
    await adapter.revokeByGrantId('g');
    expect(await adapter.find('b')).toBeUndefined();
  });

  it('says that a code was used', async () => {
    const adapter = memoryAdapter(() => 5000)('AuthorizationCode');
    await adapter.upsert('a', {}, 60);
    await adapter.consume('a');
    expect(await adapter.find('a')).toEqual({ consumed: 5 });
  });

  it('keeps kinds apart', async () => {
    const of = memoryAdapter();
    await of('Session').upsert('a', { uid: 'u' }, 60);
    expect(await of('Grant').find('a')).toBeUndefined();
    expect(await of('Grant').findByUid('u')).toBeUndefined();
  });

  it('does not grow without end', async () => {
    const adapter = memoryAdapter()('Interaction');
    for (let each = 0; each < 2100; each += 1) await adapter.upsert(String(each), {}, 60);
    expect(await adapter.find('0')).toBeUndefined();
    expect(await adapter.find('2099')).toBeDefined();
  });
});
