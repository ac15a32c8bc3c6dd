import { TileStrip } from '../../../ui/tile.tsx';
import { headlineTiles, type TileLinks } from '../rules/tiles.ts';
import type { HeadlineFragment } from './headline-tiles.generated.ts';

/** The headline figures of an area, a phase or a school, side by side. */
export function HeadlineTiles({ overview, label = 'Headline figures', rows, explain }: TileLinks & { overview: HeadlineFragment; label?: string }) {
  return <TileStrip label={label} tiles={headlineTiles(overview, { rows, explain })} />;
}
