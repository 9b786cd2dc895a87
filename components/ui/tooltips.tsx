'use client';
import { lazy, Suspense } from 'react';
import { useTooltipTarget } from '@/lib/browser/ui/use-tooltip-target';
import { SilentBoundary } from './silent-boundary';

const Tooltip = lazy(async () => ({ default: (await import('./tooltip')).Tooltip }));

/**
 * The page's one tooltip: beside whatever has a `data-tooltip` and the pointer rests on, or the keyboard has reached; gone with Esc.
 * Its code is loaded when the first is shown.
 */
export function Tooltips() {
  const { target, close } = useTooltipTarget();
  if (!target) return null;
  return (
    <SilentBoundary>
      <Suspense>
        <Tooltip anchor={target} text={target.dataset.tooltip ?? ''} onClose={close} />
      </Suspense>
    </SilentBoundary>
  );
}
