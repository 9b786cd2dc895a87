import type { SharedContext } from '../context-event';
import type { RequestMessage } from '../prompt-message';

const CONTEXT_CALL = 'context-';

/** The call is none that the model has made: its result is a shared context. */
export function isContextCall(toolCallId: string): boolean {
  return toolCallId.startsWith(CONTEXT_CALL);
}

/**
 * Contexts of others in a request. For a reader that may call tools as the result of a call of `get_peer_context` that it needed not make:
 * models take tool results for data more readily than what stands in the person's place.
 */
export function contextMessages(contexts: SharedContext[], mayCallTools: boolean): RequestMessage[] {
  return contexts.flatMap<RequestMessage>(({ kind, from, snapshotId, hash }) => {
    if (kind !== 'peer' || !mayCallTools) return [{ role: 'user', parts: [{ type: 'context', hash }] }];
    const call = { toolCallId: `${CONTEXT_CALL}${snapshotId}`, tool: 'get_peer_context' };
    return [
      { role: 'assistant', text: '', toolCalls: [{ ...call, arguments: { slot: from, part: 'all' } }] },
      { role: 'tool', ...call, result: '', isError: false, context: hash },
    ];
  });
}
