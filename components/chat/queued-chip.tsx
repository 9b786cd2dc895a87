'use client';
import { X } from 'lucide-react';
import { runControls } from '@/lib/client/run-controls';
import type { Turn } from '@/lib/client/turn';
import { useRun } from '../run/run-stores';
import { IconButton } from '../ui/icon-button';

/** A message that waits for the run before it; gone when it has started or is taken back. */
export function QueuedChip({ turn, look }: { turn: Turn; look: string }) {
  const { state } = useRun(turn.run);
  if (state.status !== 'queued') return null;
  return (
    <li className={look}>
      <span className="flex-none text-muted">Sent when this answer is done:</span>
      <span className="truncate">
        {[turn.text, ...turn.attachments.map(({ name }) => name)].filter(Boolean).join(' · ')}
      </span>
      <IconButton label="Take back" icon={X} onClick={() => runControls.stop(turn.run.id)} />
    </li>
  );
}
