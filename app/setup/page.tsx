import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { EntryPage } from '@/components/entry/entry-page';
import { SetupForm } from '@/components/entry/setup-form';
import { setupState } from '@/lib/users/setup-state';

export const metadata: Metadata = { title: 'Set up' };
export const dynamic = 'force-dynamic';

export default async function SetupPage({ searchParams }: { searchParams: Promise<{ token?: string }> }) {
  const { needed, tokenRequired } = await setupState();
  if (!needed) redirect('/signin');
  const { token = '' } = await searchParams;
  return (
    <EntryPage title="Create the owner account" text="It manages this server: people, model keys and teams.">
      <SetupForm token={token} tokenRequired={tokenRequired} />
    </EntryPage>
  );
}
