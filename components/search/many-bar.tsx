'use client';
import { X } from 'lucide-react';
import { useState } from 'react';
import type { ConversationItem } from '@/lib/browser/conversation/read-conversations';
import { changeMany } from '@/lib/browser/search/change-many';
import { toast } from '@/lib/browser/ui/toast';
import { LabelsDialog } from '../shell/labels-dialog';
import { Button } from '../ui/button';
import { ConfirmDialog } from '../ui/confirm-dialog';
import { IconButton } from '../ui/icon-button';
import { texts } from './texts';

interface ManyBarProps {
  chosen: ConversationItem[];
  archived: boolean;
  onSelectShown: () => void;
  onClear: () => void;
  /** They are no longer in this list. */
  onGone: (ids: Set<string>) => void;
  onChanged: (ids: Set<string>, changes: Partial<ConversationItem>) => void;
}

/** What can be done with all that is selected. */
export function ManyBar({ chosen, archived, onSelectShown, onClear, onGone, onChanged }: ManyBarProps) {
  const [busy, setBusy] = useState(false);
  const [deleting, setDeleting] = useState(false);
  const [labelling, setLabelling] = useState(false);

  async function change(changes: Partial<{ archived: boolean; labels: string[] }> | null) {
    setBusy(true);
    const { done, failed, problem } = await changeMany(
      chosen.map(({ id }) => id),
      changes,
    );
    setBusy(false);
    if (done.size > 0) toast(texts.done(done.size));
    if (failed > 0) toast(texts.someFailed(failed, problem ?? ''), { kind: 'error' });
    if (changes?.labels) onChanged(done, { labels: changes.labels });
    else onGone(done);
    if (failed === 0) onClear();
  }
  const shared = chosen[0]?.labels.filter((label) => chosen.every(({ labels }) => labels.includes(label))) ?? [];
  return (
    <>
      {/* The room for it is there before anything is ticked: else the list below would move while somebody ticks. */}
      <IconButton label={texts.clear} icon={X} disabled={busy} onClick={onClear} className="-ml-2" />
      <p role="status" className="mr-auto font-medium text-sm">
        {texts.selected(chosen.length)}
      </p>
      <Button look="quiet" disabled={busy} onClick={onSelectShown}>
        {texts.selectShown}
      </Button>
      {/* On a phone a line of their own. */}
      <div className="flex w-full gap-2 sm:w-auto">
        <Button disabled={busy} onClick={() => setLabelling(true)}>
          {texts.labels}
        </Button>
        <Button disabled={busy} onClick={() => change({ archived: !archived })}>
          {archived ? texts.restore : texts.archive}
        </Button>
        <Button look="danger" disabled={busy} onClick={() => setDeleting(true)}>
          {texts.delete}
        </Button>
      </div>
      <LabelsDialog
        open={labelling}
        labels={shared}
        onSave={(labels) => void change({ labels })}
        onClose={() => setLabelling(false)}
      />
      <ConfirmDialog
        open={deleting}
        title={texts.deleteTitle(chosen.length)}
        text={texts.deleteText}
        action={texts.delete}
        onConfirm={() => void change(null)}
        onClose={() => setDeleting(false)}
      />
    </>
  );
}
