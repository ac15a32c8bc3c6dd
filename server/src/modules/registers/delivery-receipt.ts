/** What happened to the marks of one delivery. New, changed and same add up to the marks accepted. */
export interface DeliveryCounts {
  readonly rowsRead: number;
  readonly rowsRepeated: number;
  readonly rowsRefused: number;
  readonly marksNew: number;
  readonly marksChanged: number;
  readonly marksSame: number;
  readonly pupils: number;
  /** Weeks that the delivery began, and weeks it wrote over. */
  readonly weeksNew: number;
  readonly weeksChanged: number;
}

/** Marks that a delivery changed from one code to another (characters of the week string). */
export interface CodeChange { readonly from: string; readonly to: string; readonly marks: number; readonly pupils: number; readonly firstDay: string; readonly lastDay: string }

/** Figures of the schools a delivery touched, in one academic year. Whole numbers, without restricted records; a rate is worked out last. */
export interface SchoolFigures {
  readonly enrolments: number;
  readonly persistent: number;
  readonly attended: number;
  readonly possible: number;
  readonly missing: number;
}

/** What a delivery did to the figures, in the last academic year it has marks of. */
export interface Moved { readonly academicYear: number; readonly before: SchoolFigures; readonly after: SchoolFigures }

/** The parts of a receipt that are shown and never searched; kept as one document on the delivery. */
export interface DeliveryReceipt {
  readonly refusedByCode: Readonly<Record<string, number>>;
  readonly warningsByCode: Readonly<Record<string, number>>;
  readonly changes: readonly CodeChange[];
  /** Field → heading of the file, as understood. */
  readonly columns: Readonly<Record<string, string>>;
  readonly unknownColumns: readonly string[];
  readonly schools: number;
  /** The last row looks cut off, so the file may have been longer. */
  readonly truncated: boolean;
  readonly seconds: number;
  readonly moved?: Moved;
  /** A file-level refusal in plain words: what happened, whether anything was lost, what to do. */
  readonly refusal?: { readonly happened: string; readonly lost: string; readonly todo: string };
}

/** How people name a delivery to each other. */
export const referenceOf = (deliveryId: number): string => `IN-${String(deliveryId).padStart(6, '0')}`;

export const DeliveryStatus = { WAITING: 'WAITING', RECEIVED: 'RECEIVED', READING: 'READING', KEPT: 'KEPT', REFUSED: 'REFUSED', INTERRUPTED: 'INTERRUPTED', UNDONE: 'UNDONE' } as const;
export type DeliveryStatus = (typeof DeliveryStatus)[keyof typeof DeliveryStatus];

export const DeliverySource = { PAGE: 'PAGE', COMMAND: 'COMMAND', API: 'API', PRACTICE: 'PRACTICE' } as const;
export type DeliverySource = (typeof DeliverySource)[keyof typeof DeliverySource];

/** Where a delivery stands, for the progress line. */
export const DeliveryStep = { RECEIVED: 'RECEIVED', UNDERSTOOD: 'UNDERSTOOD', READING: 'READING', COMPARING: 'COMPARING', KEPT: 'KEPT' } as const;
export type DeliveryStep = (typeof DeliveryStep)[keyof typeof DeliveryStep];
