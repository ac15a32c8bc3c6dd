import type { PupilPageQuery } from '../pages/pupil-page.generated.ts';

/** One child's record as the page asked for it. */
export type PupilRecord = PupilPageQuery['pupil'];
export type EnrolmentOfPupil = PupilRecord['enrolments'][number];
export type RegisterYear = NonNullable<PupilRecord['registers']>[number];
export type CarerOfPupil = NonNullable<PupilRecord['carers']>[number];

/** "Mason Thirkell", by the name the child goes by. */
export function nameOf(pupil: Pick<PupilRecord, 'legalForename' | 'legalSurname' | 'preferredForename'>): string {
  return `${pupil.preferredForename ?? pupil.legalForename} ${pupil.legalSurname}`;
}

const ROLL_ORDER = ['C', 'M', 'S', 'G'];

/** The stay that speaks for the child on a day: still running before ended, main roll before any other, latest first. */
export function mainEnrolment(enrolments: readonly EnrolmentOfPupil[], on: string): EnrolmentOfPupil | undefined {
  const isCurrent = (each: EnrolmentOfPupil): boolean => each.startsOn <= on && (each.endsOn === null || each.endsOn >= on);
  const rank = (each: EnrolmentOfPupil): number => (isCurrent(each) ? 0 : 100) + (ROLL_ORDER.indexOf(each.status) + 100) % 100;
  return [...enrolments].sort((one, other) => {
    if (isCurrent(one) || isCurrent(other)) return rank(one) - rank(other) || other.startsOn.localeCompare(one.startsOn);
    return other.startsOn.localeCompare(one.startsOn);
  })[0];
}

/** The stays that run on a day: two of them mean two rolls. */
export function currentEnrolments(enrolments: readonly EnrolmentOfPupil[], on: string): EnrolmentOfPupil[] {
  return enrolments.filter((each) => each.startsOn <= on && (each.endsOn === null || each.endsOn >= on));
}

/** What holds on a day of things with a first and perhaps a last day; the rest is earlier or later. */
export function holdsOn(period: { readonly validFrom: string; readonly validTo: string | null }, on: string): boolean {
  return period.validFrom <= on && (period.validTo === null || period.validTo >= on);
}
