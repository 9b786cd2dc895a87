import type { Metadata } from 'next';
import { DeleteEverything } from '@/components/settings/data/delete-everything';
import { ImportConversations } from '@/components/settings/data/import-conversations';
import { RetentionForm } from '@/components/settings/data/retention-form';
import { TitlesChoice } from '@/components/settings/data/titles-choice';
import { Section } from '@/components/settings/section';
import { buttonClass } from '@/components/ui/button';
import { PageFrame } from '@/components/ui/page-frame';
import { getPersonalSettings } from '@/lib/features/users/personal-settings';
import { pageActor } from '@/lib/platform/auth/page-actor';
import { texts } from '../../texts';

export const metadata: Metadata = { title: texts.data };

/** What comes in, and what goes out. */
export default async function DataPage() {
  const { titles, retentionDays } = await getPersonalSettings(await pageActor());
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
      <Section title={texts.titles}>
        <TitlesChoice initial={titles} />
      </Section>
      <Section title={texts.retention} text={texts.retentionText}>
        <RetentionForm initial={retentionDays} />
      </Section>
      <Section title={texts.deletion} text={texts.deletionText}>
        <DeleteEverything />
      </Section>
    </PageFrame>
  );
}
