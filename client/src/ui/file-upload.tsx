import { cx } from '../lib/cx.ts';
import type { Attributes } from './attributes.ts';
import { describedByOf, Field, splitField, type FieldProps } from './form-group.tsx';

export type FileUploadProps = FieldProps & Omit<Attributes<'input'>, keyof FieldProps | 'type'>;

export function FileUpload(props: FileUploadProps) {
  const [field, { className, ...input }] = splitField(props);
  return (
    <Field field={field}>
      {field.before}
      <input
        {...input} id={field.id} type="file" aria-describedby={describedByOf(field.id, field)}
        className={cx('govuk-file-upload', className, field.error && 'govuk-file-upload--error')}
      />
      {field.after}
    </Field>
  );
}
