import type { ReactNode } from 'react';
import { cx } from '../lib/cx.ts';
import type { Attributes } from './attributes.ts';

export type TableCell = Omit<Attributes<'td'>, 'content'> & { content: ReactNode; numeric?: boolean };

export type TableProps = Attributes<'table'> & {
  caption?: ReactNode;
  captionClassName?: string;
  head?: readonly TableCell[];
  rows: readonly (readonly TableCell[])[];
  firstCellIsHeader?: boolean;
};

/** A small, unsorted table. Lists of records use DataTable. */
export function Table({ caption, captionClassName, head, rows, firstCellIsHeader = false, className, ...rest }: TableProps) {
  return (
    <table className={cx('govuk-table', className)} {...rest}>
      {caption && <caption className={cx('govuk-table__caption', captionClassName)}>{caption}</caption>}
      {head && (
        <thead className="govuk-table__head">
          <tr className="govuk-table__row">
            {head.map(({ content, numeric, className: cellClass, ...cell }, index) => (
              <th key={index} scope="col" {...cell} className={cx('govuk-table__header', numeric && 'govuk-table__header--numeric', cellClass)}>{content}</th>
            ))}
          </tr>
        </thead>
      )}
      <tbody className="govuk-table__body">
        {rows.map((row, at) => (
          <tr key={at} className="govuk-table__row">
            {row.map(({ content, numeric, className: cellClass, ...cell }, index) =>
              firstCellIsHeader && index === 0 ? (
                <th key={index} scope="row" {...cell} className={cx('govuk-table__header', cellClass)}>{content}</th>
              ) : (
                <td key={index} {...cell} className={cx('govuk-table__cell', numeric && 'govuk-table__cell--numeric', cellClass)}>{content}</td>
              ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
