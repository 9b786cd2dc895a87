import type { KeptState } from '@/lib/browser/ui/use-kept-state';
import { Button } from '../ui/button';
import { Notice } from '../ui/notice';
import { texts } from './texts';

interface KeptNoticeProps {
  restored: KeptState<unknown>['restored'];
  onDiscard: () => void;
}

/** Says that the form shows changes of an earlier visit. */
export function KeptNotice({ restored, onDiscard }: KeptNoticeProps) {
  if (restored === 'no') return null;
  return (
    <div className="mb-4">
      <Notice tone={restored === 'outdated' ? 'warn' : 'plain'}>
        <div className="flex flex-wrap items-center justify-between gap-2">
          <p>{restored === 'outdated' ? texts.keptOutdated : texts.kept}</p>
          <Button size="sm" className="sm:-my-1" onClick={onDiscard}>
            {texts.discardKept}
          </Button>
        </div>
      </Notice>
    </div>
  );
}
