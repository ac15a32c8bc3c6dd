import { useState } from 'react';
import { ChoiceGroup, type ChoiceGroupProps } from './choices.tsx';

export type RadiosProps = ChoiceGroupProps & { value?: string | null; defaultValue?: string; onChange?: (value: string) => void };

export function Radios({ value, defaultValue, onChange, ...group }: RadiosProps) {
  const [inner, setInner] = useState(defaultValue ?? null);
  const chosen = value === undefined ? inner : value;
  return (
    <ChoiceGroup
      {...group} kind="radios" chosen={chosen === null ? [] : [chosen]}
      onItem={(item) => {
        setInner(item.value);
        onChange?.(item.value);
      }}
    />
  );
}
