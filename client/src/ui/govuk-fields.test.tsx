import type { ReactNode } from 'react';
import { Checkboxes } from './checkboxes.tsx';
import type { ChoiceItem } from './choices.tsx';
import { Fieldset } from './fieldset.tsx';
import { FileUpload } from './file-upload.tsx';
import type { FieldProps } from './form-group.tsx';
import { Hint, Label } from './form-group.tsx';
import { Input } from './input.tsx';
import { Radios } from './radios.tsx';
import { Select } from './select.tsx';
import { Textarea } from './textarea.tsx';
import { ErrorMessage } from './error-message.tsx';
import { content, flag, list, matchFixtures, object, propsOf, text, type Options } from './testing/fixtures.tsx';

/** Our `hint`, `error` and `before`/`after` from the official option names. */
function surround(options: Options) {
  const { hint, errorMessage, formGroup } = options;
  const group = object(formGroup);
  const hiddenPrefix = object(errorMessage).visuallyHiddenText;
  return {
    hint: content(hint), hintProps: propsOf(object(hint)),
    error: content(errorMessage),
    errorProps: { ...propsOf(object(errorMessage)), ...(hiddenPrefix === undefined ? {} : { hiddenPrefix: text(hiddenPrefix) }) },
    describedBy: text(options.describedBy), groupProps: propsOf(group),
    before: content(group.beforeInput ?? group.beforeInputs), after: content(group.afterInput ?? group.afterInputs),
  };
}

function fieldOf(options: Options): FieldProps & { name: string | undefined; disabled: boolean | undefined } {
  const label = object(options.label);
  return {
    id: text(options.id) ?? text(options.name) ?? '', name: text(options.name), label: content(label), labelProps: propsOf(label),
    labelIsHeading: flag(label.isPageHeading), disabled: flag(options.disabled), ...surround(options),
  };
}

const spellCheckOf = (options: Options) => (flag(options.spellcheck) === undefined ? {} : { spellCheck: flag(options.spellcheck) });

matchFixtures('label', (options) => (
  <Label {...propsOf(options)} htmlFor={text(options.for)} isHeading={flag(options.isPageHeading)}>{content(options)}</Label>
));

matchFixtures('hint', (options) => <Hint {...propsOf(options)} id={text(options.id)}>{content(options)}</Hint>);

matchFixtures('error-message', (options) => (
  <ErrorMessage
    id={text(options.id)} {...propsOf(options)}
    hiddenPrefix={options.visuallyHiddenText === undefined ? undefined : text(options.visuallyHiddenText || '')}
  >
    {content(options)}
  </ErrorMessage>
));

matchFixtures('fieldset', (options) => {
  const legend = object(options.legend);
  return (
    <Fieldset
      {...propsOf(options)} role={text(options.role)} describedBy={text(options.describedBy)} legend={content(legend)}
      legendClassName={text(legend.classes)} legendIsHeading={flag(legend.isPageHeading)}
    >
      {content(options)}
    </Fieldset>
  );
});

matchFixtures('input', (options) => (
  <Input
    {...fieldOf(options)} {...propsOf(options)} type={text(options.type)} defaultValue={text(options.value)} inputMode={options.inputmode as 'numeric' | undefined}
    autoComplete={text(options.autocomplete)} autoCapitalize={text(options.autocapitalize)} pattern={text(options.pattern)} {...spellCheckOf(options)}
    prefix={content(options.prefix)} prefixProps={propsOf(object(options.prefix))} suffix={content(options.suffix)} suffixProps={propsOf(object(options.suffix))}
    wrapperProps={propsOf(object(options.inputWrapper))}
  />
));

matchFixtures('textarea', (options) => (
  <Textarea
    {...fieldOf(options)} {...propsOf(options)} defaultValue={text(options.value)} rows={options.rows === undefined ? undefined : Number(options.rows)}
    autoComplete={text(options.autocomplete)} {...spellCheckOf(options)}
  />
));

matchFixtures('select', (options) => {
  const items = list(options.items);
  const chosen = items.find((item) => item.selected === true || (options.value !== undefined && item.selected !== false && (item.value ?? item.text) === options.value));
  return (
    <Select
      {...fieldOf(options)} {...propsOf(options)} defaultValue={text(chosen?.value ?? chosen?.text)}
      items={items.map((item) => ({ text: text(item.text) ?? '', value: text(item.value), disabled: flag(item.disabled), optionProps: propsOf(item) }))}
    />
  );
});

matchFixtures('file-upload', (options) => (
  <FileUpload {...fieldOf(options)} {...propsOf(options)} multiple={flag(options.multiple)} />
), Object.fromEntries([
  'enhanced', 'enhanced, with error message and hint', 'enhanced, multiple files', 'enhanced, custom wrapper classes and attributes', 'translated',
].map((name) => [name, 'the drop zone is an own component, not the official script'])));

function choicesOf(options: Options): ChoiceItem[] {
  // The official template counts the gaps that a false item leaves; React has no gaps, so the ids are given.
  const all = Array.isArray(options.items) ? options.items : [];
  const gaps = all.some((item) => !item);
  const prefix = text(options.idPrefix) ?? text(options.name) ?? '';
  const idAt = (item: Options) => (gaps && all.indexOf(item) > 0 ? `${prefix}-${all.indexOf(item) + 1}` : undefined);
  return list(options.items).map((item) =>
    typeof item.divider === 'string' ? { divider: item.divider } : {
      value: text(item.value) ?? '', id: text(item.id) ?? idAt(item), name: text(item.name), label: content(item), labelProps: propsOf(object(item.label)),
      hint: content(item.hint), hintProps: propsOf(object(item.hint)), disabled: flag(item.disabled),
      conditional: content(item.conditional), exclusive: item.behaviour === 'exclusive', inputProps: propsOf({ attributes: item.attributes }),
    });
}

function groupOf(options: Options) {
  const fieldset = object(options.fieldset);
  const legend = object(fieldset.legend);
  return {
    ...surround(options), name: text(options.name) ?? '', idPrefix: text(options.idPrefix), legend: content(legend), legendClassName: text(legend.classes),
    legendIsHeading: flag(legend.isPageHeading), fieldsetProps: options.fieldset ? propsOf(fieldset) : undefined, items: choicesOf(options),
    className: text(options.classes), listProps: propsOf({ attributes: options.attributes }),
    describedBy: text(fieldset.describedBy) ?? text(options.describedBy),
  };
}

const chosenOf = (options: Options): string[] => {
  const values = (Array.isArray(options.values) ? options.values : [options.value]).filter((value) => value !== undefined);
  return list(options.items).filter((item) => item.checked === true || (item.checked !== false && values.includes(item.value))).map((item) => text(item.value) ?? '');
};

matchFixtures('radios', (options): ReactNode => <Radios {...groupOf(options)} defaultValue={chosenOf(options)[0]} />);
matchFixtures('checkboxes', (options): ReactNode => <Checkboxes {...groupOf(options)} defaultValues={chosenOf(options)} />);
