import { slotOf } from '@/lib/protocol/update-slot';
import type { ActiveCall, CallHost } from '../call/active-call';
import type { MissingServer } from '../tool-source';

/** Tells people that an agent works without a server, and where they sign in to it. Once for each reason, not with every call. */
export function tellMissing(
  host: CallHost,
  { slot, callId }: ActiveCall,
  { server, because, signIn }: MissingServer,
): void {
  const items = slotOf(host.state, slot)?.items ?? [];
  const isTold = items.some((item) => item.kind === 'unavailable' && item.server === server && item.error === because);
  if (isTold) return;
  const missing = { slot, callId, server, error: because, ...(signIn !== undefined && { signIn }) };
  host.append({ type: 'mcp.unavailable', ...missing });
}
