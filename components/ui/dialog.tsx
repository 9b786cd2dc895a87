'use client';
import { useState } from 'react';
import { loadedPart, useLoaded } from '@/lib/browser/ui/use-loaded';
import type { DialogProps } from './dialog-window';

const dialogWindow = loadedPart(async () => (await import('./dialog-window')).DialogWindow);

/** What it is before it was ever opened. */
const CLOSED = { open: false, opener: null };

const focused = () => (document.activeElement instanceof HTMLElement ? document.activeElement : null);

/** A modal dialog, whose code is loaded when the first is opened. The focus goes back to what had it before. */
export function Dialog(props: DialogProps) {
  const Window = useLoaded(dialogWindow, props.open, props.onClose);
  const [{ open, opener }, setUse] = useState<{ open: boolean; opener: HTMLElement | null }>(CLOSED);
  const [used, setUsed] = useState(false);
  if (props.open !== open) setUse({ open: props.open, opener: props.open ? focused() : opener });
  if (props.open && !used) setUsed(true);
  return used && Window && <Window {...props} opener={opener} />;
}
