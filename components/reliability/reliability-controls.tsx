'use client';
import { useState } from 'react';
import { api } from '@/lib/browser/api/api';
import { useSubmit } from '@/lib/browser/conversation/use-submit';
import { Button } from '../ui/button';
import { CheckField } from '../ui/check-field';
import { ConfirmDialog } from '../ui/confirm-dialog';
import { Notice } from '../ui/notice';
import { texts } from './texts';

interface ReliabilityControlsProps {
  workspaceId: string;
  isOn: boolean;
  /** How many there are to forget. */
  observations: number;
}

/** Switches learning on or off, and forgets what was learned. */
export function ReliabilityControls({ workspaceId, isOn, observations }: ReliabilityControlsProps) {
  const { busy, submit, message } = useSubmit();
  const [asked, setAsked] = useState(false);
  const path = `/workspaces/${workspaceId}/reliability`;
  return (
    <div className="flex flex-col gap-3">
      <CheckField
        isSwitch
        label={texts.use}
        text={texts.useText}
        checked={isOn}
        onChange={(on) => void submit(() => api('PATCH', path, { isOn: on }), on ? texts.on : texts.off)}
      />
      {observations > 0 && (
        <Button look="danger" size="sm" className="self-start" disabled={busy} onClick={() => setAsked(true)}>
          {texts.reset}
        </Button>
      )}
      {message && <Notice tone="danger">{message}</Notice>}
      <ConfirmDialog
        open={asked}
        title={texts.resetTitle}
        text={texts.resetText(observations)}
        action={texts.reset}
        onConfirm={() => void submit(() => api('DELETE', path), texts.forgotten)}
        onClose={() => setAsked(false)}
      />
    </div>
  );
}
