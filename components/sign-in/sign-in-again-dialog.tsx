'use client';
import { useSyncExternalStore } from 'react';
import { signInAgain } from '@/lib/browser/api/sign-in-again';
import { loadedPart, useLoaded } from '@/lib/browser/ui/use-loaded';
import { Dialog } from '../ui/dialog';
import { texts } from './texts';

const signInAgainForm = loadedPart(async () => (await import('./sign-in-again-form')).SignInAgainForm);

function giveUp(): void {
  if (signInAgain.isAsked()) signInAgain.answer(false);
}

/** Asks who has lost their session to sign in, and lets what they were doing go on. */
export function SignInAgainDialog({ userId, email }: { userId: string; email: string }) {
  const asked = useSyncExternalStore(signInAgain.subscribe, signInAgain.isAsked, () => false);
  const Form = useLoaded(signInAgainForm, asked, giveUp);
  const open = asked && Form !== null;
  return (
    <Dialog open={open} onClose={giveUp} title={texts.signInAgain}>
      {open && <Form userId={userId} email={email} />}
    </Dialog>
  );
}
