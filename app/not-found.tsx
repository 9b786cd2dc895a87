import type { Metadata } from 'next';
import Link from 'next/link';
import { buttonClass } from '@/components/ui/button';
import { texts } from './texts';

export const metadata: Metadata = { title: texts.nothingHere };

export default function NotFound() {
  return (
    <div className="flex min-h-[60dvh] flex-1 flex-col items-center justify-center gap-4 px-6 text-center">
      <h1 className="font-semibold text-xl">{texts.nothingHere}</h1>
      <p className="max-w-sm text-muted text-sm">{texts.nothingHereText}</p>
      <Link href="/" className={buttonClass()}>
        {texts.newChat}
      </Link>
    </div>
  );
}
