import { useId, useRef, useState, type KeyboardEvent, type MouseEvent } from 'react';
import { formatNumber } from '../lib/format.ts';
import { FindOption } from './find-option.tsx';
import { SearchIcon } from './icons.tsx';
import { Link } from './link.tsx';
import { QuietButton } from './quiet-button.tsx';
import { useFind, type FindState, type OnSearch } from './use-find.ts';
import { useShortcuts } from './use-shortcuts.ts';

export type FindBoxProps = {
  onSearch: OnSearch;
  /** Goes to the chosen result in this tab. */
  onOpen: (href: string) => void;
  /** The page of all results for a text. */
  allHref?: (text: string) => string;
  label?: string;
  placeholder?: string;
};

/** What is known so far, in words: for the eye above the list, and spoken. */
function wordsFor(state: FindState, text: string): string {
  switch (state.kind) {
    case 'empty': return '';
    case 'typing': return 'Type at least two letters.';
    case 'searching': return state.isSlow ? 'Still looking. A longer word is quicker.' : 'Looking…';
    case 'none': return `Nothing found for “${text}”${state.results.searched ? ` in ${state.results.searched}` : ''}. Try part of a name, a UPN or a date of birth.`;
    case 'error': return 'The search did not answer. What you typed is still here.';
    case 'results': return `${formatNumber(state.results.total)} found for “${text}”${state.results.searched ? ` in ${state.results.searched}` : ''}.`;
  }
}

export function FindBox({
  onSearch, onOpen, allHref, label = 'Find a pupil, family, school or reference', placeholder = 'Pupil, parent, address, UPN, school or reference',
}: FindBoxProps) {
  const { text, state, ask, retry } = useFind(onSearch);
  const [isOpen, setOpen] = useState(false);
  const [active, setActive] = useState(-1);
  const input = useRef<HTMLInputElement>(null);
  const id = useId();
  useShortcuts({ '/': () => input.current?.focus() });

  const groups = state.kind === 'results' ? state.results.groups : [];
  const items = groups.flatMap((group) => group.items);
  const here = items[active];
  const shown = isOpen && state.kind !== 'empty';

  const open = (href: string, newTab: boolean) => {
    setOpen(false);
    if (newTab) window.open(href, '_blank', 'noopener');
    else onOpen(href);
  };
  const clear = () => {
    ask('');
    setActive(-1);
    input.current?.focus();
  };
  const move = (to: number) => {
    setOpen(true);
    if (items.length > 0) setActive((to + items.length) % items.length);
  };

  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    const moves: Record<string, number> = { ArrowDown: active + 1, ArrowUp: active < 0 ? -1 : active - 1 };
    const to = moves[event.key];
    if (to !== undefined) {
      event.preventDefault();
      move(to);
    } else if (event.key === 'Enter') {
      event.preventDefault();
      // One answer needs no choosing.
      const chosen = here ?? (items.length === 1 ? items[0] : undefined);
      if (chosen && shown) open(chosen.href, event.ctrlKey || event.metaKey);
      else if (allHref && text.trim()) open(allHref(text.trim()), event.ctrlKey || event.metaKey);
    } else if (event.key === 'Escape') {
      event.preventDefault();
      if (shown) setOpen(false);
      else clear();
    }
  };

  const onPick = (event: MouseEvent<HTMLElement>) => {
    const option = event.target instanceof Element ? event.target.closest('[data-href]') : null;
    const href = option?.getAttribute('data-href');
    if (href) open(href, event.ctrlKey || event.metaKey);
  };

  return (
    <div
      role="search" className="app-find"
      onBlur={(event) => { if (!event.currentTarget.contains(event.relatedTarget)) setOpen(false); }}
    >
      <div className="app-find__box">
        <SearchIcon />
        <label className="govuk-visually-hidden" htmlFor={`${id}-input`}>{label}</label>
        <input
          ref={input} id={`${id}-input`} className="app-find__input" type="text" role="combobox" autoComplete="off" spellCheck={false} enterKeyHint="search"
          placeholder={placeholder} value={text} aria-expanded={shown && items.length > 0} aria-controls={`${id}-list`} aria-autocomplete="list"
          aria-activedescendant={shown && here ? `${id}-${active}` : undefined}
          onChange={(event) => { ask(event.target.value); setActive(-1); setOpen(true); }}
          onFocus={() => setOpen(true)} onClick={() => setOpen(true)} onKeyDown={onKeyDown}
        />
        {text ? <QuietButton small className="app-find__clear" onClick={clear}>Clear<span className="govuk-visually-hidden"> the search</span></QuietButton> : <kbd aria-hidden="true">/</kbd>}
      </div>
      <div className="app-find__results" hidden={!shown}>
        <p className="app-find__status" role="status">{shown && wordsFor(state, text.trim())}</p>
        {state.kind === 'error' && <p className="app-find__foot"><QuietButton small onClick={retry}>Try again</QuietButton></p>}
        {/* The list does not take focus: a press must not pull it out of the field first. */}
        <div id={`${id}-list`} role="listbox" aria-label="Results" hidden={items.length === 0} onMouseDown={(event) => event.preventDefault()} onClick={onPick}>
          {groups.map((group, at) => {
            const start = groups.slice(0, at).reduce((sum, earlier) => sum + earlier.items.length, 0);
            return (
              <div key={group.label} role="group" aria-labelledby={`${id}-group-${at}`}>
                <div id={`${id}-group-${at}`} role="presentation" className="app-find__group">{group.label}</div>
                {group.items.map((item, index) => (
                  <FindOption key={item.id} id={`${id}-${start + index}`} item={item} text={text.trim()} isActive={start + index === active} />
                ))}
              </div>
            );
          })}
        </div>
        {items.length > 0 && (
          <p className="app-find__foot">
            <span><kbd>↓</kbd> <kbd>↑</kbd> to move, <kbd>Enter</kbd> to open, <kbd>Ctrl</kbd> <kbd>Enter</kbd> for a new tab. </span>
            {allHref && state.kind === 'results' && <Link href={allHref(text.trim())} onClick={() => setOpen(false)}>All {formatNumber(state.results.total)} results</Link>}
          </p>
        )}
      </div>
    </div>
  );
}
