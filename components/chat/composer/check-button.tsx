'use client';
import { ListChecks } from 'lucide-react';
import { IconButton } from '../../ui/icon-button';
import { texts } from './texts';

interface CheckButtonProps {
  count: number;
  isOpen: boolean;
  onToggle: () => void;
}

/** Opens and closes what the answer to the next message must meet. */
export function CheckButton({ count, isOpen, onToggle }: CheckButtonProps) {
  return (
    <>
      <IconButton label={texts.demand} icon={ListChecks} aria-expanded={isOpen} onClick={onToggle} />
      {count > 0 && <span className="text-muted text-xs">{texts.demands(count)}</span>}
    </>
  );
}
