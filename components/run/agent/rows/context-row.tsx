'use client';
import { BookOpen } from 'lucide-react';
import { useState } from 'react';
import { FORM_WORDS, sharedWords, tokenWords } from '@/lib/browser/run/sharing-words';
import { formatBytes, formatSpan } from '@/lib/browser/ui/format';
import type { SharedContext } from '@/lib/protocol/context-event';
import { texts } from '../texts';
import { DeliveredText } from './delivered-text';
import { FoldRow } from './fold-row';

/** One line: whose work the agent was given, how much of it; opened, in which form and what was cut. */
export function ContextRow({ runId, reader, context }: { runId: string; reader: string; context: SharedContext }) {
  const [open, setOpen] = useState(false);
  const { hash, form, tokens, bytes, items, cut, tookMs } = context;
  return (
    <FoldRow
      open={open}
      onToggle={() => setOpen(!open)}
      head={
        <span className="flex min-w-0 items-center gap-1.5 text-xs">
          <BookOpen className="icon" aria-hidden />
          <span className="tabular min-w-0 truncate">
            {texts.readContext(sharedWords(context), tokenWords(tokens))}
            {cut && ` · ${cut}`}
          </span>
        </span>
      }
    >
      <p className="tabular text-muted text-xs">
        {texts.contextMade(FORM_WORDS[form], items, formatBytes(bytes), formatSpan(tookMs))}
      </p>
      {cut && <p className="text-muted text-xs">{texts.cut(cut)}</p>}
      <DeliveredText runId={runId} reader={reader} hash={hash} />
    </FoldRow>
  );
}
