import 'server-only';
import { type HeldView, selectLostViews } from '@/db/queries/shared/select-lost-views';
import type { Actor } from './actor';
import { createHolding } from './create-holding';

const views = createHolding<HeldView>('shares', selectLostViews);

/**
 * Holds what somebody sees through a link for something that stays open: `onGone` is called once the link is revoked, expired or changed,
 * or is no longer for them. Returns the function that lets go.
 */
export function holdView(
  { id, version, isColleague }: { id: string; version: number; isColleague: boolean },
  viewer: Actor | null,
  onGone: () => void,
): () => void {
  const who = viewer
    ? {
        via: viewer.via.kind,
        viaId: viewer.via.kind === 'session' ? viewer.via.sessionId : viewer.via.apiKeyId,
        userId: viewer.userId,
      }
    : { via: 'none' as const, viaId: null, userId: null };
  return views.hold(`${id} ${version} ${who.viaId}`, { shareId: id, version, isColleague, ...who }, onGone);
}

/** A link may have ended in this process. To be called behind the change. */
export function recheckViews(): void {
  views.recheck();
}
