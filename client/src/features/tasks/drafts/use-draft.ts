import { CombinedGraphQLErrors } from '@apollo/client/errors';
import { useEffect, useSyncExternalStore } from 'react';
import { usePortalClient, type PortalClient } from '../../../graphql/portal-client.ts';
import { problemOf } from '../../../graphql/save.ts';
import { useMe } from '../../identity/index.ts';
import { DraftStore, keyOfDraft, type DraftAbout, type DraftName } from './draft-store.ts';
import { DraftTextsDocument, SaveDraftTextDocument } from './drafts.generated.ts';

/** One for each client, and so for each person’s page: nothing is shared where the server draws pages. */
const stores = new WeakMap<PortalClient, DraftStore>();
/** Refusals that asking again does not change. */
const FINAL: readonly unknown[] = ['NOT_FOUND', 'INVALID', 'FORBIDDEN'];

function storeOf(client: PortalClient, userId: number | null): DraftStore {
  const held = stores.get(client);
  if (held !== undefined) return held;
  const made = new DraftStore(`drafts:${userId ?? 0}`, {
    save: async ({ meetingId, taskId, part, pupilId, value, base }, fetchOptions) => {
      try {
        const { data } = await client.mutate({ mutation: SaveDraftTextDocument, context: { fetchOptions }, variables: { input: { meetingId, taskId, part, pupilId, value: value ?? '', base } } });
        return data?.saveDraftText ?? { problem: problemOf(null).text, isFinal: false };
      } catch (error) {
        return { problem: problemOf(error).text, isFinal: CombinedGraphQLErrors.is(error) && FINAL.includes(error.errors[0]?.extensions?.code) };
      }
    },
    load: async (about) => {
      const answer = await client.query({ query: DraftTextsDocument, variables: about, fetchPolicy: 'network-only' }).catch(() => null);
      return answer?.data?.draftTexts ?? null;
    },
  });
  stores.set(client, made);
  return made;
}

/** A text of a form as it is kept, and what is done with it. */
export interface DraftHandle {
  /** What is kept; null for nothing. */
  readonly value: string | null;
  readonly write: (value: string | null) => void;
  /** Sends the form: the text is gone when that went well, and what is kept beside it. */
  readonly send: <Answer>(send: () => Promise<Answer>) => Promise<Answer>;
  /** Why the portal does not have it yet, in words. */
  readonly problem: string | null;
  /** What another window of the same person kept meanwhile. */
  readonly other: string | null;
  readonly decide: (takeOther: boolean) => void;
}

/** Asks once for what is kept about a meeting or a task: for the page or form that has its texts. */
export function useDraftsOf({ meetingId, taskId }: DraftAbout): void {
  const client = usePortalClient();
  const { me: { id }, can } = useMe();
  const may = can('task:write');
  useEffect(() => { if (may) void storeOf(client, id).open({ meetingId, taskId }); }, [client, id, may, meetingId, taskId]);
}

/** The fields about a meeting or a task that hold words nobody has sent. */
export function useDraftParts(about: DraftAbout): string[] {
  const client = usePortalClient();
  const { me: { id } } = useMe();
  const store = storeOf(client, id);
  return useSyncExternalStore(store.subscribe, () => store.partsOf(about), () => '').split('\n').filter((part) => part !== '');
}

/** One text of a form, kept as it is typed. Nothing is kept where the server draws the page. */
export function useDraft(name: DraftName): DraftHandle {
  const client = usePortalClient();
  const { me: { id } } = useMe();
  const store = storeOf(client, id);
  const key = keyOfDraft(name);
  const draft = useSyncExternalStore(store.subscribe, () => store.find(key), () => null);
  const failed = useSyncExternalStore(store.subscribe, store.whatFailed, () => null);
  return {
    value: draft?.value ?? null, write: (value) => store.write(name, value), send: (send) => store.send(name, send), problem: draft?.isDirty === true ? failed : null,
    other: draft?.other ?? null, decide: (takeOther) => store.decide(name, takeOther),
  };
}
