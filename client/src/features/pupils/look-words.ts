import { asSentence } from '@attendance/shared/kernel';
/** What each kind of request did, from the side of the child whose record it touched. */
const DID: Readonly<Record<string, string>> = {
  PupilPage: 'Opened the record',
  FindPupils: 'Found in a search',
  PupilList: 'Seen in a list',
  PupilsPage: 'Seen in a list',
  SchoolPage: 'Seen in a school’s list',
  HomePage: 'Seen on the home page',
  WatchingPage: 'Seen among those watched',
  WatchListPage: 'Seen on a watch list',
  Watch: 'Put on a watch list',
  StopWatching: 'Taken off a watch list',
  ExplainFigure: 'Seen behind a figure',
  ExplainedPage: 'Seen behind a figure',
  BarrierPage: 'Seen on an area barrier',
  LogBarrier: 'Linked to an area barrier',
  LinkBarrier: 'Area barrier linked',
  SiblingsPage: 'Seen in a list',
  TransitionPage: 'Seen in a list',
  importRegister: 'Register received',
  uploadRegister: 'Register sent in',
  DeliveryPage: 'Looked at a delivery',
  DeliveriesPage: 'Looked at deliveries',
  MyAccessPage: 'Looked at own access log',
  signIn: 'Signed in',
  signOut: 'Signed out',
  signOutEverywhere: 'Signed out everywhere',
  signInRefused: 'Sign-in refused',
  ChangeRole: 'Changed role',
  Me: 'Started the portal',
  Freshness: 'Looked up how fresh the marks are',
};

const KINDS: Readonly<Record<string, string>> = {
  COLLECTED: 'Taken in', CHANGED: 'Changed', VIEWED: 'Seen', DISCLOSED: 'Sent out', COMBINED: 'Combined', ERASED: 'Erased',
};

/** "Opened the record" for PupilPage; a name nobody has put into words yet is spelled out: "School figures page". */
export function lookWords(operation: string): string {
  const known = DID[operation];
  if (known !== undefined) return known;
  const words = operation.replace(/_/g, ' ').replace(/([a-z\d])([A-Z])/g, '$1 $2').trim().toLowerCase();
  return words === '' ? 'Something without a name' : asSentence(words);
}

/** "Seen", "Changed", "Sent out": which of the six things the trail records. */
export function lookKind(kind: string): string {
  return KINDS[kind] ?? lookWords(kind);
}

/** Whether a request is about one record, whoever else is named on it. */
export function opensOneRecord(operation: string): boolean {
  return operation === 'PupilPage';
}

/** What a look was from the side of one child: naming a brother or sister on a record is not opening theirs. */
export function lookWordsFor(look: { readonly operation: string; readonly pupilId: string | null }): string {
  return opensOneRecord(look.operation) && look.pupilId === null ? 'Seen in passing' : lookWords(look.operation);
}
