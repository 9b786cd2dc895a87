import type { SharedContext } from '../context-event';
import type { RequestMessage } from '../prompt-message';

/**
 * Contexts of others in a request. For a reader that may call tools as the result of a call of `get_peer_context` that it needed not make:
 * models take tool results for data more readily than what stands in the person's place.
 */
export function contextMessages(contexts: SharedContext[], mayCallTools: boolean): RequestMessage[] {
  return contexts.flatMap<RequestMessage>(({ kind, from, snapshotId, hash }) => {
    if (kind !== 'peer' || !mayCallTools) return [{ role: 'user', parts: [{ type: 'context', hash }] }];
    const call = { toolCallId: `context-${snapshotId}`, tool: 'get_peer_context' };
    return [
      { role: 'assistant', text: '', toolCalls: [{ ...call, arguments: { slot: from, part: 'all' } }] },
      { role: 'tool', ...call, result: '', isError: false, context: hash },
    ];
  });
}
