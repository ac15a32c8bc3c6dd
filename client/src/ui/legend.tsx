export type Swatch = 'attended' | 'authorised' | 'unauthorised' | 'series' | 'grey' | 'reference' | 'last-year';
export type LegendItem = { swatch: Swatch; label: string };

/** Only for stacked bars: lines are labelled where they run. */
export function Legend({ items }: { items: readonly LegendItem[] }) {
  return (
    <ul className="app-legend">
      {items.map(({ swatch, label }) => <li key={label}><span className={`app-legend__swatch app-legend__swatch--${swatch}`} aria-hidden="true" />{label}</li>)}
    </ul>
  );
}
