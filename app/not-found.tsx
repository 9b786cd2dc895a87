import type { Metadata } from 'next';
import Link from 'next/link';
import { buttonClass } from '@/components/ui/button';

export const metadata: Metadata = { title: 'Nothing here' };

export default function NotFound() {
  return (
    <div className="flex min-h-[60dvh] flex-1 flex-col items-center justify-center gap-4 px-6 text-center">
      <h1 className="font-semibold text-xl">Nothing here</h1>
      <p className="max-w-sm text-muted text-sm">This page does not exist, was deleted, or belongs to somebody else.</p>
      <Link href="/" className={buttonClass()}>
        New chat
      </Link>
    </div>
  );
}
