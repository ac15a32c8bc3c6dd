import { FALL_POINTS, pupilConditions, SILENT_DAYS, untold, WatchKind, watchedPupilSentence, watchedSchoolSentence, WORK_LIST_KINDS, workListLimits, type WorkListKind } from '@attendance/shared/attendance';
import { academicYearOf } from '@attendance/shared/calendar';
import { ruleValue } from '@attendance/shared/kernel';
import { notFound, Refusal, RefusalCode } from '../../../platform/errors/refusal.ts';
import type { Operation } from '../../../platform/graphql/operation.ts';
import { siblingsOf, type TogetherRepository } from '../together/together.repository.ts';
import { changedMeanwhile, changing, givenKey, givenWords, mayShare, numberOf, SHARING_ROLES } from './changing.ts';
import type { ListRow, WatchListRepository } from './watch-list.repository.ts';
import { entriesOf, schoolNow, siblingsIn, type WatchedPupil } from './watched.ts';
import type { NewWatch, NewWatchList, WatchListChange } from './watch.inputs.ts';
import type { WatchColleagueType, WatchedPupilType, WatchListPageType, WatchListType } from './watch.type.ts';

const NAME = { least: 2, most: 60 };
const WHY = { least: 5, most: 200 };
/** What a new list of children tells of, until its owner chooses otherwise. */
const FIRST_KINDS: readonly WorkListKind[] = ['NOT_SEEN', 'SEVERE', 'NEWLY_PERSISTENT', 'CAME_BACK'];

/** Keeping lists of children and schools: one's own to change, shared ones to read. */
export class WatchListService {
  constructor(private readonly lists: WatchListRepository, private readonly families: TogetherRepository) {}

  /** Lists one may read, one's own first; `holds` says which hold the child or school asked about. */
  async all(operation: Operation, pupilId: number | string | null, schoolId: number | null): Promise<WatchListType[]> {
    return this.lists.lists(operation, pupilId === null ? null : numberOf(pupilId), schoolId);
  }

  /** One list with its members within reach and their figures today. */
  async page(operation: Operation, id: number | string): Promise<WatchListPageType> {
    const list = await this.find(operation, id);
    const limits = workListLimits(operation.today);
    const year = academicYearOf(operation.today);
    const pupils = list.kind === WatchKind.PUPILS ? entriesOf(await this.lists.pupils(operation, year, list.id)) : [];
    const schools = list.kind === WatchKind.SCHOOLS ? await this.lists.schools(operation, year, limits.recentWeeks, list.id) : [];
    const away = await siblingsOf(operation, this.families, pupils.flatMap(({ recent }) => recent.map(({ enrolmentId }) => enrolmentId)));
    operation.audit.viewed(pupils.map(({ pupilId }) => pupilId));
    Object.assign(operation.audit.details, { watchList: list.id });
    return {
      list,
      pupils: pupils.map((pupil): WatchedPupilType => ({ ...pupil, recent: [...pupil.recent], ...totalsOf(pupil), sentence: watchedPupilSentence(pupil.standings, limits, siblingsIn(pupil, away)) })),
      schools: schools.map((school) => ({ ...school, sentence: watchedSchoolSentence(school, limits.recentWeeks) })),
    };
  }

  /** Makes a list; the same key again gives the one made before. */
  async create(operation: Operation, { key, name, kind, shared }: NewWatchList): Promise<WatchListType> {
    changing(operation, { made: 'watch list', kind });
    const alerts = kind === WatchKind.PUPILS
      ? { kinds: FIRST_KINDS, fallPoints: null, silentDays: null }
      : { kinds: [], fallPoints: ruleValue('watch.school-fall.points', operation.today), silentDays: ruleValue('watch.school-silent.school-days', operation.today) };
    const { id, isNew } = await this.lists.create(operation, givenKey(key), givenWords(name, 'name', NAME.least, NAME.most), kind, mayShare(operation, shared), alerts);
    Object.assign(operation.audit.details, { watchList: id, again: !isNew });
    return this.find(operation, id);
  }

  /** Renames, shares, and says what is told. A reason newly asked for is not told of those of whom it is so already. */
  async change(operation: Operation, asked: WatchListChange): Promise<WatchListType> {
    changing(operation, { watchList: numberOf(asked.id) });
    const before = await this.mine(operation, asked.id);
    const to = {
      name: givenWords(asked.name, 'name', NAME.least, NAME.most), shared: mayShare(operation, asked.shared), kinds: before.kind === WatchKind.PUPILS ? WORK_LIST_KINDS.filter((kind) => asked.alertKinds.includes(kind)) : [],
      fallPoints: before.kind === WatchKind.SCHOOLS ? within(asked.alertFallPoints ?? null, FALL_POINTS, 'alertFallPoints') : null,
      silentDays: before.kind === WatchKind.SCHOOLS ? within(asked.alertSilentDays ?? null, SILENT_DAYS, 'alertSilentDays') : null,
    };
    if (!(await this.lists.change(operation, before.id, asked.version, to))) {
      const isDone = before.version === asked.version + 1 && before.name === to.name && before.shared === to.shared && before.alertKinds.join() === to.kinds.join() && before.alertFallPoints === to.fallPoints && before.alertSilentDays === to.silentDays;
      if (!isDone) throw changedMeanwhile('list');
    } else await this.takeAsTold(operation, before, to);
    return this.find(operation, before.id);
  }

  /** Gives a shared list to a colleague who can read it. */
  async handOver(operation: Operation, id: number | string, version: number, to: number | string): Promise<WatchListType> {
    const colleague = numberOf(to);
    changing(operation, { watchList: numberOf(id), handedTo: colleague });
    const list = await this.find(operation, id);
    if (!list.isMine && list.version === version + 1) return list;
    if (!list.isMine) throw changedMeanwhile('list');
    if (!list.shared) throw new Refusal(RefusalCode.INVALID, 'Only a shared list can be handed over. Nothing was changed. Share it first.');
    if (!(await this.colleagues(operation)).some((each) => each.id === colleague)) throw new Refusal(RefusalCode.INVALID, 'Choose a colleague from the list. Nothing was changed.', { to: 'Choose a colleague from the list' });
    if (!(await this.lists.handOver(operation, list.id, version, colleague))) throw changedMeanwhile('list');
    return this.find(operation, list.id);
  }

  async colleagues(operation: Operation): Promise<WatchColleagueType[]> {
    return operation.actor.reach.kind === 'AUTHORITY' ? this.lists.colleagues(operation, SHARING_ROLES) : [];
  }

  /** Deletes a list of one's own; false where there is none any more. */
  async remove(operation: Operation, id: number | string, version: number): Promise<boolean> {
    changing(operation, { watchList: numberOf(id), deleted: true });
    const [list] = await this.lists.lists(operation, null, null, numberOf(id));
    if (list === undefined) return false;
    if (!(await this.lists.remove(operation, list.id, version))) throw changedMeanwhile('list');
    return true;
  }

  /** Watches a child or a school on a list of one's own. Who is on it already stays as they are. */
  async watch(operation: Operation, { listId, pupilId, schoolId, why }: NewWatch): Promise<WatchListType> {
    changing(operation, { watchList: numberOf(listId) });
    const reason = givenWords(why, 'why', WHY.least, WHY.most);
    const list = await this.mine(operation, listId);
    const [pupil, school] = [pupilId === undefined || pupilId === null ? null : numberOf(pupilId), schoolId ?? null];
    if ((list.kind === WatchKind.PUPILS) !== (pupil !== null) || (list.kind === WatchKind.SCHOOLS) !== (school !== null)) throw new Refusal(RefusalCode.INVALID, `This is a list of ${list.kind === WatchKind.PUPILS ? 'children' : 'schools'}. Nothing was changed. Choose another list.`, { listId: 'Choose a list of the other kind' });
    const most = ruleValue('watch.most-members', operation.today);
    if (list.members >= most) throw new Refusal(RefusalCode.INVALID, `This list holds ${most} already, the most there is room for. Nothing was changed. Remove somebody, or make another list.`, { listId: 'This list is full' });
    const added = pupil !== null ? await this.lists.addPupil(operation, list.id, pupil, reason) : await this.lists.addSchool(operation, list.id, school ?? 0, reason);
    if (added === null) throw notFound(pupil !== null ? 'pupil' : 'school');
    operation.audit.reason = reason;
    if (pupil !== null) operation.audit.viewed([pupil]);
    if (school !== null) operation.audit.schoolIds.add(school);
    if (added) await this.takeAsTold(operation, null, { kinds: WORK_LIST_KINDS, fallPoints: list.alertFallPoints, silentDays: list.alertSilentDays }, list.id, pupil ?? school);
    return this.find(operation, list.id);
  }

  /** Stops watching, with the reason kept in the trail; false where nobody was watched any more. */
  async stop(operation: Operation, entryId: number | string, why: string): Promise<boolean> {
    changing(operation, { stopped: numberOf(entryId) });
    operation.audit.reason = givenWords(why, 'why', WHY.least, WHY.most);
    const gone = await this.lists.removeEntry(operation, numberOf(entryId));
    if (gone === undefined) return false;
    Object.assign(operation.audit.details, { watchList: gone.listId });
    if (gone.pupilId !== null) operation.audit.viewed([gone.pupilId]);
    if (gone.schoolId !== null) operation.audit.schoolIds.add(gone.schoolId);
    return true;
  }

  private async find(operation: Operation, id: number | string): Promise<ListRow> {
    const [list] = await this.lists.lists(operation, null, null, numberOf(id));
    if (list === undefined) throw notFound('watch list');
    return list;
  }

  private async mine(operation: Operation, id: number | string): Promise<ListRow> {
    const list = await this.find(operation, id);
    if (!list.isMine) throw new Refusal(RefusalCode.FORBIDDEN, `This list is ${list.ownerName || 'a colleague'}’s: only its owner changes it. Nothing was changed. Ask for it to be handed over, or make one of your own.`);
    return list;
  }

  /** What is so when somebody begins to be watched, or when a reason is newly asked for, is no change: it counts as told. */
  private async takeAsTold(operation: Operation, before: ListRow | null, to: { kinds: readonly WorkListKind[]; fallPoints: number | null; silentDays: number | null }, listId = before?.id ?? 0, only: number | null = null): Promise<void> {
    const limits = workListLimits(operation.today);
    const year = academicYearOf(operation.today);
    const kinds = untold(to.kinds, before?.alertKinds ?? []);
    const isNewly = before === null || before.alertFallPoints !== to.fallPoints || before.alertSilentDays !== to.silentDays;
    const pupils = kinds.length === 0 ? [] : entriesOf(await this.lists.pupils(operation, year, listId)).filter(({ pupilId }) => only === null || pupilId === only).map((each) => ({ ...each, now: pupilConditions(each.standings, kinds, limits) as string[] }));
    const schools = !isNewly ? [] : (await this.lists.schools(operation, year, limits.recentWeeks, listId)).filter(({ schoolId }) => only === null || schoolId === only).map((each) => ({ ...each, now: schoolNow(each, to, limits) as string[] }));
    await this.lists.tell(operation, [...pupils, ...schools].filter(({ now, told }) => untold(now, told).length > 0).map(({ entryId, told, now }) => ({ entryId, told: [...told, ...untold(now, told)] })));
  }
}

function totalsOf({ standings }: WatchedPupil): { possible: number; absent: number; recentPossible: number; recentAbsent: number } {
  const sum = (of: 'possible' | 'absent' | 'recentPossible' | 'recentAbsent'): number => standings.reduce((total, each) => total + each[of], 0);
  return { possible: sum('possible'), absent: sum('absent'), recentPossible: sum('recentPossible'), recentAbsent: sum('recentAbsent') };
}

function within(value: number | null, { least, most }: { readonly least: number; readonly most: number }, field: string): number | null {
  if (value === null || (value >= least && value <= most)) return value;
  const problem = `Choose a number from ${least} to ${most}, or none`;
  throw new Refusal(RefusalCode.INVALID, `${problem}. Nothing was changed.`, { [field]: problem });
}
