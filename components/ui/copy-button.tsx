'use client';
import { Check, Copy } from 'lucide-react';
import { useEffect, useState } from 'react';
import { toast } from '@/lib/client/toast';

const CONFIRMED_MS = 1500;

export function CopyButton({ text, label, showLabel = false }: { text: string; label: string; showLabel?: boolean }) {
  const [copied, setCopied] = useState(false);
  const Icon = copied ? Check : Copy;

  useEffect(() => {
    if (!copied) return;
    const timer = setTimeout(() => setCopied(false), CONFIRMED_MS);
    return () => clearTimeout(timer);
  }, [copied]);

  async function copy() {
    try {
      await navigator.clipboard.writeText(text);
      setCopied(true);
    } catch {
      toast('The browser did not allow copying. Select the text and copy it by keyboard.', { kind: 'error' });
    }
  }

  return (
    <button
      type="button"
      aria-label={showLabel ? undefined : label}
      title={label}
      onClick={copy}
      className="inline-flex h-6 flex-none items-center gap-1.5 rounded-control px-1.5 text-muted text-xs hover:bg-hover hover:text-text"
    >
      <Icon className="icon" aria-hidden />
      {showLabel && (copied ? 'Copied' : label)}
    </button>
  );
}
