'use client';
import { ArrowRightLeft, CornerDownRight, MessageSquare, Vote as VoteIcon } from 'lucide-react';
import { memo } from 'react';
import { sameEntry } from '@/lib/client/same-entry';
import type { SlotEntry } from '@/lib/client/slot-entries';
import { StreamMarkdown } from '../markdown/stream-markdown';
import { cx } from '../ui/cx';
import { ContextRow } from './context-row';
import { FailureNotice } from './failure-notice';
import { FilesRow } from './files-row';
import { NoteRow } from './note-row';
import { ReasoningRow } from './reasoning-row';
import { ToolGroup } from './tool-group';

interface SlotEntryRowProps {
  runId: string;
  slot: string;
  entry: SlotEntry;
}

/** One row of an agent's card. */
export const SlotEntryRow = memo(
  function SlotEntryRow({ runId, slot, entry }: SlotEntryRowProps) {
    switch (entry.kind) {
      case 'reasoning':
        return <ReasoningRow entry={entry} />;
      case 'tools':
        return <ToolGroup tools={entry.tools} />;
      case 'text':
        return (
          <div className={cx('text-sm leading-relaxed', entry.abandoned && 'text-muted')}>
            {entry.abandoned && <p className="mb-1 text-xs">Interrupted, not part of the conversation:</p>}
            <StreamMarkdown text={entry.text} />
          </div>
        );
      case 'answer':
        return (
          <div className="border-agent border-l-2 pl-3">
            <p className="mb-1 font-medium text-xs">Answer {entry.answer.answerId}</p>
            <div className="text-sm leading-relaxed">
              <StreamMarkdown text={entry.answer.content} />
            </div>
          </div>
        );
      case 'vote': {
        const { answerId, reason, voidBecause } = entry.vote;
        return (
          <div className={cx('flex gap-2 text-sm', voidBecause && 'text-muted')}>
            <VoteIcon className="icon mt-0.5 text-muted" aria-hidden />
            <p className="min-w-0">
              <span className={cx('font-medium', voidBecause && 'line-through decoration-1')}>
                {answerId ? `Voted for ${answerId}` : 'Abstained'}
              </span>
              {reason && <span className="text-muted"> — {reason}</span>}
              {voidBecause && <span className="block text-xs">Void: {voidBecause}</span>}
            </p>
          </div>
        );
      }
      case 'files':
        return <FilesRow items={entry.items} />;
      case 'note':
        return (
          <p className="flex gap-2 text-muted text-xs">
            <CornerDownRight className="icon" aria-hidden />
            <span className="min-w-0 self-center">{entry.text}</span>
          </p>
        );
      case 'context':
        return <ContextRow runId={runId} reader={slot} context={entry.context} />;
      case 'board-note':
        return <NoteRow note={entry.note} isOwn={entry.isOwn} />;
      case 'steer':
        return (
          <p className="flex gap-2 rounded-control bg-accent-soft px-2.5 py-1.5 text-sm">
            <MessageSquare className="icon mt-0.5 text-accent" aria-hidden />
            <span className="min-w-0">
              <span className="sr-only">You said: </span>
              {entry.text}
            </span>
          </p>
        );
      case 'switched':
        return (
          <p className="flex gap-2 rounded-control bg-sunken px-2.5 py-1.5 text-sm">
            <ArrowRightLeft className="icon mt-0.5 text-muted" aria-hidden />
            <span className="min-w-0">
              Goes on with <span className="font-medium">{entry.to}</span> instead of {entry.from}, with everything it
              has read and done.
            </span>
          </p>
        );
      case 'failure':
        return <FailureNotice error={entry.error} />;
    }
  },
  (before, after) => sameEntry(before.entry, after.entry),
);
