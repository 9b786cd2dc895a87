'use client';
import { Button } from './button';
import { Dialog } from './dialog';
import { texts } from './texts';

interface ConfirmDialogProps {
  open: boolean;
  title: string;
  /** What will be lost and what is kept. */
  text: string;
  action: string;
  /** `danger` where something is lost. */
  look?: 'danger' | 'primary';
  onConfirm: () => void;
  onClose: () => void;
}

export function ConfirmDialog({ open, title, text, action, look = 'danger', onConfirm, onClose }: ConfirmDialogProps) {
  return (
    <Dialog open={open} onClose={onClose} title={title}>
      <p className="text-muted text-sm">{text}</p>
      <div className="mt-5 flex justify-end gap-2">
        <Button onClick={onClose}>{texts.cancel}</Button>
        <Button
          look={look}
          onClick={() => {
            onConfirm();
            onClose();
          }}
        >
          {action}
        </Button>
      </div>
    </Dialog>
  );
}
