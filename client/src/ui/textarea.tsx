import { cx } from '../lib/cx.ts';
import type { Attributes } from './attributes.ts';
import { describedByOf, Field, splitField, type FieldProps } from './form-group.tsx';

export type TextareaProps = FieldProps & Omit<Attributes<'textarea'>, keyof FieldProps>;

export function Textarea(props: TextareaProps) {
  const [field, { className, rows = 5, ...textarea }] = splitField(props);
  return (
    <Field field={field}>
      {field.before}
      <textarea
        {...textarea} id={field.id} rows={rows} aria-describedby={describedByOf(field.id, field)}
        className={cx('govuk-textarea', field.error && 'govuk-textarea--error', className)}
      />
      {field.after}
    </Field>
  );
}
