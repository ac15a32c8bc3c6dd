import { isOfPlans, LIST_TITLES, listMoves, listMovesWords, membersMark, pupilAlertSentence, pupilConditions, toldAfter, untold, watchedSchoolSentence, WORK_LIST_KINDS, WORK_LIST_TITLES, workListLimits, type SchoolCondition, type SiblingAway } from '@attendance/shared/attendance';
import { academicYearOf } from '@attendance/shared/calendar';
import type { Operation } from '../../../platform/graphql/operation.ts';
import { siblingsOf, type TogetherRepository } from '../together/together.repository.ts';
import { changing } from './changing.ts';
import type { SavedViewRepository } from './saved-view.repository.ts';
import { askedViews } from './saved-view.service.ts';
import type { WatchListRepository } from './watch-list.repository.ts';
import { entriesOf, schoolNow, siblingsIn } from './watched.ts';
import type { WatchAlertsType, WatchAlertType } from './watch.type.ts';

const SCHOOL_WORDS: Readonly<Record<SchoolCondition, string>> = { FALL: 'Attendance fell', SILENT: 'No marks' };
/** Children of one view whose names are looked up at once. */
const MOST_NAMED = 100;
const MOST_READ = 200;

/** What a change says, once it is known what brothers and sisters did: only of those that are shown is it looked up. */
type Why = (away: ReadonlyMap<number, SiblingAway>) => string;
/** A change, which list or view it is on, and by which enrolments. */
interface Change extends Omit<WatchAlertType, 'sentence'> { readonly of: 'PUPILS' | 'SCHOOLS' | 'VIEW'; readonly sourceId: number; readonly enrolments: readonly number[]; readonly why: Why }
/** What is so of one watched child or school, or of one view, and what of it was told. */
interface EntryState { readonly entryId: number; readonly now: readonly string[]; readonly told: readonly string[] }
interface ViewState { readonly viewId: number; /** Told as a whole, who came on it and who went off it: meetings change it. */ readonly isOfPlans: boolean; readonly now: readonly number[]; readonly told: readonly number[] }
interface State { readonly changes: readonly Change[]; readonly total: number; readonly entries: readonly EntryState[]; readonly views: readonly ViewState[] }

const entryAlert = (entryId: number, condition: string): string => `L${entryId}.${condition}`;
const viewAlert = (viewId: number, enrolmentId: number): string => `V${viewId}.${enrolmentId}`;

/** A list by plans as it is now: marked as read, it is known to be the one that was on screen. */
const movesAlert = ({ viewId, now }: ViewState): string => `V${viewId}.is${membersMark(now)}`;
const hasMoved = ({ now, told }: ViewState): boolean => { const { on, off } = listMoves(now, told); return on + off > 0; };

/** The changes of a view, by the names a look at them is marked as read with. */
function changesOf(view: ViewState): string[] {
  if (view.isOfPlans) return hasMoved(view) ? [movesAlert(view)] : [];
  return untold(view.now, view.told).map((each) => viewAlert(view.viewId, each));
}

/** What counts as told of a view after a look: of a list by plans all it holds, or nothing new. */
function viewTold(view: ViewState, read: ReadonlySet<string>): readonly number[] {
  if (view.isOfPlans) return read.has(movesAlert(view)) ? view.now : view.told;
  return toldAfter(view.now, view.told, view.now.filter((each) => read.has(viewAlert(view.viewId, each))));
}

/** What is so now of one's own lists and views and was not told yet (docs/adr/0017): worked out when asked for, never while marks come in. */
export class WatchAlertsService {
  constructor(private readonly lists: WatchListRepository, private readonly views: SavedViewRepository, private readonly families: TogetherRepository) {}

  /** The first changes, and how many there are. */
  async alerts(operation: Operation, take: number): Promise<WatchAlertsType> {
    const { changes, total } = await this.state(operation);
    const shown = changes.slice(0, take);
    const away = await siblingsOf(operation, this.families, shown.flatMap(({ enrolments }) => enrolments));
    const items = shown.map(({ why, ...change }) => ({ ...change, sentence: why(away) }));
    operation.audit.viewed(items.flatMap(({ pupilId }) => (pupilId === null ? [] : [pupilId])));
    return { total, items };
  }

  /** Every change as a digest counts it: by list or view. */
  async changed(operation: Operation): Promise<{ of: Change['of']; id: number }[]> {
    const { changes, views } = await this.state(operation);
    return [...changes.filter(({ of }) => of !== 'VIEW').map(({ of, sourceId }) => ({ of, id: sourceId })), ...views.flatMap((view) => changesOf(view).map(() => ({ of: 'VIEW' as const, id: view.viewId })))];
  }

  /** Takes the changes named as read; what is so no longer is forgotten. How many are left. */
  async markRead(operation: Operation, ids: readonly string[]): Promise<number> {
    const read = new Set(ids.slice(0, MOST_READ));
    changing(operation, { read: read.size });
    const { entries, views, total } = await this.state(operation);
    const after = entries.map(({ entryId, now, told }) => ({ entryId, told, next: toldAfter(now, told, now.filter((each) => read.has(entryAlert(entryId, each)))) }));
    const viewsAfter = views.map((view) => ({ viewId: view.viewId, told: view.told, next: viewTold(view, read) }));
    await this.lists.tell(operation, after.filter(({ told, next }) => told.join() !== next.join()).map(({ entryId, next }) => ({ entryId, told: next })));
    await this.views.tell(operation, viewsAfter.filter(({ told, next }) => told.join() !== next.join()).map(({ viewId, next }) => ({ viewId, enrolments: next })));
    const known = entries.flatMap(({ entryId, now, told }) => untold(now, told).map((each) => entryAlert(entryId, each))).concat(views.flatMap(changesOf));
    return total - known.filter((id) => read.has(id)).length;
  }

  private async state(operation: Operation): Promise<State> {
    if (operation.actor.userId === null) return { changes: [], total: 0, entries: [], views: [] };
    const limits = workListLimits(operation.today);
    const year = academicYearOf(operation.today);
    const lists = new Map((await this.lists.lists(operation, null, null)).filter(({ isMine }) => isMine).map((list) => [list.id, list]));
    const changes: Change[] = [];
    const entries: EntryState[] = [];
    for (const pupil of lists.size === 0 ? [] : entriesOf(await this.lists.pupils(operation, year, null))) {
      const list = lists.get(pupil.listId);
      if (list === undefined) continue;
      const asked = pupilConditions(pupil.standings, list.alertKinds, limits);
      const fresh = untold<string>(asked, pupil.told);
      // What was not asked for but is so stays known, so that it is no news on the day it is asked for.
      entries.push({ entryId: pupil.entryId, told: pupil.told, now: pupilConditions(pupil.standings, WORK_LIST_KINDS, limits).filter((kind) => list.alertKinds.includes(kind) || pupil.told.includes(kind)) });
      for (const kind of asked.filter((each) => fresh.includes(each))) {
        changes.push({ id: entryAlert(pupil.entryId, kind), of: 'PUPILS', sourceId: list.id, from: list.name, fromPath: `/watching/${list.id}`, pupilId: pupil.pupilId, schoolId: pupil.schoolId, name: pupil.name, what: WORK_LIST_TITLES[kind], enrolments: pupil.recent.map(({ enrolmentId }) => enrolmentId), why: (away) => pupilAlertSentence(kind, pupil.standings, limits, siblingsIn(pupil, away)) });
      }
    }
    for (const school of lists.size === 0 ? [] : await this.lists.schools(operation, year, limits.recentWeeks, null)) {
      const list = lists.get(school.listId);
      if (list === undefined) continue;
      const now = schoolNow(school, { fallPoints: list.alertFallPoints, silentDays: list.alertSilentDays }, limits);
      entries.push({ entryId: school.entryId, told: school.told, now });
      for (const condition of untold<string>(now, school.told) as SchoolCondition[]) {
        changes.push({ id: entryAlert(school.entryId, condition), of: 'SCHOOLS', sourceId: list.id, from: list.name, fromPath: `/watching/${list.id}`, pupilId: null, schoolId: school.schoolId, name: school.name, what: SCHOOL_WORDS[condition], enrolments: [], why: () => watchedSchoolSentence(school, limits.recentWeeks) });
      }
    }
    const views = (await this.views.views(operation)).filter(({ isMine, alertJoins }) => isMine && alertJoins);
    const asked = askedViews(views);
    const held = await this.views.enrolments(operation, year, asked);
    const kinds = new Map(asked.map(({ id, kind }) => [id, kind]));
    const states = views.map((view): ViewState => ({ viewId: view.id, isOfPlans: isOfPlans(kinds.get(view.id) ?? 'SEVERE'), now: held.get(view.id) ?? [], told: view.told ?? [] }));
    for (const state of states.filter((each) => each.isOfPlans && hasMoved(each))) {
      const [view, kind] = [views.find(({ id }) => id === state.viewId), kinds.get(state.viewId)];
      if (view !== undefined && kind !== undefined) changes.push({ id: movesAlert(state), of: 'VIEW', sourceId: view.id, from: view.name, fromPath: view.path, pupilId: null, schoolId: null, name: LIST_TITLES[kind], what: 'Severe absence and plans', enrolments: [], why: () => listMovesWords(listMoves(state.now, state.told)) });
    }
    const joined = states.filter((each) => !each.isOfPlans).flatMap(({ viewId, now, told }) => untold(now, told).map((enrolmentId) => ({ viewId, enrolmentId })));
    const rows = joined.length === 0 ? [] : await this.views.joined(operation, year, joined.slice(0, MOST_NAMED).map(({ enrolmentId }) => enrolmentId));
    for (const row of rows) {
      for (const { viewId } of joined.filter(({ enrolmentId }) => enrolmentId === row.enrolmentId)) {
        const view = views.find(({ id }) => id === viewId);
        const kind = kinds.get(viewId);
        if (view === undefined || kind === undefined || isOfPlans(kind)) continue;
        changes.push({ id: viewAlert(viewId, row.enrolmentId), of: 'VIEW', sourceId: viewId, from: view.name, fromPath: view.path, pupilId: row.pupilId, schoolId: null, name: row.name, what: WORK_LIST_TITLES[kind], enrolments: [row.enrolmentId], why: (away) => pupilAlertSentence(kind, [row.standing], limits, [away.get(row.enrolmentId) ?? null]) });
      }
    }
    return { changes, total: changes.filter(({ of }) => of !== 'VIEW').length + states.flatMap(changesOf).length, entries, views: states };
  }
}
