import type { AgentBackend, Credentials } from '@/lib/agents/backend';
import type { BackendChoice, TeamAgent } from '@/lib/protocol/team';
import type { CallHost } from '../call/active-call';

/** A model of the team that may make a summary. */
export interface Summariser {
  backend: AgentBackend;
  choice: BackendChoice;
  credentials: Credentials;
  /** In tokens. */
  window: number;
}

/** Models that are tried before a summary is made by rule. */
const TRIES = 2;

/** What making a summary costs is mostly its input. */
const USAGE = { inputTokens: 10_000, outputTokens: 500, cachedTokens: 0, reasoningTokens: 0 };

/**
 * The models of the team that can make a summary, the cheapest first; among equals the one that needs it, then the one with the largest
 * window. One whose price nobody knows counts as dear.
 */
export async function summariserFor(host: CallHost, reader: TeamAgent): Promise<Summariser[]> {
  const agents = host.state.team?.agents ?? [];
  const isOut = (slot: string) => host.state.slots.find((state) => state.slot === slot)?.out !== null;
  const choices = [reader, ...agents.filter(({ slot }) => slot !== reader.slot && !isOut(slot))].map(
    ({ backend }) => backend,
  );
  const different = [...new Map(choices.map((choice) => [JSON.stringify(choice), choice])).values()];
  const found: (Summariser & { price: number })[] = [];
  for (const choice of different) {
    const backend = host.deps.backendFor(choice.type);
    if (backend.canSummarise === false || backend.capabilities(choice.model).stateful) continue;
    const price = backend.price(choice.model, USAGE) ?? Number.MAX_VALUE;
    const credentials = await host.credentialsFor(choice).catch(() => null);
    if (!credentials) continue;
    const window = await host.deps.windows.of(choice, credentials);
    found.push({ backend, choice, credentials, window: window.tokens, price });
  }
  const own = JSON.stringify(reader.backend);
  const isOwn = ({ choice }: Summariser) => (JSON.stringify(choice) === own ? 0 : 1);
  return found.sort((a, b) => a.price - b.price || isOwn(a) - isOwn(b) || b.window - a.window).slice(0, TRIES);
}
