import 'server-only';
import type { AgentBackend, Credentials } from '@/lib/agents/backend';
import type { BackendChoice, Team } from '@/lib/protocol/team';
import type { NamingModel } from './ask-for-naming';

interface Reach {
  backendFor(type: string): AgentBackend;
  credentialsFor(choice: BackendChoice): Promise<Credentials>;
  /** Whether the workspace lets it be asked. */
  mayAsk(choice: BackendChoice): boolean;
}

/** A second one is asked when the first cannot. */
const TRIES = 2;
const USAGE = { inputTokens: 2_000, outputTokens: 100, cachedTokens: 0, reasoningTokens: 0 };

/** The models of the team that can name its conversation, the cheapest first. One whose price nobody knows counts as dear. */
export async function modelsForNaming(
  team: Team,
  { backendFor, credentialsFor, mayAsk }: Reach,
): Promise<NamingModel[]> {
  const different = [
    ...new Map(team.agents.map(({ slot, backend }) => [JSON.stringify(backend), { slot, choice: backend }])).values(),
  ];
  const found: (NamingModel & { price: number })[] = [];
  for (const { slot, choice } of different) {
    const backend = backendFor(choice.type);
    const cannot = backend.canSummarise === false || backend.capabilities(choice.model).stateful;
    if (cannot || !mayAsk(choice)) continue;
    const price = backend.price(choice.model, USAGE) ?? Number.MAX_VALUE;
    // One without a key, or whose address is allowed no longer, cannot be asked.
    const credentials = await credentialsFor(choice).catch(() => null);
    if (credentials) found.push({ slot, backend, choice, credentials, price });
  }
  return found.sort((a, b) => a.price - b.price).slice(0, TRIES);
}
