import type { ReactNode } from 'react';
import { cx } from '../lib/cx.ts';
import type { Attributes } from './attributes.ts';
import { ErrorMessage, type ErrorMessageProps } from './error-message.tsx';

/** What every field has: words above it, help, and what is wrong. */
export type FieldProps = {
  id: string;
  label: ReactNode;
  labelProps?: Attributes<'label'>;
  /** The label is the page's heading: one thing on the page. */
  labelIsHeading?: boolean;
  hint?: ReactNode;
  hintProps?: Attributes<'div'>;
  error?: ReactNode;
  errorProps?: ErrorMessageProps;
  /** Ids of more text that describes the field. */
  describedBy?: string;
  groupProps?: Attributes<'div'>;
  before?: ReactNode;
  after?: ReactNode;
};

export function Label({ className, isHeading = false, ...rest }: Attributes<'label'> & { isHeading?: boolean }) {
  if (!rest.children) return null;
  const label = <label className={cx('govuk-label', className)} {...rest} />;
  return isHeading ? <h1 className="govuk-label-wrapper">{label}</h1> : label;
}

export function Hint({ className, ...rest }: Attributes<'div'>) {
  return <div className={cx('govuk-hint', className)} {...rest} />;
}

/** The ids a control names in `aria-describedby`, in reading order. */
export function describedByOf(id: string, field: { hint?: ReactNode; error?: ReactNode; describedBy?: string }): string | undefined {
  return cx(field.describedBy, field.hint && `${id}-hint`, field.error && `${id}-error`) || undefined;
}

export type FormGroupProps = Attributes<'div'> & { isWrong?: boolean };

export function FormGroup({ isWrong = false, className, ...rest }: FormGroupProps) {
  return <div className={cx('govuk-form-group', isWrong && 'govuk-form-group--error', className)} {...rest} />;
}

/** The hint and the error of a field, above its control. */
export function HintAndError({ id, hint, hintProps, error, errorProps }: Pick<FieldProps, 'id' | 'hint' | 'hintProps' | 'error' | 'errorProps'>) {
  return (
    <>
      {hint && <Hint {...hintProps} id={`${id}-hint`}>{hint}</Hint>}
      {error && <ErrorMessage {...errorProps} id={`${id}-error`}>{error}</ErrorMessage>}
    </>
  );
}

/** Label, hint and error around one control. */
export function Field({ field, children }: { field: FieldProps; children: ReactNode }) {
  return (
    <FormGroup {...field.groupProps} isWrong={Boolean(field.error)}>
      <Label {...field.labelProps} htmlFor={field.id} isHeading={field.labelIsHeading}>{field.label}</Label>
      <HintAndError {...field} />
      {children}
    </FormGroup>
  );
}

/** Parts a control's props from those of the field around it. */
export function splitField<P extends FieldProps>(props: P): [FieldProps, Omit<P, keyof FieldProps>] {
  const { id, label, labelProps, labelIsHeading, hint, hintProps, error, errorProps, describedBy, groupProps, before, after, ...control } = props;
  return [{ id, label, labelProps, labelIsHeading, hint, hintProps, error, errorProps, describedBy, groupProps, before, after }, control];
}
