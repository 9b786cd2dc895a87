import type { AgentServer } from '@/lib/protocol/team';
import { texts } from './editor-texts';

export interface BackendDraft {
  type: string;
  model?: string;
  baseUrl?: string | null;
  params?: Record<string, unknown>;
  /** In tokens. */
  contextWindow?: number;
  /** `text` = the model takes no tools. Absent = `auto`. */
  tools?: 'auto' | 'text';
}

/** What an agent does differently from what its team shares; absent = the team's. */
export interface AgentSharingDraft {
  share?: boolean;
  from?: string[];
  include?: string[];
  relevance?: string;
}

export interface AgentDraft {
  slot?: string;
  name?: string;
  backend: BackendDraft;
  /** What the agent goes on with when its backend fails for good, in this order. */
  fallbacks?: BackendDraft[];
  systemMessage?: string | null;
  mcpServers?: (string | AgentServer)[];
  weight?: number;
  contextSharing?: AgentSharingDraft;
}

/** A team as it is written; what is absent takes its default. Keys that the editor does not show are kept. */
export interface TeamDraft {
  name: string;
  agents: AgentDraft[];
  coordination?: Record<string, unknown>;
  limits?: Record<string, unknown>;
}

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';

export const NEW_TEAM: TeamDraft = {
  name: texts.newTeam,
  agents: ['A', 'B', 'C'].map((slot) => ({ slot, name: '', backend: { type: 'demo' } })),
  coordination: { decision: 'evidence' },
};

/** The team with a letter for each agent, as the server would give them: free ones in order. */
export function withLetters(team: TeamDraft): TeamDraft {
  const taken = new Set(team.agents.map((agent) => agent.slot));
  const free = [...LETTERS].filter((letter) => !taken.has(letter));
  return { ...team, agents: team.agents.map((agent) => ({ ...agent, slot: agent.slot ?? free.shift() })) };
}

/** `{...object, [key]: value}`; a value that says nothing takes the key away, so that the default applies. */
export function withKey<T extends object>(object: T | undefined, key: string, value: unknown): T {
  const rest = Object.fromEntries(Object.entries(object ?? {}).filter(([name]) => name !== key));
  const empty = value === undefined || value === '' || value === null;
  return (empty ? rest : { ...rest, [key]: value }) as T;
}

/** The team with one more agent, on the first free letter and the backend of the last. */
export function withNewAgent(team: TeamDraft): TeamDraft {
  const taken = new Set(team.agents.map((agent) => agent.slot));
  const slot = [...LETTERS].find((letter) => !taken.has(letter));
  const backend = team.agents.at(-1)?.backend ?? { type: 'demo' };
  // Each demo model is a character of its own; without a name the server gives the next one.
  const model = backend.type === 'demo' ? undefined : backend.model;
  return { ...team, agents: [...team.agents, { slot, name: '', backend: { ...backend, model } }] };
}

/** The team with a copy of one agent behind it, on the first free letter. Without a free letter the team as it is. */
export function withCopyOf(team: TeamDraft, index: number): TeamDraft {
  const agent = team.agents[index];
  const taken = new Set(team.agents.map(({ slot }) => slot));
  const slot = [...LETTERS].find((letter) => !taken.has(letter));
  if (!agent || !slot) return team;
  const copy = { ...structuredClone(agent), slot, name: agent.name ? texts.copyOf(agent.name) : '' };
  return { ...team, agents: team.agents.toSpliced(index + 1, 0, copy) };
}

/** The team with the backend, model and parameters of one agent given to all. */
export function withModelOf(team: TeamDraft, index: number): TeamDraft {
  const backend = team.agents[index]?.backend;
  if (!backend) return team;
  return { ...team, agents: team.agents.map((agent) => ({ ...agent, backend: structuredClone(backend) })) };
}

/** The team with one agent changed. */
export function withAgent(team: TeamDraft, index: number, agent: AgentDraft): TeamDraft {
  return { ...team, agents: team.agents.map((entry, at) => (at === index ? agent : entry)) };
}
