'use client';
import { useState } from 'react';
import { api } from '@/lib/browser/api/api';
import { useSubmit } from '@/lib/browser/conversation/use-submit';
import type { PlacedPrompt } from '@/lib/browser/prompts/saved-prompt';
import { Button } from '../ui/button';
import { ConfirmDialog } from '../ui/confirm-dialog';
import { Notice } from '../ui/notice';
import { PlaceChip } from '../ui/place-chip';
import { PromptForm } from './prompt-form';
import { texts } from './texts';

const NOWHERE: never[] = [];

/** One saved prompt: read, changed in its place, deleted. */
export function PromptRow({ prompt }: { prompt: PlacedPrompt }) {
  const { busy, submit, message } = useSubmit();
  const [isEdited, setEdited] = useState(false);
  const [isAsked, setAsked] = useState(false);
  const { id, name, text, variables, visibility, place } = prompt;
  const notes = [
    visibility === 'workspace' ? texts.ofWorkspace : place !== null && texts.onlyYours,
    variables.length > 0 && texts.gaps(variables),
  ];

  if (isEdited) {
    return (
      <li className="border-line border-b px-4 last:border-b-0">
        <div className="pt-3 empty:hidden">
          <PlaceChip place={place} />
        </div>
        <PromptForm prompt={prompt} workspaces={NOWHERE} onDone={() => setEdited(false)} />
      </li>
    );
  }
  return (
    <li className="border-line border-b px-4 py-2.5 last:border-b-0">
      <div className="flex flex-wrap items-center gap-2">
        <p className="flex min-w-0 flex-1 items-center gap-2 text-sm">
          <span className="truncate">{name}</span>
          <PlaceChip place={place} />
        </p>
        <Button size="sm" aria-label={texts.editOf(name)} onClick={() => setEdited(true)}>
          {texts.edit}
        </Button>
        <Button size="sm" look="quiet" aria-label={texts.deleteOf(name)} disabled={busy} onClick={() => setAsked(true)}>
          {texts.delete}
        </Button>
      </div>
      <p className="line-clamp-2 whitespace-pre-line text-muted text-xs">{text}</p>
      <p className="text-muted text-xs empty:hidden">{notes.filter(Boolean).join(' · ')}</p>
      {message && <Notice tone="danger">{message}</Notice>}
      <ConfirmDialog
        open={isAsked}
        title={texts.deleteTitle}
        text={texts.deleteText(name)}
        action={texts.delete}
        onConfirm={() => void submit(() => api('DELETE', `/prompts/${id}`), texts.deleted(name))}
        onClose={() => setAsked(false)}
      />
    </li>
  );
}
