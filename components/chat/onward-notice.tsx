'use client';
import { useRouter } from 'next/navigation';
import { showBranch } from '@/lib/browser/conversation/show-branch';
import { Button } from '../ui/button';
import { texts } from './texts';

interface OnwardNoticeProps {
  conversationId: string;
  /** The end of what goes on behind the last turn that is shown. */
  onward: string;
}

/** Under the last turn when the reader has gone back to it: what the next question does, and the way back. */
export function OnwardNotice({ conversationId, onward }: OnwardNoticeProps) {
  const router = useRouter();
  return (
    <div className="mx-auto flex w-full max-w-read flex-wrap items-center gap-3 rounded-card border border-line border-dashed px-3.5 py-2.5 text-muted text-sm">
      <p className="min-w-0 flex-1">{texts.onward}</p>
      <Button
        size="sm"
        className="[@media(hover:none)]:h-11"
        onClick={async () => {
          if (await showBranch(conversationId, onward)) router.refresh();
        }}
      >
        {texts.showOnward}
      </Button>
    </div>
  );
}
