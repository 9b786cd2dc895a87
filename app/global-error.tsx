'use client';
import { GeistSans } from 'geist/font/sans';
import { PageFailure } from '@/components/shell/page-failure';
import './globals.css';

/** When even the frame around every page could not be shown; stands in for that frame, in the colours of the system. */
export default function GlobalErrorPage() {
  return (
    <html lang="en" className={GeistSans.variable}>
      <body className="flex min-h-dvh flex-col">
        {/* Whatever broke the frame may still be in this page's memory: only a reload gets rid of it. */}
        <PageFailure onRetry={() => window.location.reload()} />
      </body>
    </html>
  );
}
