import { useNavigate } from 'react-router';
import { useShortcuts } from '../../../ui/use-shortcuts.ts';

/** Lists of rows that can be explained: those of a filter, and those of work. The two lists of families have pages of their own. */
const EXPLAINED = /^\/(?:pupils\?|lists\/(?!siblings-together|year-6-to-7)[a-z])/;

/** The same list with its explanation open; nothing where an address is of no such list. */
export function explainPath(href: string | null | undefined): string | null {
  if (!href || !EXPLAINED.test(href)) return null;
  return `${href}${href.includes('?') ? '&' : '?'}explain=yes`;
}

/** `e` opens Explain for what holds the focus: the tile, or the figure that leads to rows. */
export function useExplainKey(): void {
  const navigate = useNavigate();
  useShortcuts({
    e: () => {
      const focused = document.activeElement;
      const tile = focused?.closest('.app-tile')?.querySelector<HTMLElement>('.app-tile__explain :is(a, button)');
      const path = explainPath(focused?.closest('a')?.getAttribute('href'));
      if (tile) tile.click();
      else if (path) void navigate(path);
    },
  });
}
