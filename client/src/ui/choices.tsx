import type { ReactNode } from 'react';
import { cx } from '../lib/cx.ts';
import type { Attributes } from './attributes.ts';
import { Fieldset } from './fieldset.tsx';
import { describedByOf, FormGroup, Hint, HintAndError, Label, type FieldProps } from './form-group.tsx';

/** One answer of a group, or a word between two answers. */
export type Choice = {
  value: string;
  label: ReactNode;
  id?: string;
  /** Only where boxes of one group are sent under different names. */
  name?: string;
  labelProps?: Attributes<'label'>;
  hint?: ReactNode;
  hintProps?: Attributes<'div'>;
  disabled?: boolean;
  /** Shown while this answer is chosen. */
  conditional?: ReactNode;
  /** Choosing it clears the others: "none of these". */
  exclusive?: boolean;
  inputProps?: Attributes<'input'>;
};
export type ChoiceItem = Choice | { divider: string };

export type ChoiceGroupProps = Pick<FieldProps, 'hint' | 'hintProps' | 'error' | 'errorProps' | 'describedBy' | 'groupProps' | 'before' | 'after'> & {
  name: string;
  idPrefix?: string;
  /** The question. Leave out only inside a fieldset of your own. */
  legend?: ReactNode;
  legendClassName?: string;
  legendIsHeading?: boolean;
  fieldsetProps?: Attributes<'fieldset'>;
  items: readonly ChoiceItem[];
  className?: string;
  listProps?: Attributes<'div'>;
};

type Kind = 'radios' | 'checkboxes';
type ItemProps = {
  kind: Kind; item: Choice; id: string; name: string; describedBy: string | undefined;
  isChosen: boolean; onChange: (item: Choice, isChosen: boolean) => void;
};

function ChoiceRow({ kind, item, id, name, describedBy, isChosen, onChange }: ItemProps) {
  const hintId = `${id}-item-hint`;
  const conditionalId = `conditional-${id}`;
  // A radio may not carry aria-expanded; a checkbox may.
  const expanded = item.conditional && kind === 'checkboxes' ? isChosen : undefined;
  return (
    <>
      <div className={`govuk-${kind}__item`}>
        <input
          {...item.inputProps} className={`govuk-${kind}__input`} id={id} name={item.name ?? name} type={kind === 'radios' ? 'radio' : 'checkbox'}
          value={item.value} checked={isChosen} disabled={item.disabled} aria-controls={item.conditional ? conditionalId : undefined} aria-expanded={expanded}
          data-behaviour={item.exclusive ? 'exclusive' : undefined}
          aria-describedby={cx(describedBy, item.hint && hintId) || undefined} onChange={(event) => onChange(item, event.target.checked)}
        />
        <Label {...item.labelProps} className={cx(`govuk-${kind}__label`, item.labelProps?.className)} htmlFor={id}>{item.label}</Label>
        {item.hint && <Hint {...item.hintProps} id={hintId} className={cx(`govuk-${kind}__hint`, item.hintProps?.className)}>{item.hint}</Hint>}
      </div>
      {item.conditional && (
        <div id={conditionalId} className={cx(`govuk-${kind}__conditional`, !isChosen && `govuk-${kind}__conditional--hidden`)}>{item.conditional}</div>
      )}
    </>
  );
}

type GroupProps = ChoiceGroupProps & { kind: Kind; chosen: readonly string[]; onItem: (item: Choice, isChosen: boolean) => void };

/** What radios and checkboxes share. */
export function ChoiceGroup({
  kind, name, idPrefix = name, legend, legendClassName, legendIsHeading, fieldsetProps, items, className, listProps, groupProps,
  before, after, chosen, onItem, ...field
}: GroupProps) {
  const describedBy = describedByOf(idPrefix, field);
  const hasFieldset = legend !== undefined || fieldsetProps !== undefined;
  const inner = (
    <>
      <HintAndError {...field} id={idPrefix} />
      <div {...listProps} className={cx(`govuk-${kind}`, className)}>
        {before}
        {items.map((item, index) => {
          if ('divider' in item) return <div key={index} className={`govuk-${kind}__divider`}>{item.divider}</div>;
          const id = item.id ?? (index === 0 ? idPrefix : `${idPrefix}-${index + 1}`);
          return (
            <ChoiceRow
              key={index} kind={kind} item={item} id={id} name={name} isChosen={chosen.includes(item.value)} onChange={onItem}
              describedBy={hasFieldset || kind === 'radios' ? undefined : describedBy}
            />
          );
        })}
        {after}
      </div>
    </>
  );
  return (
    <FormGroup {...groupProps} isWrong={Boolean(field.error)}>
      {hasFieldset ? (
        <Fieldset {...fieldsetProps} legend={legend} legendClassName={legendClassName} legendIsHeading={legendIsHeading} describedBy={describedBy}>
          {inner}
        </Fieldset>
      ) : inner}
    </FormGroup>
  );
}
