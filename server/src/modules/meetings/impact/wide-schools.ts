import { besideLastYear, besideSchools, changeInPoints, ImpactClass, schoolImpact, type BesideLastYear, type BesideSchools, type NoSchoolsBeside } from '@attendance/shared/meetings';
import type { Operation } from '../../../platform/graphql/operation.ts';
import type { SchoolsAlike, SimilarReader } from '../../analysis/index.ts';
import type { BothLimits } from './wide-measures.ts';
import type { SchoolFound, SpanPlace, WidePlace, WideRepository, WideSpan } from './wide.repository.ts';

/** A school around the day of an action, beside schools like it and beside its own last year; `isCompared` is whether it was set beside anything. */
export interface SchoolMeasured extends SchoolFound {
  readonly isCompared: boolean;
  readonly similar: BesideSchools | null;
  /** Why it stands beside no others. */
  readonly why: NoSchoolsBeside | null;
  readonly similarIds: readonly number[];
  /** `roll` is where the pupils of last year are found. */
  readonly lastYear: (BesideLastYear & { readonly pupils: number; readonly roll: SpanPlace }) | null;
}

const NOTHING = { possible: 0, attended: 0 };
const NO_ONE: Omit<SchoolFound, 'key'> = { beforeFrom: null, beforeDays: 0, days: 0, laterDays: 0, pupils: 0, others: 0, before: NOTHING, after: NOTHING, laterPupils: 0, laterBefore: NOTHING, later: NOTHING };
/** The days that have passed, so that what an action is set beside is counted no further than the action itself. */
const reached = ({ beforeDays, days }: SchoolFound): WideSpan => ({ beforeDays, firstDays: days, secondDays: days });
const isEnough = (school: SchoolFound, limits: BothLimits): boolean => schoolImpact(school, limits.wide) !== ImpactClass.INSUFFICIENT && changeInPoints(school.before, school.after) !== null;

/** Schools around the days of actions: as many statements for many schools as for one. */
export class WideSchools {
  constructor(private readonly wide: WideRepository, private readonly similar: SimilarReader) {}

  /** By the order of the places. The first of them are set beside others. */
  async measure(operation: Operation, places: readonly WidePlace[], limits: BothLimits, mostCompared: number): Promise<SchoolMeasured[]> {
    const found = new Map((await this.wide.schools(operation, places.map((place, key) => ({ ...place, key, span: limits.pupil })))).map((each) => [each.key, each]));
    const own = places.map((_, key): SchoolFound => found.get(key) ?? { key, ...NO_ONE });
    const compared = own.slice(0, mostCompared).filter((school) => isEnough(school, limits));
    const at = (key: number): WidePlace => places[key]!;
    const similar = await this.similar.nearTo(operation, [...new Set(compared.map(({ key }) => at(key).schoolId))]);
    const then = await this.wide.lastYears(operation, compared.map(({ key }) => ({ ...at(key), key })));
    // A school may stand beside several, and be measured once.
    const asked = new Map<string, SpanPlace>();
    const ask = (place: Omit<SpanPlace, 'key'>): string => {
      const name = `${place.schoolId} ${place.anchorOn} ${Object.values(place.span).join(' ')}`;
      if (!asked.has(name)) asked.set(name, { ...place, key: asked.size });
      return name;
    };
    const wanted = compared.map((school) => {
      const [{ schoolId, anchorOn }, span, last] = [at(school.key), reached(school), then.get(school.key)];
      return { school, near: similar.get(schoolId), others: (similar.get(schoolId)?.schoolIds ?? []).map((id) => ask({ schoolId: id, anchorOn, span })), last: last === undefined ? null : { name: ask({ schoolId, anchorOn: last.day, span }), heldFrom: last.heldFrom, span } };
    });
    const sums = new Map((await this.wide.schools(operation, [...asked.values()])).map((each) => [each.key, each]));
    const sumOf = (name: string): SchoolFound[] => { const sum = sums.get(asked.get(name)?.key ?? -1); return sum === undefined ? [] : [sum]; };
    const told = new Map(wanted.map(({ school, near, others, last }) => {
      const beside = besideSchools(school, others.flatMap(sumOf), limits.wide);
      const [year] = last === null ? [] : sumOf(last.name);
      const isHeld = year !== undefined && last !== null && year.beforeDays >= last.span.beforeDays && year.days >= last.span.firstDays && year.beforeFrom !== null && (last.heldFrom ?? '9999') <= year.beforeFrom;
      const lastYear = isHeld ? besideLastYear(school, year, limits.wide.school) : null;
      return [school.key, { similar: beside, why: beside === null ? whyOf(near) : null, similarIds: near?.schoolIds ?? [], lastYear: lastYear === null || last === null ? null : { ...lastYear, pupils: year!.pupils, roll: asked.get(last.name)! } }];
    }));
    return own.map((school) => ({ ...school, isCompared: school.key < mostCompared, similar: null, why: 'INSUFFICIENT', similarIds: [], lastYear: null, ...told.get(school.key) }));
  }
}

/** Where schools are alike and yet none is set beside it, too few of them had sessions. */
const whyOf = (near: SchoolsAlike | undefined): NoSchoolsBeside => (near === undefined || near.outcome === 'COMPARED' ? 'TOO_FEW' : near.outcome);
