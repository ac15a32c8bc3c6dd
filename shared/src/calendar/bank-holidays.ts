/** Bank holidays in England, by year, as announced. Days in lieu stand in place of the day itself. */
export const ENGLAND_BANK_HOLIDAYS: Readonly<Record<number, readonly string[]>> = {
  2023: ['2023-01-02', '2023-04-07', '2023-04-10', '2023-05-01', '2023-05-08', '2023-05-29', '2023-08-28', '2023-12-25', '2023-12-26'],
  2024: ['2024-01-01', '2024-03-29', '2024-04-01', '2024-05-06', '2024-05-27', '2024-08-26', '2024-12-25', '2024-12-26'],
  2025: ['2025-01-01', '2025-04-18', '2025-04-21', '2025-05-05', '2025-05-26', '2025-08-25', '2025-12-25', '2025-12-26'],
  2026: ['2026-01-01', '2026-04-03', '2026-04-06', '2026-05-04', '2026-05-25', '2026-08-31', '2026-12-25', '2026-12-28'],
  2027: ['2027-01-01', '2027-03-26', '2027-03-29', '2027-05-03', '2027-05-31', '2027-08-30', '2027-12-27', '2027-12-28'],
  2028: ['2028-01-03', '2028-04-14', '2028-04-17', '2028-05-01', '2028-05-29', '2028-08-28', '2028-12-25', '2028-12-26'],
};

const holidays = new Set(Object.values(ENGLAND_BANK_HOLIDAYS).flat());

/** Whether an ISO day is a bank holiday in England. Throws RangeError for a year without data: a silent "no" would shift deadlines. */
export function isBankHoliday(isoDay: string): boolean {
  if (!ENGLAND_BANK_HOLIDAYS[Number(isoDay.slice(0, 4))]) throw new RangeError(`Bank holidays of ${isoDay.slice(0, 4)} are not known`);
  return holidays.has(isoDay);
}
