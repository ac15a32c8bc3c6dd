import { Details } from '../../../ui/details.tsx';
import { Link } from '../../../ui/link.tsx';
import { TileStrip } from '../../../ui/tile.tsx';
import { headlineTiles, type TileLinks, type TileSource } from '../rules/tiles.ts';
import { englandNotes, type EnglandFigure } from '../rules/tiles-england.ts';
import type { HeadlineFragment } from './headline-tiles.generated.ts';

/** The headline figures of an area, a phase or a school, side by side, and where those of England come from. */
export function HeadlineTiles({ overview, label = 'Headline figures', rows, explain, planless }: TileLinks & Pick<TileSource, 'planless'> & { overview: HeadlineFragment; label?: string }) {
  return (
    <>
      <TileStrip label={label} tiles={headlineTiles({ ...overview, planless }, { rows, explain })} />
      {overview.figures.possible > 0 && <EnglandDetails england={overview.england} />}
    </>
  );
}

function EnglandDetails({ england }: { england: readonly EnglandFigure[] }) {
  const notes = englandNotes(england);
  if (notes.length === 0) return null;
  return (
    <Details summary="Where the figures of England come from" className="govuk-!-margin-bottom-4">
      {notes.map((note) => (
        <p key={note.series}><strong>{note.series}</strong> ({note.measures}): {note.whom}, {note.period}. {note.source}, published {note.publishedOn}.</p>
      ))}
      <p>They are not of the same weeks as the figures here, nor of the same ages: here everyone on roll is counted. The two series count differently and are never joined. <Link href="/about/published-figures">All published figures held here</Link></p>
    </Details>
  );
}
