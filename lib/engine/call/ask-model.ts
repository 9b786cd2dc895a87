import { uuidv7 } from 'uuidv7';
import type { AgentBackend, Credentials } from '@/lib/agents/backend';
import type { PromptMessage } from '@/lib/protocol/prompt-message';
import type { BackendChoice } from '@/lib/protocol/team';
import { wholeUsage } from '@/lib/protocol/whole-usage';
import type { ActiveCall, CallHost } from './active-call';

interface AskedModel {
  backend: AgentBackend;
  choice: BackendChoice;
  credentials: Credentials;
}

/** Asks a model something beside the call's conversation; it counts as the call's. `null` = it did not answer whole, or the call is over. */
export async function askModel(
  host: CallHost,
  call: ActiveCall,
  { backend, choice, credentials }: AskedModel,
  messages: PromptMessage[],
  signal: AbortSignal,
): Promise<string | null> {
  let text = '';
  let isWhole = false;
  const request = { callId: uuidv7(), runId: host.runId, slot: call.slot, choice, credentials, messages };
  for await (const event of backend.call({ ...request, tools: [], toolChoice: 'none' }, signal)) {
    if (signal.aborted) return null;
    call.lastActivityAt = performance.now();
    if (event.type === 'text') text += event.text;
    if (event.type === 'done') isWhole = event.reason === 'stop';
    if (event.type !== 'usage') continue;
    const usage = wholeUsage(event.usage);
    host.append({
      type: 'usage',
      slot: call.slot,
      callId: call.callId,
      ...usage,
      costUsd: backend.price(choice.model, usage),
      backend: choice.type,
      model: choice.model,
      priceDate: choice.price?.date ?? null,
    });
  }
  return !isWhole || text.trim() === '' ? null : text.trim();
}
