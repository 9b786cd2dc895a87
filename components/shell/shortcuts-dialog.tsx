'use client';
import { loadedPart, useLoaded } from '@/lib/browser/ui/use-loaded';
import { Dialog } from '../ui/dialog';
import { texts } from './shortcuts-texts';

const shortcutList = loadedPart(async () => (await import('./shortcut-list')).ShortcutList);

export function ShortcutsDialog({ open, onClose }: { open: boolean; onClose: () => void }) {
  const List = useLoaded(shortcutList, open, onClose);
  return (
    <Dialog open={open && List !== null} onClose={onClose} title={texts.title}>
      {List && <List />}
    </Dialog>
  );
}
