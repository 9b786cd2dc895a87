import { useState } from 'react';
import { foldOpen } from './fold-open';

/** A fold that opens and closes by `byItself` until the person uses it. */
export function useFold(byItself: boolean): { open: boolean; toggle: () => void; setOpen: (open: boolean) => void } {
  const [touched, setTouched] = useState<boolean | null>(null);
  const open = foldOpen(byItself, touched);
  return { open, toggle: () => setTouched(!open), setOpen: setTouched };
}
