import { useState } from 'react';
import { late } from '../../../lib/late.tsx';
import { Button } from '../../../ui/button.tsx';
import { useMe } from '../../identity/index.ts';

export interface WatchControlProps {
  /** One of the two. */
  readonly pupilId?: string;
  readonly schoolId?: number;
  /** Whom, in the heading and to those who hear the button alone. */
  readonly name: string;
}

const WatchQuestion = late(async () => (await import('./watch-question.tsx')).WatchQuestion);

/** A button that opens the question on which list, and why. Nothing for those who keep no lists. */
export function WatchControl(props: WatchControlProps) {
  const { can } = useMe();
  const [isOpen, setOpen] = useState(false);
  if (!can('watch:keep')) return null;
  return (
    <>
      <Button small variant="secondary" className="app-no-print" onClick={() => setOpen(true)}>Watch<span className="govuk-visually-hidden"> {props.name}</span></Button>
      {isOpen && <WatchQuestion {...props} onClose={() => setOpen(false)} />}
    </>
  );
}
