import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { EntryPage } from '@/components/entry/entry-page';
import { SignInForm } from '@/components/entry/sign-in-form';
import { listSignInProviders } from '@/lib/auth/list-sign-in-providers';
import { signInMessage } from '@/lib/auth/sign-in-message';
import { setupState } from '@/lib/users/setup-state';
import { nextPath } from './next-path';

export const metadata: Metadata = { title: 'Sign in' };
// Whether there is a user, and which providers, is known at run time only.
export const dynamic = 'force-dynamic';

interface PageProps {
  searchParams: Promise<{ error?: string; callbackUrl?: string }>;
}

export default async function SignInPage({ searchParams }: PageProps) {
  if ((await setupState()).needed) redirect('/setup');
  const { error, callbackUrl } = await searchParams;
  return (
    <EntryPage title="Sign in" text="Ask a team of agents; watch them work it out.">
      <SignInForm
        providers={listSignInProviders()}
        next={nextPath(callbackUrl)}
        message={error ? signInMessage(error) : null}
      />
    </EntryPage>
  );
}
