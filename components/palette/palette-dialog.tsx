'use client';
import { useEffect, useState } from 'react';
import { loadedPart, useLoaded } from '@/lib/browser/ui/use-loaded';
import { Dialog } from '../ui/dialog';
import { texts } from './texts';

const palette = loadedPart(async () => (await import('./palette')).Palette);

/** Opens the palette by Ctrl/⌘ K, also while somebody writes; its code is loaded then. */
export function PaletteDialog({ onHelp }: { onHelp: () => void }) {
  const [open, setOpen] = useState(false);
  const close = () => setOpen(false);
  const Palette = useLoaded(palette, open, close);
  useEffect(() => {
    function onKeyDown(event: KeyboardEvent) {
      if (event.key.toLowerCase() !== 'k' || event.altKey || event.shiftKey || event.ctrlKey === event.metaKey) return;
      event.preventDefault();
      setOpen((before) => !before);
    }
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, []);
  return (
    <Dialog open={open && Palette !== null} onClose={close} title={texts.title}>
      {Palette && <Palette onClose={close} onHelp={onHelp} />}
    </Dialog>
  );
}
