import type { Metadata } from 'next';
import { PromptFiles } from '@/components/prompts/prompt-files';
import { PromptsView } from '@/components/prompts/prompts-view';
import { texts } from '@/components/prompts/texts';
import { Section } from '@/components/settings/section';
import { PageFrame } from '@/components/ui/page-frame';
import { listPrompts } from '@/lib/features/prompts/list-prompts';
import { pageActor } from '@/lib/platform/auth/page-actor';
import { currentWorkspace } from '../../current-workspace';
import { placeNames } from '../../place-of';

export const metadata: Metadata = { title: texts.title };

/** Texts to ask again: one's own and those of one's workspaces. */
export default async function PromptsPage() {
  const actor = await pageActor();
  const [{ items }, { workspaces }, placeOf] = await Promise.all([
    listPrompts(actor),
    currentWorkspace(),
    placeNames(),
  ]);
  const prompts = items.map(({ id, name, text, variables, visibility, workspaceId }) => ({
    ...{ id, name, text, variables, visibility },
    place: placeOf(workspaceId),
  }));
  const shared = workspaces.filter(({ personal, role }) => !personal && role !== 'viewer');
  return (
    <PageFrame title={texts.title} text={texts.text}>
      <Section title={texts.saved}>
        <PromptsView prompts={prompts} workspaces={shared.map(({ id, name }) => ({ id, name }))} />
      </Section>
      <Section title={texts.files}>
        <PromptFiles canExport={prompts.length > 0} />
      </Section>
    </PageFrame>
  );
}
