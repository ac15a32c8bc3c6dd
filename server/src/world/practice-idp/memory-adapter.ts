import type { Adapter, AdapterPayload } from 'oidc-provider';

interface Kept { payload: AdapterPayload; until: number }

const MOST = 2000;

/**
 * What the practice provider remembers: sign-ins under way, for minutes, in this process. A restart loses them and nothing
 * else, since the portal keeps its own sessions.
 */
export function memoryAdapter(now: () => number = Date.now): (model: string) => Adapter {
  const kept = new Map<string, Kept>();
  const alive = (key: string): AdapterPayload | undefined => {
    const found = kept.get(key);
    if (found !== undefined && found.until > now()) return found.payload;
    kept.delete(key);
    return undefined;
  };
  const forget = (): void => {
    for (const [key, { until }] of kept) if (until <= now()) kept.delete(key);
    for (const key of kept.keys()) {
      if (kept.size <= MOST) return;
      kept.delete(key);
    }
  };
  return (model) => {
    const keyOf = (id: string): string => `${model}:${id}`;
    const first = async (fits: (payload: AdapterPayload) => boolean): Promise<AdapterPayload | undefined> => {
      for (const key of [...kept.keys()]) {
        const payload = key.startsWith(`${model}:`) ? alive(key) : undefined;
        if (payload !== undefined && fits(payload)) return payload;
      }
      return undefined;
    };
    return {
      upsert: async (id, payload, expiresIn) => {
        forget();
        kept.set(keyOf(id), { payload, until: expiresIn === undefined ? Infinity : now() + expiresIn * 1000 });
      },
      find: async (id) => alive(keyOf(id)),
      findByUid: (uid) => first((payload) => payload.uid === uid),
      findByUserCode: (code) => first((payload) => payload.userCode === code),
      consume: async (id) => {
        const payload = alive(keyOf(id));
        if (payload !== undefined) payload.consumed = Math.floor(now() / 1000);
      },
      destroy: async (id) => {
        kept.delete(keyOf(id));
      },
      revokeByGrantId: async (grantId) => {
        for (const [key, { payload }] of kept) if (payload.grantId === grantId) kept.delete(key);
      },
    };
  };
}
