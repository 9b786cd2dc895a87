import type { Metadata } from 'next';
import { ImportConversations } from '@/components/settings/data/import-conversations';
import { Section } from '@/components/settings/section';
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
    </PageFrame>
  );
}
