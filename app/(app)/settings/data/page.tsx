import type { Metadata } from 'next';
import { DeleteEverything } from '@/components/settings/data/delete-everything';
import { ImportConversations } from '@/components/settings/data/import-conversations';
import { Section } from '@/components/settings/section';
import { buttonClass } from '@/components/ui/button';
import { PageFrame } from '@/components/ui/page-frame';
import { texts } from '../../texts';

export const metadata: Metadata = { title: texts.data };

/** What comes in, and what goes out. */
export default function DataPage() {
  return (
    <PageFrame title={texts.data} text={texts.dataText}>
      <Section title={texts.importConversations} text={texts.importConversationsText}>
        <ImportConversations />
      </Section>
      <Section title={texts.takeAlong} text={texts.takeAlongText}>
        <a href="/api/v1/me/export" download className={buttonClass()}>
          {texts.downloadAll}
        </a>
      </Section>
      <Section title={texts.deletion} text={texts.deletionText}>
        <DeleteEverything />
      </Section>
    </PageFrame>
  );
}
