import 'server-only';
import { selectLabels } from '@/db/queries/conversations/select-labels';
import type { Actor } from '@/lib/platform/auth/actor';

/** The labels by which the actor can filter. */
export function listLabels(actor: Actor): Promise<string[]> {
  return selectLabels(actor);
}
