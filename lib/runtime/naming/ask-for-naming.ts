import 'server-only';
import { uuidv7 } from 'uuidv7';
import type { AgentBackend, AgentUsage, Credentials } from '@/lib/agents/backend';
import { BackendError } from '@/lib/agents/backend-error';
import { estimateTokens } from '@/lib/protocol/estimate-tokens';
import { type Naming, readNaming } from '@/lib/protocol/naming/read-naming';
import type { PromptMessage } from '@/lib/protocol/prompt-message';
import type { BackendChoice } from '@/lib/protocol/team';
import { wholeUsage } from '@/lib/protocol/whole-usage';

/** A model of the team, and how it is reached. */
export interface NamingModel {
  slot: string;
  backend: AgentBackend;
  choice: BackendChoice;
  credentials: Credentials;
}

interface Asked {
  runId: string;
  messages: PromptMessage[];
  /** Told of every request that was made, also of one that failed. */
  onUsage(usage: AgentUsage, isEstimated: boolean): Promise<void>;
  signal: AbortSignal;
}

const PATIENCE_MS = 60_000;
/** Two lines are wanted: of a model that does not end, this much is read. */
const MOST_CHARACTERS = 20_000;

/** A title and a summary by a model; `null` = it could not give them. Throws only for what is no fault of the model's. */
export async function askForNaming(
  { slot, backend, choice, credentials }: NamingModel,
  { runId, messages, onUsage, signal }: Asked,
): Promise<Naming | null> {
  const enough = new AbortController();
  const end = AbortSignal.any([signal, enough.signal, AbortSignal.timeout(PATIENCE_MS)]);
  const call = { callId: uuidv7(), runId, slot, choice, credentials, messages, tools: [], toolChoice: 'none' as const };
  let text = '';
  let usage: AgentUsage | null = null;
  try {
    for await (const event of backend.call(call, end)) {
      if (event.type === 'text') text += event.text;
      if (event.type === 'recast') text = '';
      if (event.type === 'usage') usage = wholeUsage(event.usage);
      if (text.length > MOST_CHARACTERS) enough.abort();
    }
  } catch (error) {
    if (!end.aborted && !(error instanceof BackendError)) throw error;
    // One that was refused has cost nothing; of one that was cut off nobody has told what it cost.
    if (!end.aborted) return null;
  }
  await onUsage(usage ?? estimated(messages, text), usage === null);
  return signal.aborted ? null : readNaming(text);
}

function estimated(messages: PromptMessage[], text: string): AgentUsage {
  const none = { cachedTokens: 0, reasoningTokens: 0 };
  return { inputTokens: estimateTokens(JSON.stringify(messages)), outputTokens: estimateTokens(text), ...none };
}
