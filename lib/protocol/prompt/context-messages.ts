import type { SharedContext } from '../context-event';
import { type Rendering, WHOLE } from '../fit/rendering';
import type { RequestMessage } from '../prompt-message';

/** Nine letters and digits, as the strictest servers want them; the author's letter and version make it the only one in a conversation. */
const CONTEXT_CALL = /^ctx[A-Z]\d{5,}$/;

function contextCall({ from, answerId }: SharedContext): string {
  const version = answerId?.split('.')[1] ?? '0';
  return `ctx${from}${version.padStart(5, '0')}`;
}

/** The call is none that the model has made: its result is a shared context. */
export function isContextCall(toolCallId: string): boolean {
  return CONTEXT_CALL.test(toolCallId);
}

/**
 * Contexts of others in a request. For a reader that may call tools as the result of a call of `get_peer_context` that it needed not make:
 * models take tool results for data more readily than what stands in the person's place.
 */
export function contextMessages(
  contexts: SharedContext[],
  mayCallTools: boolean,
  { keepsContext }: Rendering = WHOLE,
): RequestMessage[] {
  return contexts.flatMap<RequestMessage>((context) => {
    const { kind, from, hash } = context;
    if (!keepsContext(context)) return [{ role: 'user', parts: [{ type: 'text', text: leftOut(context) }] }];
    if (kind !== 'peer' || !mayCallTools) return [{ role: 'user', parts: [{ type: 'context', hash }] }];
    const call = { toolCallId: contextCall(context), tool: 'get_peer_context' };
    return [
      { role: 'assistant', text: '', toolCalls: [{ ...call, arguments: { slot: from, part: 'all' } }] },
      { role: 'tool', ...call, result: '', isError: false, context: hash },
    ];
  });
}

function leftOut({ kind, from, tokens }: SharedContext): string {
  const whose = kind === 'peer' ? `The work of agent ${from}` : 'The comparison of all files';
  const again = kind === 'peer' ? ' get_peer_context reads its newest state.' : '';
  return `[${whose}, about ${new Intl.NumberFormat('en').format(tokens)} tokens, is left out here: too long for your context window.${again}]`;
}
