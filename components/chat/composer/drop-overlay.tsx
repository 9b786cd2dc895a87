import { Paperclip } from 'lucide-react';
import { texts } from './texts';

/** Shown while files are held over the page. */
export function DropOverlay() {
  return (
    <div className="pointer-events-none fixed inset-0 z-50 grid place-items-center bg-bg/80 p-6">
      <div className="flex flex-col items-center gap-2 rounded-2xl border-2 border-accent border-dashed bg-raised px-10 py-8 text-center">
        <Paperclip className="icon text-accent" aria-hidden />
        <p className="font-medium">{texts.drop}</p>
        <p className="text-muted text-sm">{texts.droppable}</p>
      </div>
    </div>
  );
}
