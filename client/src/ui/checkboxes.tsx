import { useState } from 'react';
import { ChoiceGroup, type Choice, type ChoiceGroupProps } from './choices.tsx';

export type CheckboxesProps = ChoiceGroupProps & { values?: readonly string[]; defaultValues?: readonly string[]; onChange?: (values: string[]) => void };

export function Checkboxes({ values, defaultValues = [], onChange, ...group }: CheckboxesProps) {
  const [inner, setInner] = useState<readonly string[]>(defaultValues);
  const chosen = values ?? inner;
  const onItem = (item: Choice, isChosen: boolean) => {
    const exclusive = new Set(group.items.flatMap((other) => ('divider' in other || !other.exclusive ? [] : [other.value])));
    const kept = isChosen ? chosen.filter((value) => !item.exclusive && !exclusive.has(value)) : chosen.filter((value) => value !== item.value);
    const next = isChosen ? [...kept, item.value] : kept;
    setInner(next);
    onChange?.(next);
  };
  return <ChoiceGroup {...group} kind="checkboxes" chosen={chosen} onItem={onItem} />;
}
