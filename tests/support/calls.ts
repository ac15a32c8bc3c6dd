/** What each operation of the schema is called with: an ordinary call, one about a row that is not there, and awkward words. */
export interface Call { readonly args: string; readonly expects?: readonly string[] }

const REASON = '"Checked by a test of every operation"';

const BARRIER = '{ title: "Bus 14 withdrawn", kind: TRANSPORT, known: "\\u0000 No bus since Monday", place: "", sinceOn: "2026-11-09", ownerId: 41, teamNote: "" }';
const BARRIER_ACTION = '{ what: "Ask the operator", owner: "Transport", dueOn: "2026-11-30", doneWhen: "An answer came", outcome: "" }';

/** Codes an allowed caller may still be answered with, besides success. */
export const CALLS: Readonly<Record<string, readonly Call[]>> = {
  allSchools: [{ args: '' }],
  areaOverview: [{ args: '' }, { args: '(phase: "SECONDARY")' }, { args: `(phase: "'; drop table pupil; --")` }],
  authority: [{ args: '' }],
  crossedFigures: [{ args: '(axis: SEN, across: SEX)' }, { args: '(axis: SEN, across: CARE, schoolId: 990417)', expects: ['FORBIDDEN'] }, { args: '(axis: SEN, across: SEN)', expects: ['INVALID'] }],
  barrier: [{ args: '(id: 1)', expects: ['NOT_FOUND'] }, { args: `(id: "1 or 1=1")`, expects: ['NOT_FOUND'] }],
  barrierOwners: [{ args: '' }],
  barriers: [{ args: '' }, { args: '(filter: { status: OPEN, kind: HOUSING, ownerId: -1, schoolId: 990417, pupilId: 1, closed: true }, page: 3, take: 100)' }, { args: '(take: 0)', expects: ['INVALID'] }],
  changeBarrier: [{ args: `(id: 424242, version: 1, input: ${BARRIER})`, expects: ['NOT_FOUND'] }],
  changeBarrierAction: [{ args: `(id: 424242, version: 1, input: ${BARRIER_ACTION})`, expects: ['NOT_FOUND'] }, { args: `(id: "1 or 1=1", version: 1, input: ${BARRIER_ACTION})`, expects: ['NOT_FOUND'] }],
  linkBarrier: [{ args: '(id: 424242, schoolId: 990417)', expects: ['NOT_FOUND'] }, { args: '(id: 1)', expects: ['INVALID'] }],
  logBarrier: [{ args: `(key: "", input: ${BARRIER})`, expects: ['INVALID'] }],
  moveBarrier: [{ args: '(id: 424242, version: 1, status: RESOLVED)', expects: ['NOT_FOUND'] }],
  planBarrierAction: [{ args: `(barrierId: 424242, key: "", input: ${BARRIER_ACTION})`, expects: ['NOT_FOUND'] }],
  cohortFigures: [{ args: '(axis: SEN)' }, { args: '(axis: CARE, schoolId: 990417)', expects: ['FORBIDDEN'] }, { args: `(axis: ABSENCE_BAND, phase: "'; drop table pupil; --", schoolId: -1)` }],
  deliveries: [{ args: '' }, { args: '(attention: true, schoolId: 990417, page: 2, take: 1)' }, { args: '(take: 101)', expects: ['INVALID'] }],
  delivery: [{ args: '(id: 1)', expects: ['NOT_FOUND'] }, { args: '(id: 424242)', expects: ['NOT_FOUND'] }, { args: `(id: "1 or 1=1")`, expects: ['NOT_FOUND'] }],
  explain: ['ATTENDANCE', 'AUTHORISED', 'LATE', 'MISSING', 'PERSISTENT', 'PUPILS', 'SEVERE', 'UNAUTHORISED'].map((measure) => ({ args: `(measure: ${measure}, schoolId: 990417)`, expects: ['NOT_FOUND'] })).concat({ args: '(measure: SEVERE, phase: "PRIMARY")', expects: ['NOT_FOUND'] }, { args: '(measure: SEVERE, schoolId: -1)', expects: ['NOT_FOUND'] }),
  explainedPupils: [{ args: '(filter: { measure: PERSISTENT, definition: LOCAL, side: OF, reason: RECORDED })' }, { args: '(filter: { measure: PERSISTENT, definition: DFE_CENSUS, side: LEFT_OUT, reason: TOO_YOUNG, schoolId: -1, phase: "PRIMARY" }, page: 3, take: 100)' },
    { args: `(filter: { measure: LATE, definition: SESSIONS, side: OF, reason: NOT_POSSIBLE, phase: "'; drop table pupil; --" })` }, { args: '(filter: { measure: LATE, definition: SESSIONS, side: OF, reason: GUEST })', expects: ['INVALID'] }],
  findPupils: [{ args: '(text: "thirkel")' }, { args: '(text: "14/03/2013")' }, { args: '(text: "")' }, { args: '(text: "\\u0000")' }, { args: `(text: "%' or '_")` }, { args: `(text: "${'long '.repeat(500)}")` }],
  freshness: [{ args: '' }],
  me: [{ args: '' }],
  myLooks: [{ args: '' }, { args: '(page: 100000, take: 100)' }, { args: '(page: 0)', expects: ['INVALID'] }],
  overdueReasonPupils: [{ args: '(schoolId: 990417)' }, { args: '(schoolId: -1, page: 4, take: 100)' }],
  overdueReasons: [{ args: '' }, { args: '(mine: true)' }],
  publishedFigures: [{ args: '' }, { args: '(phase: SPECIAL)' }],
  publishedHoldings: [{ args: '' }],
  pupil: [{ args: `(id: 1, reason: ${REASON})`, expects: ['NOT_FOUND'] }, { args: '(id: 5)', expects: ['NOT_FOUND', 'REASON_REQUIRED'] }, { args: '(id: "999999999999")', expects: ['NOT_FOUND'] }, { args: `(id: 1, reason: "\\u0000 looked at in a test")`, expects: ['NOT_FOUND'] }],
  pupilFigures: [{ args: '' }, { args: '(filter: { mine: true, schoolId: 990417, phase: "SECONDARY", ncYear: "9", measure: PERSISTENT }, sort: NAME, direction: ASC, page: 3, take: 100)' }, { args: '(filter: { academicYear: -1, measure: LATE_AFTER }, sort: SESSIONS)' }, { args: '(filter: { fromWeek: "2026-11-16", toWeek: "2026-11-16", measure: ABSENT }, sort: SESSIONS)' },
    { args: '(filter: { axis: ETHNICITY, value: "WHITE", schoolId: 990417 })' }, { args: '(filter: { axis: CARE })', expects: ['FORBIDDEN'] }, { args: '(filter: { slot: 9, measure: ABSENT }, sort: SESSIONS)' }, { args: '(filter: { slot: 14, measure: ABSENT })', expects: ['INVALID'] },
    { args: `(filter: { toWeek: "'; drop table pupil; --", measure: ABSENT })`, expects: ['INVALID'] }, { args: '(take: 0)', expects: ['INVALID'] }],
  report: [{ args: '(number: 1)', expects: ['FORBIDDEN'] }, { args: '(number: 2, filter: { threshold: "SEVERE", phase: "SECONDARY", schoolId: 990417, ncYear: "9", mine: true }, sort: "pupil", direction: ASC, page: 3, take: 100)', expects: ['FORBIDDEN'] }, { args: `(number: 3, part: "SCHOOLS", filter: { phase: "'; drop table pupil; --", schoolId: -1, threshold: "constructor" }, sort: "'; --")`, expects: ['FORBIDDEN'] },
    { args: '(number: 13)', expects: ['NOT_FOUND'] }, { args: '(number: 1, part: "constructor")', expects: ['NOT_FOUND'] }, { args: '(number: 1, take: 101)', expects: ['INVALID'] }],
  reports: [{ args: '' }],
  school: [{ args: '(id: 990417)' }, { args: '(id: 990999)', expects: ['NOT_FOUND'] }, { args: '(id: "x")', expects: ['NOT_FOUND'] }],
  schoolFigures: [{ args: '' }, { args: '(filter: { mine: true, silent: true, name: "%", phase: "PRIMARY" }, sort: CHANGE, direction: ASC, page: 9)' }],
  schoolOverview: [{ args: '(schoolId: 990417)' }, { args: '(schoolId: -1)' }],
  siblingsAway: [{ args: '' }, { args: `(filter: { mine: true, schoolId: 990417, phase: "'; drop table pupil; --", ncYear: "9" }, page: 3, take: 100)` }, { args: '(take: 0)', expects: ['INVALID'] }],
  togetherTotals: [{ args: '' }, { args: '(filter: { mine: true, schoolId: -1 })' }],
  transitionList: [{ args: '' }, { args: '(filter: { mine: true, schoolId: -1, ncYear: "7" }, page: 100000, take: 1)' }, { args: '(take: 101)', expects: ['INVALID'] }],
  workList: [{ args: '(kind: SEVERE)' }, { args: '(kind: SHARP_FALL, filter: { mine: true, schoolId: 990417, phase: "SECONDARY", ncYear: "9" }, sort: NAME, direction: ASC, page: 3, take: 100)' }, { args: `(kind: WEEKDAY, filter: { phase: "'; drop table pupil; --" }, sort: SCHOOL)` }, { args: '(kind: NOT_SEEN, take: 0)', expects: ['INVALID'] }],
  workLists: [{ args: '' }, { args: '(filter: { mine: true, schoolId: -1 })' }],
  yearGroupFigures: [{ args: '(schoolId: 990417)' }, { args: '(schoolId: 2147483647)' }],
  changeRole: [{ args: '(role: "HEADTEACHER")', expects: ['INVALID'] }, { args: '(role: "")', expects: ['INVALID'] }],
  undoDelivery: [{ args: `(deliveryId: 424242, reason: ${REASON})`, expects: ['NOT_FOUND'] }, { args: `(deliveryId: "1 or 1=1", reason: ${REASON})`, expects: ['NOT_FOUND'] }, { args: '(deliveryId: 1, reason: "\\u0000          ")', expects: ['INVALID'] }],
  sessionPatterns: [{ args: '' }, { args: '(schoolId: 990417)' }, { args: `(phase: "'; drop table pupil; --", schoolId: 2147483647)` }],
  signOutEverywhere: [{ args: '' }],
};
