import type { Metadata } from 'next';
import { cookies } from 'next/headers';
import { Section } from '@/components/settings/section';
import { ShortcutChoice } from '@/components/settings/shortcut-choice';
import { ShortcutList } from '@/components/shell/shortcut-list';
import { PageFrame } from '@/components/ui/page-frame';
import { SHORTCUTS_COOKIE } from '@/lib/browser/ui/shortcuts';
import { texts } from '../../texts';

export const metadata: Metadata = { title: texts.keyboard };

/** What the keys do, and whether single ones do something. */
export default async function KeyboardPage() {
  const jar = await cookies();
  return (
    <PageFrame title={texts.keyboard}>
      <Section title={texts.singleKeys}>
        <ShortcutChoice initial={jar.get(SHORTCUTS_COOKIE)?.value !== 'off'} />
      </Section>
      <Section title={texts.allKeys}>
        <ShortcutList />
      </Section>
    </PageFrame>
  );
}
