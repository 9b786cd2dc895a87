'use client';
import { ArrowRightLeft, CornerDownRight, MessageSquare, Vote as VoteIcon } from 'lucide-react';
import { memo } from 'react';
import { sameEntry } from '@/lib/browser/run/same-entry';
import type { SlotEntry } from '@/lib/browser/run/slot-entries';
import { CheckMarks } from '../../../checks/check-marks';
import { StreamMarkdown } from '../../../markdown/stream-markdown';
import { cx } from '../../../ui/cx';
import { PlainText } from '../../../ui/plain-text';
import { texts } from '../texts';
import { CondensedRow } from './condensed-row';
import { ContextRow } from './context-row';
import { FailureNotice } from './failure-notice';
import { FilesRow } from './files-row';
import { NoteRow } from './note-row';
import { ReasoningRow } from './reasoning-row';
import { ToolGroup } from './tool-group';
import { UnavailableRow } from './unavailable-row';

interface SlotEntryRowProps {
  runId: string;
  slot: string;
  /** Type of its backend. */
  backend: string;
  entry: SlotEntry;
}

/** One row of an agent's card. */
export const SlotEntryRow = memo(
  function SlotEntryRow({ runId, slot, backend, entry }: SlotEntryRowProps) {
    switch (entry.kind) {
      case 'reasoning':
        return <ReasoningRow entry={entry} />;
      case 'tools':
        return <ToolGroup runId={runId} tools={entry.tools} />;
      case 'text':
        return (
          <div className={cx('text-sm leading-relaxed', entry.abandoned && 'text-muted')}>
            {entry.abandoned && <p className="mb-1 text-xs">{texts.interruptedText}</p>}
            <StreamMarkdown text={entry.text} />
          </div>
        );
      case 'answer':
        return (
          <div className="border-agent border-l-2 pl-3">
            <p className="mb-1 font-medium text-xs">{texts.answer(entry.answer.answerId)}</p>
            <div className="text-sm leading-relaxed">
              <StreamMarkdown text={entry.answer.content} />
            </div>
            <CheckMarks results={entry.checks ?? []} />
          </div>
        );
      case 'vote': {
        const { answerId, reason, voidBecause } = entry.vote;
        return (
          <div className={cx('flex gap-2 text-sm', voidBecause && 'text-muted')}>
            <VoteIcon className="icon mt-0.5 text-muted" aria-hidden />
            <p className="min-w-0">
              <span className={cx('font-medium', voidBecause && 'line-through decoration-1')}>
                {answerId ? texts.votedFor(answerId) : texts.abstained}
              </span>
              {reason && (
                <span className="text-muted">
                  {' — '}
                  <bdi>
                    <PlainText text={reason} />
                  </bdi>
                </span>
              )}
              {voidBecause && <span className="block text-xs">{texts.void(voidBecause)}</span>}
            </p>
          </div>
        );
      }
      case 'files':
        return <FilesRow items={entry.items} />;
      case 'condensed':
        return <CondensedRow condensed={entry.condensed} />;
      case 'note':
        return (
          <p className="flex gap-2 text-muted text-xs">
            <CornerDownRight className="icon" aria-hidden />
            <span className="min-w-0 self-center">{entry.text}</span>
          </p>
        );
      case 'unavailable':
        return <UnavailableRow text={entry.text} />;
      case 'context':
        return <ContextRow runId={runId} reader={slot} context={entry.context} />;
      case 'board-note':
        return <NoteRow note={entry.note} isOwn={entry.isOwn} />;
      case 'steer':
        return (
          <p className="flex gap-2 rounded-control bg-accent-soft px-2.5 py-1.5 text-sm">
            <MessageSquare className="icon mt-0.5 text-accent" aria-hidden />
            <span className="min-w-0">
              {entry.by === null ? (
                <span className="sr-only">{texts.youSaid} </span>
              ) : (
                <span className="font-medium">{texts.said(entry.by)} </span>
              )}
              <bdi>
                <PlainText text={entry.text} />
              </bdi>
            </span>
          </p>
        );
      case 'switched':
        return (
          <p className="flex gap-2 rounded-control bg-sunken px-2.5 py-1.5 text-sm">
            <ArrowRightLeft className="icon mt-0.5 text-muted" aria-hidden />
            <span className="min-w-0">
              {texts.switched.before} <span className="font-medium">{entry.to}</span> {texts.switched.after(entry.from)}
            </span>
          </p>
        );
      case 'failure':
        return <FailureNotice error={entry.error} backend={backend} />;
    }
  },
  (before, after) => sameEntry(before.entry, after.entry),
);
