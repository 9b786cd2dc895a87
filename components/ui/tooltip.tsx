'use client';
import { Tooltip as Base } from '@base-ui/react/tooltip';

interface TooltipProps {
  anchor: Element;
  text: string;
  onClose: () => void;
}

const GAP_PX = 6;

/** A short text beside an element, as long as it is mounted. */
export function Tooltip({ anchor, text, onClose }: TooltipProps) {
  return (
    <Base.Root open onOpenChange={(open) => !open && onClose()}>
      <Base.Portal>
        <Base.Positioner
          anchor={anchor}
          sideOffset={GAP_PX}
          collisionPadding={GAP_PX}
          className="z-60 data-anchor-hidden:hidden"
        >
          <Base.Popup
            data-tooltip-popup
            className="max-w-64 rounded-control border border-line bg-raised px-2 py-1 text-xs shadow-[0_4px_16px_var(--shadow)]"
          >
            {text}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}
