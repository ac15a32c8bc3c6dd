import { CLOCKS_PATH, TASKS_PATH, WORK_PATH } from '@attendance/shared/tasks';

const WORK_PAGES = [WORK_PATH, TASKS_PATH, `${TASKS_PATH}?status=ALL&overdue=yes&side=SCHOOL&sort=SCHOOL`, `${TASKS_PATH}/new`, CLOCKS_PATH, `${CLOCKS_PATH}?state=MET`];
const MEETING_PAGES = [
  '/meetings', '/meetings?standing=OUTSTANDING&mine=yes', '/meetings/new', '/meetings?by=OFFICER&tier=TARGETED', '/meetings/slots', '/meetings/schools/990417', '/meetings/schools/990402',
];
/** Every page of the client, as an officer opens it; those with a question mark are a page's other states. */
export const PAGES = ['/', '/area', '/area?phase=SECONDARY', '/area?explain=PERSISTENT', '/residence', '/schools/990417?compare=similar', '/schools', '/schools?silent=yes', '/schools/990417', '/schools/990402', '/schools/990417/reasons', '/reasons', '/pupils', '/pupils?measure=NO_SESSIONS', '/pupils?measure=UNAUTHORISED&schoolId=990417', '/pupils?measure=ABSENT&week=2026-11-09', '/pupils?measure=CODED&code=I', '/groups', '/groups?split=ETHNICITY&across=SEN&show=PERSISTENT&phase=PRIMARY', '/groups?split=SEX&across=TRUST&schoolId=990417', '/area?split=LAST_YEAR', '/pupils?measure=ABSENT&axis=SEN&value=K&across=SEX&acrossValue=F&last=four', '/lists', '/lists?mine=yes', '/lists/severe', '/lists/sharp-fall?mine=yes&sort=SCHOOL&direction=ASC', '/lists/weekday?ncYear=N1', '/reports', '/reports/1', '/reports/2?threshold=PERSISTENT', '/reports/3?part=SCHOOLS', '/reports/9?part=PERSISTENT', '/schools/990417?explain=PUPILS', '/explained?measure=PERSISTENT&definition=DFE_DAILY&side=LEFT_OUT&reason=TOO_YOUNG', '/lists/siblings-together', '/lists/year-6-to-7', '/barriers', '/barriers?status=ALL', '/barriers/new', '/barriers/for?schoolId=990417', '/barriers/for?pupilId=1', ...MEETING_PAGES, ...WORK_PAGES, '/watching', '/pupils/1', '/pupils/1?view=list',
  '/data', '/data?attention=yes', '/data/send', '/data/deliveries/1', '/my-access', '/how-figures-work', '/about/published-figures', '/who-sees-what', '/accessibility', '/nowhere'];
/** Each page once. */
export const PLAIN_PAGES = PAGES.filter((page) => !page.includes('?'));
