import { decidesByEvidence } from './decision/decides-by-evidence';
import type { ContextPart, Slot, Team } from './team';

/** What a slot gets of the others, and how much of it. */
export interface SharingTerms {
  include: ContextPart[];
  maxTokensPerPeer: number;
  maxTokensTotal: number;
  byTopic: boolean;
  /** The slots whose context it gets, in the team's order. */
  peers: Slot[];
}

/** The terms on which the slot gets the context of others; `null` when the team does not share. */
export function sharingTerms(team: Team | null, slot: Slot): SharingTerms | null {
  const sharing = team?.coordination.contextSharing;
  const reader = team?.agents.find((agent) => agent.slot === slot);
  if (!team || !sharing || !reader || team.agents.length === 1) return null;
  const own = reader.contextSharing ?? {};
  const peers = team.agents.filter(
    (agent) =>
      agent.slot !== slot &&
      agent.contextSharing?.share !== false &&
      (own.from === undefined || own.from.includes(agent.slot)),
  );
  const { include, maxTokensPerPeer, maxTokensTotal } = sharing;
  return {
    // Where the team decides by evidence, answers are shown by its rule alone: whoever reads one before it answers is no witness for it.
    include: (own.include ?? include).filter((part) => part !== 'answers' || !decidesByEvidence(team)),
    maxTokensPerPeer,
    maxTokensTotal,
    byTopic: own.relevance === 'topic',
    peers: peers.map((agent) => agent.slot),
  };
}

/** True when contexts of this team are captured at all. */
export function isSharing(team: Team | null): boolean {
  return team?.coordination.contextSharing !== undefined;
}
