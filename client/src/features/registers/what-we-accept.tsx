import { Details } from '../../ui/details.tsx';
import { Table, type TableCell } from '../../ui/table.tsx';

const cells = (...texts: string[]): TableCell[] => texts.map((content) => ({ content }));

/** What a register file may look like, with an example of each kind. UPNs here are made up. */
export function WhatWeAccept() {
  return (
    <div className="app-stack app-stack--tight">
      <Details summary="What a file needs">
        <div className="app-stack app-stack--tight">
          <p>Export the statutory marks, morning and afternoon, from your school’s system as CSV. Lesson marks cannot be used.</p>
          <ul className="govuk-list govuk-list--bullet">
            <li>One row of column headings, in the first 30 rows. Their order and exact words do not matter.</li>
            <li>The pupil’s UPN. Names and other columns may be there; they are not read.</li>
            <li>A date: 08/09/2026 or 2026-09-08, written one way throughout.</li>
            <li>The national code for each mark. Leave a cell empty where there is no mark yet; an empty cell never removes a mark.</li>
            <li>Commas, semicolons or tabs between the columns.</li>
          </ul>
          <p>Do not open the file in a spreadsheet first: it can change UPNs and dates without saying so.</p>
        </div>
      </Details>
      <Details summary="Example: one row for each mark">
        <Table caption="One row for each mark" captionClassName="govuk-visually-hidden" head={cells('UPN', 'Date', 'Session', 'Mark')} rows={[cells('H990417012345', '16/11/2026', 'AM', '/'), cells('H990417012345', '16/11/2026', 'PM', '\\'), cells('H990417012345', '17/11/2026', 'AM', 'I')]} />
      </Details>
      <Details summary="Example: one row for each day">
        <Table caption="One row for each day" captionClassName="govuk-visually-hidden" head={cells('UPN', 'Date', 'AM', 'PM')} rows={[cells('H990417012345', '16/11/2026', '/', '\\'), cells('H990417012345', '17/11/2026', 'I', 'I')]} />
      </Details>
    </div>
  );
}
