import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { EntryPage } from '@/components/sign-in/entry-page';
import { SetupForm } from '@/components/sign-in/setup-form';
import { setupState } from '@/lib/features/users/setup-state';
import { texts } from '../texts';

export const metadata: Metadata = { title: texts.setUp };
export const dynamic = 'force-dynamic';

export default async function SetupPage({ searchParams }: { searchParams: Promise<{ token?: string }> }) {
  const { needed, tokenRequired } = await setupState();
  if (!needed) redirect('/signin');
  const { token = '' } = await searchParams;
  return (
    <EntryPage title={texts.createOwner} text={texts.createOwnerText}>
      <SetupForm token={token} tokenRequired={tokenRequired} />
    </EntryPage>
  );
}
