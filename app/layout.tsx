import { GeistMono } from 'geist/font/mono';
import { GeistSans } from 'geist/font/sans';
import type { Metadata, Viewport } from 'next';
import { cookies } from 'next/headers';
import type { ReactNode } from 'react';
import { Announcer } from '@/components/ui/announcer';
import { Toaster } from '@/components/ui/toaster';
import { Tooltips } from '@/components/ui/tooltips';
import { DETAILS_COOKIE, detailsFrom } from '@/lib/browser/ui/details-choice';
import { SHORTCUTS_COOKIE } from '@/lib/browser/ui/shortcuts';
import { THEME_COOKIE, themeFrom } from '@/lib/browser/ui/theme';
import { texts } from './texts';
import './globals.css';

export const metadata: Metadata = {
  title: { default: texts.product, template: texts.titleTemplate },
  description: texts.description,
  manifest: '/manifest.webmanifest',
  icons: { icon: { url: '/icon.svg', type: 'image/svg+xml' }, apple: '/icons/apple-touch-icon.png' },
};

export const viewport: Viewport = {
  width: 'device-width',
  initialScale: 1,
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#fcfbf9' },
    { media: '(prefers-color-scheme: dark)', color: '#141619' },
  ],
};

export default async function RootLayout({ children }: { children: ReactNode }) {
  const jar = await cookies();
  const theme = themeFrom(jar.get(THEME_COOKIE)?.value);
  return (
    <html
      lang="en"
      data-theme={theme === 'system' ? undefined : theme}
      data-details={detailsFrom(jar.get(DETAILS_COOKIE)?.value)}
      data-shortcuts={jar.get(SHORTCUTS_COOKIE)?.value === 'off' ? 'off' : undefined}
      className={`${GeistSans.variable} ${GeistMono.variable}`}
    >
      <body>
        {children}
        <Tooltips />
        <Toaster />
        <Announcer />
      </body>
    </html>
  );
}
