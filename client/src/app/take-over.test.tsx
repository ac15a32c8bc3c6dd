import { act, useState } from 'react';
import { hydrateRoot } from 'react-dom/client';
import { beginEarly } from './early-page.ts';
import { TakeOver, touchedFields } from './take-over.tsx';

(globalThis as { IS_REACT_ACT_ENVIRONMENT?: boolean }).IS_REACT_ACT_ENVIRONMENT = true;
const heard: string[] = [];

function Fields() {
  const [text, setText] = useState('');
  const [isOn, setOn] = useState(false);
  const [place, setPlace] = useState('A');
  return (
    <form aria-label="held" onSubmit={(event) => { event.preventDefault(); heard.push(`sent ${text} ${isOn} ${place}`); }}>
      <input aria-label="text" value={text} onChange={(event) => { heard.push(`text ${event.target.value}`); setText(event.target.value); }} />
      <input aria-label="tick" type="checkbox" checked={isOn} onChange={(event) => { heard.push(`tick ${event.target.checked}`); setOn(event.target.checked); }} />
      <select aria-label="place" value={place} onChange={(event) => { heard.push(`place ${event.target.value}`); setPlace(event.target.value); }}><option>A</option><option>B</option></select>
      <input aria-label="left alone" defaultValue="given" onChange={() => heard.push('left alone')} />
      <button type="submit">Send</button>
    </form>
  );
}

// As the server draws it.
const DRAWN = '<form aria-label="held"><input aria-label="text" value=""><input aria-label="tick" type="checkbox"><select aria-label="place"><option selected="">A</option><option>B</option></select><input aria-label="left alone" value="given"><button type="submit">Send</button></form>';
const field = <T extends HTMLElement>(label: string): T => document.querySelector<T>(`[aria-label="${label}"]`)!;

let root: HTMLElement;
beforeEach(() => {
  heard.length = 0;
  document.body.innerHTML = `<div id="root" inert data-drawn>${DRAWN}</div>`;
  root = document.getElementById('root')!;
  beginEarly(window);
});
const takeOver = (): Promise<void> => act(async () => { hydrateRoot(root, <TakeOver root={root} kept={touchedFields(root)}><Fields /></TakeOver>); });

it('hears of what was typed, ticked and chosen before it was there, once each, and of nothing else', async () => {
  expect(root.hasAttribute('inert')).toBe(false);
  field<HTMLInputElement>('text').value = 'Thirkell';
  field<HTMLInputElement>('tick').checked = true;
  field<HTMLSelectElement>('place').value = 'B';
  await takeOver();
  expect(heard).toEqual(['text Thirkell', 'tick true', 'place B']);
  expect([field<HTMLInputElement>('text').value, field<HTMLInputElement>('tick').checked, field<HTMLSelectElement>('place').value, root.hasAttribute('data-drawn')]).toEqual(['Thirkell', true, 'B', false]);
});

it('sends the form that was held back, once, with what is in it', async () => {
  field<HTMLInputElement>('text').value = 'Thirkell';
  const sent = new SubmitEvent('submit', { bubbles: true, cancelable: true });
  field('held').dispatchEvent(sent);
  expect([sent.defaultPrevented, heard]).toEqual([true, []]);
  await takeOver();
  await new Promise((resolve) => { setTimeout(resolve); });
  expect(heard).toEqual(['text Thirkell', 'sent Thirkell false A']);
});

it('lets a form that asks by its address go as it is', () => {
  field('held').setAttribute('method', 'get');
  const sent = new SubmitEvent('submit', { bubbles: true, cancelable: true });
  // Where nothing held it, jsdom would now say that it opens no pages.
  document.addEventListener('submit', (event) => { heard.push(String(event.defaultPrevented)); event.preventDefault(); }, { once: true });
  field('held').dispatchEvent(sent);
  expect(heard).toEqual(['false']);
});
