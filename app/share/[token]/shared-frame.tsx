import Link from 'next/link';
import type { ReactNode } from 'react';
import { texts } from '@/components/share/texts';
import { Wordmark } from '@/components/shell/wordmark';
import { buttonClass } from '@/components/ui/button';

interface SharedFrameProps {
  isSignedIn: boolean;
  token: string;
  children: ReactNode;
}

/** The page around what a link shows: whose application it is, and the way into it. */
export function SharedFrame({ isSignedIn, token, children }: SharedFrameProps) {
  return (
    <div className="mx-auto flex min-h-dvh w-full max-w-read flex-col px-4">
      <header className="flex h-14 flex-none items-center justify-between gap-4">
        <Link href="/" prefetch={false} className="inline-flex min-h-11 items-center">
          <Wordmark />
        </Link>
        <Link
          href={isSignedIn ? '/' : `/signin?callbackUrl=/share/${token}`}
          prefetch={false}
          className={buttonClass('quiet', 'md', 'min-h-11')}
        >
          {isSignedIn ? texts.openApp : texts.signIn}
        </Link>
      </header>
      <main className="min-w-0 flex-1 pt-6 pb-16">{children}</main>
    </div>
  );
}
