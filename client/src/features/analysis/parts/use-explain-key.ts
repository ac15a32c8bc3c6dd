import { useShortcuts } from '../../../ui/use-shortcuts.ts';

/** `e` opens Explain for the tile that holds the focus. */
export function useExplainKey(): void {
  useShortcuts({ e: () => document.activeElement?.closest('.app-tile')?.querySelector<HTMLElement>('.app-tile__explain :is(a, button)')?.click() });
}
