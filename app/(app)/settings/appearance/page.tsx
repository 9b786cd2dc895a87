import type { Metadata } from 'next';
import { cookies } from 'next/headers';
import { DetailsChoice } from '@/components/settings/details-choice';
import { NoticeFields } from '@/components/settings/notice-fields';
import { Section } from '@/components/settings/section';
import { ThemeChoice } from '@/components/settings/theme-choice';
import { PageFrame } from '@/components/ui/page-frame';
import { DETAILS_COOKIE, detailsFrom } from '@/lib/browser/ui/details-choice';
import { THEME_COOKIE, themeFrom } from '@/lib/browser/ui/theme';
import { texts } from '../../texts';

export const metadata: Metadata = { title: texts.appearance };

/** How the application looks in this browser. */
export default async function AppearancePage() {
  const jar = await cookies();
  return (
    <PageFrame title={texts.appearance} text={texts.appearanceText}>
      <Section title={texts.theme}>
        <ThemeChoice initial={themeFrom(jar.get(THEME_COOKIE)?.value)} />
      </Section>
      <Section title={texts.runDetails} text={texts.runDetailsText}>
        <DetailsChoice initial={detailsFrom(jar.get(DETAILS_COOKIE)?.value)} />
      </Section>
      <Section title={texts.notifications}>
        <NoticeFields />
      </Section>
    </PageFrame>
  );
}
