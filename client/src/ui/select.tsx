import { cx } from '../lib/cx.ts';
import type { Attributes } from './attributes.ts';
import { describedByOf, Field, splitField, type FieldProps } from './form-group.tsx';

export type SelectItem = { text: string; value?: string; disabled?: boolean; optionProps?: Attributes<'option'> };

export type SelectProps = FieldProps & Omit<Attributes<'select'>, keyof FieldProps | 'children'> & { items: readonly SelectItem[] };

export function Select(props: SelectProps) {
  const [field, { className, items, ...select }] = splitField(props);
  return (
    <Field field={field}>
      {field.before}
      <select
        {...select} id={field.id} aria-describedby={describedByOf(field.id, field)}
        className={cx('govuk-select', className, field.error && 'govuk-select--error')}
      >
        {items.map((item, index) => (
          <option key={index} {...item.optionProps} value={item.value} disabled={item.disabled}>{item.text}</option>
        ))}
      </select>
      {field.after}
    </Field>
  );
}
