'use client';
import type { TeamDraft } from '@/lib/browser/team/team-draft';
import { AnswerDiff } from '../run/answers/answer-diff';
import { Button } from '../ui/button';
import { CopyButton } from '../ui/copy-button';
import { Notice } from '../ui/notice';
import { texts } from './texts';

interface TeamConflictProps {
  mine: TeamDraft;
  /** What somebody else, or another tab, has saved meanwhile. */
  theirs: TeamDraft;
  busy: boolean;
  onTake: () => void;
  onOverwrite: () => void;
  onSaveAsNew: () => void;
}

const asText = ({ name, agents, coordination, limits }: TeamDraft) =>
  JSON.stringify({ name, agents, coordination, limits }, null, 2);

/** Two people have changed one team: both versions, and what a person can do with theirs. Nothing is lost before they have chosen. */
export function TeamConflict({ mine, theirs, busy, onTake, onOverwrite, onSaveAsNew }: TeamConflictProps) {
  const [saved, own] = [asText(theirs), asText(mine)];
  return (
    <section aria-label={texts.conflict} className="flex flex-col gap-3">
      <Notice tone="danger">{texts.conflictText}</Notice>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-1 text-muted text-xs">
        <span>
          <del className="rounded-sm bg-danger-soft px-1">{texts.onlySaved}</del>{' '}
          <ins className="rounded-sm bg-ok-soft px-1 no-underline">{texts.onlyYours}</ins>
        </span>
        <CopyButton text={saved} label={texts.copySaved} showLabel />
        <CopyButton text={own} label={texts.copyYours} showLabel />
      </div>
      <div
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling box must be reachable by keyboard.
        tabIndex={0}
        className="max-h-64 overflow-auto rounded-control bg-sunken px-3 py-2 font-mono"
      >
        <AnswerDiff before={saved} after={own} />
      </div>
      <div className="flex flex-wrap gap-2">
        <Button disabled={busy} onClick={onTake}>
          {texts.takeSaved}
        </Button>
        <Button disabled={busy} onClick={onSaveAsNew}>
          {texts.saveAsNew}
        </Button>
        <Button disabled={busy} look="danger" onClick={onOverwrite}>
          {texts.replace}
        </Button>
      </div>
    </section>
  );
}
