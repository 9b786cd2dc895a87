import type { Metadata } from 'next';
import Link from 'next/link';
import { buttonClass } from '@/components/ui/button';
import { PageFrame } from '@/components/ui/page-frame';
import { texts } from '@/components/welcome/texts';
import { Welcome } from '@/components/welcome/welcome';
import { pageActor } from '@/lib/platform/auth/page-actor';
import { mayOnInstance } from '@/lib/platform/permissions/may-on-instance';

export const metadata: Metadata = { title: texts.title };

/** What somebody sees first who has just signed up. */
export default async function WelcomePage() {
  const actor = await pageActor();
  return (
    <PageFrame
      title={texts.title}
      text={texts.text}
      action={
        <Link href="/" className={buttonClass('quiet', 'sm')}>
          {texts.skip}
        </Link>
      }
    >
      <Welcome mayFind={mayOnInstance(actor, 'manage', 'trustedOrigin')} />
    </PageFrame>
  );
}
