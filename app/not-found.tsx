import type { Metadata } from 'next';
import { buttonClass } from '@/components/ui/button';
import { texts } from './texts';

export const metadata: Metadata = { title: texts.nothingHere };

export default function NotFound() {
  return (
    <div className="flex min-h-[60dvh] flex-1 flex-col items-center justify-center gap-4 px-6 text-center">
      <h1 className="font-semibold text-xl">{texts.nothingHere}</h1>
      <p className="max-w-sm text-muted text-sm">{texts.nothingHereText}</p>
      {/* A plain link: this page is part of every other, which would all load the code of links for it. */}
      <a href="/" className={buttonClass()}>
        {texts.newChat}
      </a>
    </div>
  );
}
