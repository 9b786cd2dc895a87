'use client';
import { Button } from '../ui/button';
import { Notice } from '../ui/notice';
import { texts } from './texts';

/** Somebody has deleted the team that is being changed. */
export function TeamGone({ busy, onSaveAsNew }: { busy: boolean; onSaveAsNew: () => void }) {
  return (
    <Notice tone="danger">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <p>{texts.gone}</p>
        <Button size="sm" className="sm:-my-1" disabled={busy} onClick={onSaveAsNew}>
          {texts.saveAsNew}
        </Button>
      </div>
    </Notice>
  );
}
