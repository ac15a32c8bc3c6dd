import type { ReactNode } from 'react';
import { plural } from '../lib/format.ts';
import { Button } from './button.tsx';
import { useShortcuts } from './use-shortcuts.ts';

export type TimeOutStripProps = { /** When the warning began: spoken once, so it does not count down. */ minutes: number; onStay: () => void; /** What happens to text being typed. */ children?: ReactNode };

export function TimeOutStrip({ minutes, onStay, children = 'What you typed is saved as a draft.' }: TimeOutStripProps) {
  useShortcuts({ s: onStay });
  return (
    <div className="app-timeout" role="alert">
      <p><strong>You will be signed out in {plural(minutes, 'minute')}.</strong> {children}</p>
      <Button shortcut="s" onClick={onStay}>Stay signed in</Button>
    </div>
  );
}
