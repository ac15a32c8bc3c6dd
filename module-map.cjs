// The module map: what each module owns and which other modules it may use, on both sides of the wire. `npm run check`
// holds server/src/modules and client/src/features to it (.dependency-cruiser.cjs). The order is the order of composing.
const identity = ['identity'];
const organisations = ['organisations', ...identity];
const pupils = ['pupils', ...organisations];
const registers = ['registers', ...pupils];
const analysis = ['analysis', ...registers];
const meeting = ['communications', 'documents', 'tasks', ...analysis];

module.exports = [
  { name: 'identity', owns: 'users, sign-in, sessions, roles, permissions, reach (whose rows)', mayUse: [] },
  { name: 'organisations', owns: 'the authority, schools, trusts, teams, partner agencies, contacts, school calendars', mayUse: identity },
  { name: 'pupils', owns: 'pupils, families, carers, addresses, enrolments, dated characteristics', mayUse: organisations },
  { name: 'registers', owns: 'importing files and feeds, register weeks, corrections, data quality', mayUse: pupils },
  { name: 'analysis', owns: 'measures, cohorts, comparisons, watch lists, "explain this number"', mayUse: registers },
  { name: 'tasks', owns: 'actions with an owner and a due date, reminders, clocks, my work', mayUse: pupils },
  { name: 'documents', owns: 'files, versions, generated letters and packs, retention', mayUse: pupils },
  { name: 'communications', owns: 'templates, letters, emails, bulletins, events, acknowledgements', mayUse: ['documents', 'tasks', ...pupils] },
  { name: 'meetings', owns: 'targeting support meetings: requirement, pack, record, actions, coverage', mayUse: meeting },
  { name: 'casework', owns: 'referrals, cases, assessments, plans, multi-agency work, chronology', mayUse: meeting },
  { name: 'legal', owns: 'contracts, notices to improve, penalty notices, orders, prosecution, court bundles', mayUse: ['casework', ...meeting] },
  { name: 'virtual-school', owns: 'looked-after and previously looked-after pupils, social-worker cohort, PEPs', mayUse: ['casework', ...meeting] },
  { name: 'returns', owns: 'attendance, sickness, joiner/leaver and part-time-timetable returns, missing and home education', mayUse: ['casework', ...meeting] },
  { name: 'school-practice', owns: 'self-review, policies, champions, training, board packs', mayUse: ['communications', 'documents', 'tasks', 'analysis', ...organisations] },
  // The trail is shown on the record it is about (Pupil.looks), so this last module also knows pupils.
  { name: 'audit', owns: 'reading and exporting the audit trail: who looked, who changed', mayUse: pupils },
];
