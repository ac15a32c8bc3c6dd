import type { ReactNode } from 'react';
import { cx } from '../lib/cx.ts';
import type { Attributes } from './attributes.ts';
import { describedByOf, Field, splitField, type FieldProps } from './form-group.tsx';

export type Affix = Attributes<'div'>;

export type InputProps = FieldProps & Omit<Attributes<'input'>, keyof FieldProps | 'prefix'> & {
  prefix?: ReactNode;
  prefixProps?: Affix;
  suffix?: ReactNode;
  suffixProps?: Affix;
  wrapperProps?: Attributes<'div'>;
};

function affix(kind: 'prefix' | 'suffix', content: ReactNode, props: Affix | undefined): ReactNode {
  return <div {...props} className={cx(`govuk-input__${kind}`, props?.className)} aria-hidden="true">{content}</div>;
}

export function Input(props: InputProps) {
  const [field, { prefix, prefixProps, suffix, suffixProps, wrapperProps, className, type = 'text', ...input }] = splitField(props);
  const { before, after } = field;
  const control = (
    <input
      {...input} id={field.id} type={type} aria-describedby={describedByOf(field.id, field)}
      className={cx('govuk-input', className, field.error && 'govuk-input--error')}
    />
  );
  const wrapped = prefix || suffix || before || after;
  return (
    <Field field={field}>
      {wrapped ? (
        <div {...wrapperProps} className={cx('govuk-input__wrapper', wrapperProps?.className)}>
          {before}
          {prefix && affix('prefix', prefix, prefixProps)}
          {control}
          {suffix && affix('suffix', suffix, suffixProps)}
          {after}
        </div>
      ) : control}
    </Field>
  );
}
