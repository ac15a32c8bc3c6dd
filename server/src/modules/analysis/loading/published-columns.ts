import type { Columns } from '../../../platform/loading/index.ts';

/** The headings of the published files, in their plain form; the first of each is the daily file's where they differ. */
export const COLUMNS = {
  year: { title: 'time_period', names: 'timeperiod', needed: true },
  term: { title: 'time_identifier', names: 'timeidentifier', needed: true },
  level: { title: 'geographic_level', names: 'geographiclevel', needed: true },
  country: { title: 'country_code', names: 'countrycode', needed: true },
  countryName: { title: 'country_name', names: 'countryname' },
  region: { title: 'region_code', names: 'regioncode', needed: true },
  regionName: { title: 'region_name', names: 'regionname' },
  onsCode: { title: 'new_la_code', names: 'newlacode', needed: true },
  laCode: { title: 'old_la_code', names: 'oldlacode', needed: true },
  laName: { title: 'la_name', names: 'laname' },
  phase: { title: 'education_phase', names: 'educationphase schooltype phase phasetypegrouping', needed: true },
  group: { title: 'social_care_group', names: 'socialcaregroup' },
  yearGroup: { title: 'ncyear', names: 'ncyear yeargroup' },
  characteristic: { title: 'characteristic', names: 'characteristic pupilcharacteristic breakdown' },
  academyType: { title: 'academy_type', names: 'academytype' },
  enrolments: { title: 'enrolments', names: 'enrolments tpupils' },
  possible: { title: 'possible_sessions or sess_possible', names: 'possiblesessions sesspossible tsesspossible', needed: true },
  attended: { title: 'overall_attendance', names: 'overallattendance' },
  absent: { title: 'overall_absence or sess_overall', names: 'overallabsence sessoverall tsessoverall', needed: true },
  authorised: { title: 'authorised_absence or sess_authorised', names: 'authorisedabsence sessauthorised tsessauthorised', needed: true },
  unauthorised: { title: 'unauthorised_absence or sess_unauthorised', names: 'unauthorisedabsence sessunauthorised tsessunauthorised', needed: true },
  late: { title: 'late_sessions', names: 'latesessions' },
  persistent: { title: 'enrolments_pa_10_exact', names: 'enrolmentspa10exact tpupilspa10exact' },
  severe: { title: 'enrolments_pa_50_exact', names: 'enrolmentspa50exact tpupilspa50exact' },
  absentPercent: { title: 'overall_absence_perc', names: 'overallabsenceperc sessoverallpercent ptoverall' },
  authorisedPercent: { title: 'authorised_absence_perc', names: 'authorisedabsenceperc sessauthorisedpercent ptsessauthorised' },
  unauthorisedPercent: { title: 'unauthorised_absence_perc', names: 'unauthorisedabsenceperc sessunauthorisedpercent ptsessunauthorised' },
  persistentPercent: { title: 'pa_perc', names: 'paperc enrolmentspa10exactpercent ptpupilspa10exact' },
  severePercent: { title: 'enrolments_pa_50_exact_percent', names: 'enrolmentspa50exactpercent ptpupilspa50exact' },
  present: { title: 'reason_present', names: 'reasonpresent' },
  L: { title: 'reason_l', names: 'reasonlpresentlatebeforeregistersclosed' },
  I: { title: 'reason_i', names: 'reasoniauthorisedillness sessauthillness' },
  M: { title: 'reason_m', names: 'reasonmauthorisedmedicaldental sessauthappointments' },
  R: { title: 'reason_r', names: 'reasonrauthorisedreligiousobservance sessauthreligious' },
  S: { title: 'reason_s', names: 'reasonsauthorisedstudyleave sessauthstudy' },
  T: { title: 'reason_t', names: 'reasontauthorisedmobilechild reasontauthorisedgrtabsence sessauthtraveller' },
  H: { title: 'reason_h', names: 'reasonhauthorisedholiday sessauthholiday' },
  F: { title: 'sess_auth_ext_holiday', names: 'sessauthextholiday' },
  E: { title: 'reason_e', names: 'reasoneauthorisedexcluded sessauthexcluded' },
  C: { title: 'reason_c', names: 'reasoncauthorisedother sessauthother' },
  C1: { title: 'reason_c1', names: 'reasonc1authorisedregulatedperformance sessauthregperformance' },
  J1: { title: 'reason_j1', names: 'reasonj1authorisedinterview sessauthinterview' },
  C2: { title: 'reason_c2', names: 'reasonc2authorisedtempreducedtimetable sessauthtempreducedtimetable' },
  B: { title: 'reason_b', names: 'reasonbaeaeducationoffsite' },
  J: { title: 'reason_j', names: 'reasonjaeainterview' },
  P: { title: 'reason_p', names: 'reasonpaeaapprovedsportingactivity' },
  V: { title: 'reason_v', names: 'reasonvaeaeducationalvisittrip' },
  W: { title: 'reason_w', names: 'reasonwaeaworkexperience' },
  K: { title: 'reason_k', names: 'reasonkaeaeducationarrangedbyla' },
  G: { title: 'reason_g', names: 'reasongunauthorisedholiday sessunauthholiday' },
  U: { title: 'reason_u', names: 'reasonuunauthorisedlateafterregistersclosed sessunauthlate' },
  O: { title: 'reason_o', names: 'reasonootherunauthorised sessunauthother' },
  N: { title: 'reason_n', names: 'reasonnnoreasonyet sessunauthnoyet' },
} as const satisfies Columns<string>;
export type Field = keyof typeof COLUMNS;

/** Sessions, as the file and the table call them. */
export const COUNTS = ['possible', 'attended', 'absent', 'authorised', 'unauthorised', 'late', 'persistent', 'severe'] as const satisfies readonly Field[];

/** Rates as published, and the table's column of each. */
export const PERCENTS = {
  absentPercent: 'absent_percent', authorisedPercent: 'authorised_percent', unauthorisedPercent: 'unauthorised_percent', persistentPercent: 'persistent_percent', severePercent: 'severe_percent',
} as const satisfies Partial<Record<Field, string>>;

/** Sessions by reason; `present` holds both marks of presence. */
export const REASONS = ['present', 'L', 'I', 'M', 'R', 'S', 'T', 'H', 'F', 'E', 'C', 'C1', 'J1', 'C2', 'B', 'J', 'P', 'V', 'W', 'K', 'G', 'U', 'O', 'N'] as const satisfies readonly Field[];
