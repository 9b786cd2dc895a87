import type { AttachmentRef, DeliveredAttachment } from '@/lib/protocol/attachment';
import { isSharing } from '@/lib/protocol/sharing';
import type { TeamAgent } from '@/lib/protocol/team';
import { slotOf } from '@/lib/protocol/update-slot';
import type { ActiveCall, CallHost, PartsOf } from './active-call';

const NOTHING: PartsOf = () => [];

/** What was attached in this conversation up to this turn, oldest first, each once. */
function attachmentsOf({ state, history }: CallHost): AttachmentRef[] {
  const all = [...history.flatMap(({ attachments = [] }) => attachments), ...state.attachments];
  return [...new Map(all.map((attachment) => [attachment.id, attachment])).values()];
}

/**
 * What the agent's model is given for each attachment. The receipt is in the log before any request of the call; it is written again
 * only when it differs from the slot's last one.
 */
export function giveAttachments(host: CallHost, call: ActiveCall, agent: TeamAgent): PartsOf | Promise<PartsOf> {
  const attachments = attachmentsOf(host);
  return attachments.length === 0 ? NOTHING : give(host, call, agent, attachments);
}

async function give(
  host: CallHost,
  call: ActiveCall,
  agent: TeamAgent,
  attachments: AttachmentRef[],
): Promise<PartsOf> {
  const { slot, callId } = call;
  const abilities = host.deps.backendFor(agent.backend.type).capabilities(agent.backend.model);
  const given = await host.deps.attachments.give(
    host.run.conversationId,
    attachments,
    abilities,
    isSharing(host.state.team),
  );
  if (call.controller.signal.aborted) return NOTHING;
  const items = given.map(({ delivered }) => delivered);
  if (!isKnown(host, call, items)) host.append({ type: 'attachments.delivered', slot, callId, items });
  const parts = new Map(given.map((entry) => [entry.delivered.id, entry.parts]));
  return ({ id }) => parts.get(id) ?? [];
}

function isKnown(host: CallHost, { slot }: ActiveCall, items: DeliveredAttachment[]): boolean {
  const last = slotOf(host.state, slot)?.items.findLast((item) => item.kind === 'attachments');
  return last?.kind === 'attachments' && JSON.stringify(last.items) === JSON.stringify(items);
}
