'use client';
import { ChevronDown } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { errorText } from '@/lib/browser/api/api-error';
import { formatCount } from '@/lib/browser/ui/format';
import { toast } from '@/lib/browser/ui/toast';
import { Button } from '../ui/button';
import { texts } from './texts';

interface CutTextProps {
  /** The text, or its beginning. */
  text: string;
  /** Characters of the whole when `text` is only its beginning. */
  cutFrom: number | null;
  /** Throws ApiError. */
  readWhole: () => Promise<string>;
  children: (text: string) => ReactNode;
}

/** A text that may be too long to be sent with the page: its beginning, and the rest when somebody wants it. */
export function CutText({ text, cutFrom, readWhole, children }: CutTextProps) {
  const [whole, setWhole] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  if (cutFrom === null || whole !== null) return children(whole ?? text);

  async function show() {
    setBusy(true);
    try {
      setWhole(await readWhole());
    } catch (cause) {
      toast(errorText(cause), { kind: 'error' });
      setBusy(false);
    }
  }
  return (
    <>
      {children(text)}
      <p className="mt-2 flex items-center gap-2 border-line border-t pt-2 text-muted text-xs">
        <Button size="sm" disabled={busy} onClick={show}>
          <ChevronDown className="icon" aria-hidden />
          {busy ? texts.loadingRest : texts.showRest}
        </Button>
        {texts.cut(formatCount(cutFrom))}
      </p>
    </>
  );
}
