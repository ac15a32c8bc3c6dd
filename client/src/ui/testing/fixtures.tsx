import { readFileSync } from 'node:fs';
import { createElement, type ReactNode } from 'react';
import { render } from '@testing-library/react';

/** The options of an official example: an open shape, so each test reads what it maps and no more. */
export type Options = Record<string, unknown>;
type Fixture = { name: string; options: Options; html: string };

export function loadFixtures(component: string): Fixture[] {
  const path = require.resolve(`govuk-frontend/dist/govuk/components/${component}/fixtures.json`);
  return (JSON.parse(readFileSync(path, 'utf8')) as { fixtures: Fixture[] }).fixtures;
}

export const text = (value: unknown): string | undefined => (['string', 'number', 'boolean'].includes(typeof value) ? String(value as string | number | boolean) : undefined);
export const object = (value: unknown): Options => (typeof value === 'object' && value !== null ? (value as Options) : {});
export const list = (value: unknown): Options[] => (Array.isArray(value) ? value.filter(Boolean).map(object) : []);
export const flag = (value: unknown): boolean | undefined => (typeof value === 'boolean' ? value : undefined);

const REACT_NAMES: Record<string, string> = {
  class: 'className', for: 'htmlFor', maxlength: 'maxLength', minlength: 'minLength', spellcheck: 'spellCheck', autocomplete: 'autoComplete',
  colspan: 'colSpan', rowspan: 'rowSpan', tabindex: 'tabIndex', readonly: 'readOnly',
};

/** `{ classes, attributes }` as React props. */
export function propsOf(options: Options): Record<string, string> {
  const props: Record<string, string> = {};
  for (const [name, value] of Object.entries(object(options.attributes))) props[REACT_NAMES[name] ?? name] = text(object(value).value ?? value) ?? '';
  if (options.classes) props.className = text(options.classes) ?? '';
  return props;
}

function toReact(node: Node, key: number): ReactNode {
  if (node.nodeType === Node.TEXT_NODE) return node.textContent;
  if (!(node instanceof Element)) return null;
  const props: Record<string, string | number> = { key };
  for (const { name, value } of Array.from(node.attributes)) if (name !== 'style') props[REACT_NAMES[name] ?? name] = value;
  if (node instanceof HTMLTextAreaElement) return createElement('textarea', { ...props, defaultValue: node.value });
  return createElement(node.tagName.toLowerCase(), props, ...Array.from(node.childNodes, toReact));
}

/** `{ html }` or `{ text }` as React children: what a page of ours would write as JSX. */
export function content(options: unknown, htmlKey = 'html', textKey = 'text'): ReactNode {
  const { [htmlKey]: html, [textKey]: plain } = object(options);
  if (typeof html !== 'string' || html === '') return text(plain);
  const box = document.createElement('template');
  box.innerHTML = html;
  const nodes = Array.from(box.content.childNodes, toReact);
  return nodes.length === 1 ? nodes[0] : nodes;
}

// Left out of the comparison: hooks for govuk's scripts (ours is React), and focus that those scripts would set.
const IGNORED = new Set([
  'data-module', 'data-prevent-double-click', 'data-disable-auto-focus', 'data-aria-controls', 'aria-controls', 'aria-expanded', 'tabindex', 'style',
  'checked', 'selected', 'xmlns', 'data-behaviour',
]);

function squash(value: string): string {
  return value.replace(/\s+/g, ' ');
}

/** A tree of tags, attributes in order, state and words, with white space between them set aside. */
function describeNode(node: Node): string[] {
  if (node.nodeType === Node.TEXT_NODE) {
    const words = squash(node.textContent ?? '').trim();
    return words ? [words] : [];
  }
  if (!(node instanceof Element)) return [];
  const attributes = Array.from(node.attributes)
    .filter(({ name, value }) => !IGNORED.has(name) && !(name === 'value' && value === '' && node.tagName !== 'OPTION'))
    .map(({ name, value }) => `${name}=${name === 'class' ? value.split(/\s+/).filter(Boolean).sort().join(' ') : squash(value).trim()}`)
    .sort();
  if (node instanceof HTMLInputElement) attributes.push(`checked=${node.checked}`);
  if (node instanceof HTMLOptionElement) attributes.push(`selected=${node.selected}`);
  const inside = node instanceof HTMLTextAreaElement ? [node.value.trim()] : Array.from(node.childNodes).flatMap(describeNode);
  return [`<${node.tagName.toLowerCase()} ${attributes.join(' ')}>`, ...inside.map((line) => `  ${line}`)];
}

/** The document as lines to compare. React splits a sentence into several text nodes; `normalize` joins them. */
export function normalise(container: Element): string {
  container.normalize();
  return Array.from(container.childNodes).flatMap(describeNode).join('\n');
}

type Skips = Record<string, string>;

/** One test per official example: our component, given the same options, must produce the same document. */
export function matchFixtures(component: string, toElement: (options: Options) => ReactNode, skips: Skips = {}): void {
  describe(component, () => {
    const fixtures = loadFixtures(component);
    for (const { name, options, html } of fixtures) {
      if (name in skips) continue;
      it(`matches the official example "${name}"`, () => {
        const official = document.createElement('div');
        official.innerHTML = html;
        const { container } = render(toElement(options));
        expect(normalise(container)).toBe(normalise(official));
      });
    }
    it('skips only examples that exist, each with a reason', () => {
      const names = new Set(fixtures.map(({ name }) => name));
      for (const [name, reason] of Object.entries(skips)) {
        expect(names).toContain(name);
        expect(reason).not.toBe('');
      }
    });
  });
}
