import 'server-only';
import { countView } from '@/db/queries/shared/count-view';
import type { Actor } from '@/lib/platform/auth/actor';
import type { SharedView } from '@/lib/protocol/projection/shared-view';
import { openShare, type ViewedShare } from './open-share';
import { readShared } from './read-shared';

interface Opened {
  token: string;
  viewer: Actor | null;
  headers: Headers;
}

/** Everything that a link shows, counted as a view. Throws as `openShare`. */
export async function getShared({ token, viewer, headers }: Opened): Promise<SharedView & { opened: ViewedShare }> {
  const opened = await openShare(token, viewer, headers);
  const view = await readShared(opened);
  // A page that is open and brings itself up to date is no further view.
  if (!headers.has('rsc')) await countView(opened.id);
  return { ...view, opened };
}
