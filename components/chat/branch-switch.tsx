'use client';
import { ChevronLeft, ChevronRight } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { showBranch } from '@/lib/browser/conversation/show-branch';
import type { Branches } from '@/lib/browser/run/turn';
import { IconButton } from '../ui/icon-button';
import { texts } from './texts';

interface BranchSwitchProps {
  conversationId: string;
  /** What the branches differ in. */
  what: 'question' | 'answer';
  branches: Branches | null;
}

/** `‹ 2/3 ›`: goes to another branch that leaves the conversation here. */
export function BranchSwitch({ conversationId, what, branches }: BranchSwitchProps) {
  const router = useRouter();
  const [busy, setBusy] = useState(false);
  if (!branches) return null;
  const { leafIds, shown } = branches;

  async function go(to: string | undefined) {
    if (!to) return;
    setBusy(true);
    if (await showBranch(conversationId, to)) router.refresh();
    setBusy(false);
  }
  return (
    <fieldset className="-mx-2 tabular flex items-center text-muted text-xs">
      <legend className="sr-only">{texts.branches[what].title}</legend>
      <IconButton
        label={texts.branches[what].previous}
        icon={ChevronLeft}
        disabled={busy || shown === 0}
        onClick={() => go(leafIds[shown - 1])}
      />
      <span role="status" aria-label={texts.branchOf(shown + 1, leafIds.length)}>
        {shown + 1}/{leafIds.length}
      </span>
      <IconButton
        label={texts.branches[what].next}
        icon={ChevronRight}
        disabled={busy || shown === leafIds.length - 1}
        onClick={() => go(leafIds[shown + 1])}
      />
    </fieldset>
  );
}
