import type { ReactNode } from 'react';
import { cx } from '../lib/cx.ts';
import type { Attributes } from './attributes.ts';

export type FieldsetProps = Attributes<'fieldset'> & {
  legend?: ReactNode;
  legendClassName?: string;
  legendIsHeading?: boolean;
  describedBy?: string;
};

export function Fieldset({ legend, legendClassName, legendIsHeading = false, describedBy, className, children, ...rest }: FieldsetProps) {
  return (
    <fieldset className={cx('govuk-fieldset', className)} aria-describedby={describedBy || undefined} {...rest}>
      {legend && (
        <legend className={cx('govuk-fieldset__legend', legendClassName)}>
          {legendIsHeading ? <h1 className="govuk-fieldset__heading">{legend}</h1> : legend}
        </legend>
      )}
      {children}
    </fieldset>
  );
}
