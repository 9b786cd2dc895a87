'use client';
import { Check, Copy } from 'lucide-react';
import { useEffect, useState } from 'react';
import { copyText } from '@/lib/browser/ui/copy-text';
import { toast } from '@/lib/browser/ui/toast';
import { texts } from './texts';

const CONFIRMED_MS = 1500;

interface CopyButtonProps {
  /** What is copied, or how to read it. */
  text: string | (() => Promise<string>);
  label: string;
  showLabel?: boolean;
}

export function CopyButton({ text, label, showLabel = false }: CopyButtonProps) {
  const [copied, setCopied] = useState(false);
  const Icon = copied ? Check : Copy;

  useEffect(() => {
    if (!copied) return;
    const timer = setTimeout(() => setCopied(false), CONFIRMED_MS);
    return () => clearTimeout(timer);
  }, [copied]);

  async function copy() {
    try {
      await copyText(typeof text === 'string' ? text : await text());
      setCopied(true);
    } catch {
      toast(texts.copyRefused, { kind: 'error' });
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
      {showLabel && (copied ? texts.copied : label)}
    </button>
  );
}
