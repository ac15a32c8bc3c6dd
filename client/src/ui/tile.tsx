import type { ReactNode } from 'react';
import { cx } from '../lib/cx.ts';
import { Figure } from './figure.tsx';
import { Way } from './icons.tsx';
import { Link } from './link.tsx';
import { QuietButton } from './quiet-button.tsx';

export type TileChange = {
  way: 'up' | 'down' | 'flat';
  /** Good or bad only where the direction has a plain good and bad. */
  tone: 'good' | 'bad' | 'neutral';
  /** "up 0.4 on last year" */
  text: string;
};

/** A figure beside the main one: with `href`, even an undefined one, it is a figure; without, it is words. */
export type TileComparator = { label: string; value: ReactNode; href?: string | undefined };

export type TileProps = {
  label: string;
  /** The figure as written, with its unit: "93.4%". */
  value?: string;
  /** The rows it counts. */
  href?: string;
  /** The count beside a rate: "9,132 pupils". */
  n?: ReactNode;
  change?: TileChange;
  comparators?: readonly TileComparator[];
  /** Opens Explain; or `explainHref` for a link that can be sent to a colleague. */
  onExplain?: () => void;
  explainHref?: string;
  state?: 'shown' | 'no-data' | 'suppressed' | 'too-early';
  /** Why there is no figure: "Fewer than 5 pupils", "Shown from Mon 28 September". */
  reason?: ReactNode;
};

const NO_FIGURE = { 'no-data': 'No sessions', suppressed: 'c', 'too-early': 'Too early' } as const;
const REASONS = { 'no-data': 'No marks in this period', suppressed: 'c: fewer than 5 pupils', 'too-early': 'Shown from the third full week' } as const;

export function Tile({ label, value, href, n, change, comparators = [], onExplain, explainHref, state = 'shown', reason }: TileProps) {
  const explain = <>Explain<span className="govuk-visually-hidden"> {label}</span></>;
  return (
    <li className="app-tile">
      <span className="app-tile__label">{label}</span>
      <div className="app-tile__figure">
        {state === 'shown'
          ? <Figure className="app-tile__value" value={value ?? ''} to={href} of={label} />
          : <span className={cx('app-tile__value', state !== 'suppressed' && 'app-tile__value--word')}>{NO_FIGURE[state]}</span>}
        {state === 'shown' && n && <span className="app-tile__n">{n}</span>}
      </div>
      {state !== 'shown' && <p className="app-tile__note">{reason ?? REASONS[state]}</p>}
      {state === 'shown' && change && <p className={`app-tile__change app-tile__change--${change.tone}`}><Way way={change.way} /> {change.text}</p>}
      {comparators.length > 0 && (
        <dl className="app-tile__pairs">
          {comparators.map((pair) => <div key={pair.label}><dt>{pair.label}</dt><dd>{'href' in pair ? <Figure value={pair.value} to={pair.href} of={`${label}, ${pair.label}`} /> : pair.value}</dd></div>)}
        </dl>
      )}
      {explainHref && <span className="app-tile__explain"><Link href={explainHref}>{explain}</Link></span>}
      {!explainHref && onExplain && <span className="app-tile__explain"><QuietButton small onClick={onExplain}>{explain}</QuietButton></span>}
    </li>
  );
}

/** Headline figures side by side. */
export function TileStrip({ label, tiles }: { label: string; tiles: readonly TileProps[] }) {
  return (
    <ul className={`app-tiles app-tiles--${Math.min(tiles.length, 6)}`} aria-label={label}>
      {tiles.map((tile) => <Tile key={tile.label} {...tile} />)}
    </ul>
  );
}
