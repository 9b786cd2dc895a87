import 'server-only';
import type { z } from 'zod';
import { readShared } from '@/lib/features/shared/read-shared';
import type { Actor } from '@/lib/platform/auth/actor';
import type { SharedView } from '@/lib/protocol/projection/shared-view';
import type { shownInput } from './share-input';
import { findSharedBranch } from './shared-branch';
import { takeSnapshot } from './take-snapshot';

/** What a link with these choices would show, before there is one. Throws as `createShare`. */
export async function previewShare(actor: Actor, input: z.infer<typeof shownInput>): Promise<SharedView> {
  const { conversationId, level, systemMessages, mode } = input;
  const { leafId, title } = await findSharedBranch(actor, input);
  const snapshot = mode === 'snapshot' ? await takeSnapshot({ conversationId, title, leafId }) : null;
  return readShared({
    ...{ conversationId, leafId, level, systemMessages, mode, snapshot },
    title: input.title ?? title,
    ownerName: actor.name,
  });
}
