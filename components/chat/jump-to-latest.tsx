import { ArrowDown } from 'lucide-react';
import { texts } from './texts';

/** Brings back a reader who is far from what is new; above the composer, only where there is something to go to. */
export function JumpToLatest({ shown, onJump }: { shown: boolean; onJump: () => void }) {
  if (!shown) return null;
  return (
    <div className="pointer-events-none relative z-10 h-0">
      <button
        type="button"
        aria-label={texts.jumpToLatest}
        title={texts.jumpToLatest}
        onClick={onJump}
        className="pointer-events-auto absolute bottom-3 left-1/2 grid size-11 -translate-x-1/2 place-items-center rounded-full border border-line-strong bg-raised shadow-[0_2px_8px_var(--shadow)] transition-colors duration-150 hover:bg-hover sm:size-9"
      >
        <ArrowDown className="icon" aria-hidden />
      </button>
    </div>
  );
}
