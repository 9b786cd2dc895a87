'use client';
import { X } from 'lucide-react';
import { runControls } from '@/lib/browser/run/run-controls';
import type { Turn } from '@/lib/browser/run/turn';
import { useRun } from '../../run/run-stores';
import { IconButton } from '../../ui/icon-button';
import { texts } from './texts';

/** A message that waits for the run before it; gone when it has started or is taken back. */
export function QueuedChip({ turn, look }: { turn: Turn; look: string }) {
  const { state } = useRun(turn.run);
  if (state.status !== 'queued') return null;
  return (
    <li className={look}>
      <span className="flex-none text-muted">{texts.sentLater}</span>
      <span className="truncate">
        {[turn.text, ...turn.attachments.map(({ name }) => name)].filter(Boolean).join(' · ')}
      </span>
      <IconButton label={texts.takeBack} icon={X} onClick={() => runControls.stop(turn.run.id)} />
    </li>
  );
}
