'use client';
import { useState } from 'react';
import { sharedCopy } from '@/lib/browser/share/shared-address';
import { Button } from '../ui/button';
import { texts } from './texts';

/** Makes a conversation of one's own out of what the link shows, and goes there. */
export function SharedCopy({ token }: { token: string }) {
  const [state, setState] = useState<'ready' | 'busy' | 'failed'>('ready');
  async function copy() {
    setState('busy');
    try {
      const response = await fetch(sharedCopy(token), { method: 'POST' });
      if (!response.ok) throw new Error(`The copy was answered ${response.status}.`);
      const { conversation } = (await response.json()) as { conversation: { id: string } };
      window.location.assign(`/c/${conversation.id}`);
    } catch {
      setState('failed');
    }
  }
  return (
    <>
      <Button look="primary" disabled={state === 'busy'} onClick={copy} className="min-h-11">
        {texts.copy}
      </Button>
      {state === 'failed' && (
        <p role="alert" className="text-danger text-sm">
          {texts.copyFailed}
        </p>
      )}
    </>
  );
}
