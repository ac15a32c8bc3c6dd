import { FELLGATE, OAKMERE, SALTBY_COAST, TARNBROOK } from './cast.ts';
import type { Situation } from './situation-types.ts';

/** Cast pupils from the officer's morning: the families people learn the portal with. */
export const SITUATIONS_A: readonly Situation[] = [
  {
    key: 'mason-thirkell', forename: 'Mason', surname: 'Thirkell', sex: 'M', year: 9, born: '03-14', school: OAKMERE, letter: 'R', sen: 'K', need: 'SLCN', fsm: true,
    upn: { establishment: 4170, serial: '023' }, family: 'thirkell', level: 0.01, lastLevel: 0.03, story: 'nine-of-ten',
    carers: [
      { fullName: 'Dawn Thirkell', relationship: 'Mother', safeContact: 'Mobile only, 9:30 to 14:30. No letters, no email.' },
      { fullName: 'Craig Thirkell', relationship: 'Father', livesWith: false, contactAllowed: false, safeContact: 'Give no information.' },
    ],
    says: 'Nine unauthorised sessions in ten school weeks: one more reaches the penalty threshold.',
  },
  { key: 'josie-thirkell', forename: 'Josie', surname: 'Thirkell', sex: 'F', year: 5, born: '06-02', school: FELLGATE, fsm: true, family: 'thirkell', level: 0.05, says: 'Sister of Mason, at another school.' },
  {
    key: 'amira-haddad', forename: 'Amira', surname: 'Haddad', sex: 'F', year: 11, born: '01-22', school: SALTBY_COAST, ethnicity: 'OOTH', eal: true, level: 0.04, lastLevel: 0.06, story: 'not-seen',
    carers: [{ fullName: 'Rania Haddad', relationship: 'Mother' }], says: 'Coded ill throughout and not seen for more than ten school days.',
  },
  {
    key: 'caleb-nwosu', forename: 'Caleb', surname: 'Nwosu', sex: 'M', year: 6, born: '10-08', school: FELLGATE, ethnicity: 'BAFR', family: 'nwosu', care: [{ kind: 'CIN', daysAgo: 70 }], level: 0.04, lastLevel: 0.04, story: 'sharp-fall',
    carers: [{ fullName: 'Ngozi Nwosu', relationship: 'Mother' }, { fullName: 'Emeka Nwosu', relationship: 'Father', livesWith: false }],
    says: 'Child in need; fell sharply, absent on the same days as his sister at another school.',
  },
  { key: 'grace-nwosu', forename: 'Grace', surname: 'Nwosu', sex: 'F', year: 7, born: '02-19', school: OAKMERE, ethnicity: 'BAFR', family: 'nwosu', care: [{ kind: 'CIN', daysAgo: 70 }], level: 0.04, lastLevel: 0.04, previous: FELLGATE, story: 'sharp-fall', says: 'Sister of Caleb: one household, two schools.' },
  { key: 'zayn-rafiq', forename: 'Zayn', surname: 'Rafiq', sex: 'M', year: 7, born: '05-30', school: TARNBROOK, ethnicity: 'APKN', eal: true, level: 0.02, lastLevel: 0.12, story: 'severe-illness', says: 'Severely absent, most of it ill, and nobody has a plan.' },
  {
    key: 'tyler-bexfield', forename: 'Tyler', surname: 'Bexfield', sex: 'M', year: 10, born: '12-11', school: TARNBROOK, sen: 'K', need: 'SEMH', fsm: true, family: 'bexfield', level: 0.05, lastLevel: 0.14, story: 'part-time',
    carers: [{ fullName: 'Kelly Bexfield', relationship: 'Mother' }, { fullName: 'Shaun Pryor', relationship: 'Father', livesWith: false }],
    says: 'Part-time timetable that ended, with C2 still used after its end.',
  },
  { key: 'lacey-bexfield', forename: 'Lacey', surname: 'Bexfield', sex: 'F', year: 7, born: '04-25', school: TARNBROOK, fsm: true, family: 'bexfield', level: 0.06, story: 'over-threshold', says: 'Twelve unauthorised sessions in ten school weeks.' },
  { key: 'ellie-mae-corrigan', forename: 'Ellie-Mae', surname: 'Corrigan', sex: 'F', year: 8, born: '09-17', school: OAKMERE, sen: 'K', need: 'ASD', level: 0.04, lastLevel: 0.3, story: 'plan-working', says: 'Better since her plan began: about half before, two thirds since.' },
  { key: 'poppy-sandland', forename: 'Poppy', surname: 'Sandland', sex: 'F', year: 8, born: '07-07', school: OAKMERE, level: 0, lastLevel: 0.18, story: 'half-missed', says: 'Half of her sessions missed, or a session more: severely absent, mostly ill.' },
  { key: 'rhys-calloway', forename: 'Rhys', surname: 'Calloway', sex: 'M', year: 10, born: '11-03', school: OAKMERE, sen: 'K', need: 'SEMH', fsm: true, level: 0.1, lastLevel: 0.2, story: 'suspended', says: 'Suspended three times since September.' },
  { key: 'harvey-stannard', forename: 'Harvey', surname: 'Stannard', sex: 'M', year: 9, born: '02-02', school: TARNBROOK, level: 0.08, lastLevel: 0.12, story: 'over-threshold', says: 'Over the penalty threshold, with a notice to improve running.' },
  { key: 'ruby-penhale', forename: 'Ruby', surname: 'Penhale', sex: 'F', year: 10, born: '08-15', school: OAKMERE, level: 0.1, lastLevel: 0.2, story: 'back-today', says: 'Severely absent, and present again at the newest mark.' },
  { key: 'oliwia-zawadzka', forename: 'Oliwia', surname: 'Zawadzka', sex: 'F', year: 4, born: '03-03', school: FELLGATE, ethnicity: 'WOTH', eal: true, level: 0.1, story: 'back-today', says: 'Back at school after weeks away.' },
  { key: 'kai-brannigan', forename: 'Kai', surname: 'Brannigan', sex: 'M', year: 8, born: '05-05', school: TARNBROOK, fsm: true, level: 0.35, lastLevel: 0.3, says: 'Persistently absent, in no clear pattern.' },
  { key: 'niamh-tordoff', forename: 'Niamh', surname: 'Tordoff', sex: 'F', year: 9, born: '10-30', school: SALTBY_COAST, ethnicity: 'WIRI', level: 0.32, lastLevel: 0.15, says: 'Persistently absent.' },
  { key: 'nadia-farrow', forename: 'Nadia', surname: 'Farrow', sex: 'F', year: 10, born: '06-21', school: OAKMERE, level: 0, lastLevel: 0.05, story: 'exactly-ten-percent', says: 'Ten in a hundred missed: exactly at the line, which counts as persistent.' },
  { key: 'joel-keating', forename: 'Joel', surname: 'Keating', sex: 'M', year: 8, born: '01-09', school: OAKMERE, level: 0.13, leftDaysAgo: 13, leavingReason: 'MOVED_AWAY', says: 'Left this term: his marks still count until the day he left.' },
  { key: 'jamie-orme', forename: 'Jamie', surname: 'Orme', sex: 'M', year: 9, born: '04-18', school: TARNBROOK, level: 0.06, leftDaysAgo: 6, leavingReason: 'MOVED_AWAY', says: 'Left days ago; his school’s file still sends marks after that.' },
];
