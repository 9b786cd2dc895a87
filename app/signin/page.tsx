import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { EntryPage } from '@/components/sign-in/entry-page';
import { SignInForm } from '@/components/sign-in/sign-in-form';
import { signInMessage } from '@/lib/browser/api/sign-in-message';
import { setupState } from '@/lib/features/users/setup-state';
import { listSignInProviders } from '@/lib/platform/auth/list-sign-in-providers';
import { texts } from '../texts';
import { nextPath } from './next-path';

export const metadata: Metadata = { title: texts.signIn };
// Whether there is a user, and which providers, is known at run time only.
export const dynamic = 'force-dynamic';

interface PageProps {
  searchParams: Promise<{ error?: string; callbackUrl?: string }>;
}

export default async function SignInPage({ searchParams }: PageProps) {
  if ((await setupState()).needed) redirect('/setup');
  const { error, callbackUrl } = await searchParams;
  return (
    <EntryPage title={texts.signIn} text={texts.signInText}>
      <SignInForm
        providers={listSignInProviders()}
        next={nextPath(callbackUrl)}
        message={error ? signInMessage(error) : null}
      />
    </EntryPage>
  );
}
