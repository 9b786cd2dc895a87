import type { FieldError } from '@/lib/errors/app-error';
import { sharingTerms } from '@/lib/protocol/sharing';
import type { Team } from '@/lib/protocol/team';
import type { GivenAgentSharing } from './sharing-schema';

const TEAM = 'coordination.contextSharing';

/** Where context sharing does nothing, or less than one may think. `given` is what was written of each agent. */
export function sharingWarnings(team: Team, given: (GivenAgentSharing | undefined)[]): FieldError[] {
  const { contextSharing } = team.coordination;
  if (!contextSharing) {
    return given.flatMap((sharing, index) =>
      sharing
        ? [
            {
              path: `agents[${index}].contextSharing`,
              message: `Has no effect: the team does not share contexts. Set “${TEAM}.enabled” to true.`,
            },
          ]
        : [],
    );
  }
  const idle = idleBecause(team);
  const { maxTokensPerPeer, maxTokensTotal } = contextSharing;
  return [
    ...(idle ? [{ path: TEAM, message: `Has no effect: ${idle}` }] : []),
    ...(maxTokensPerPeer > maxTokensTotal
      ? [
          {
            path: `${TEAM}.maxTokensPerPeer`,
            message: `No more than “maxTokensTotal”, ${maxTokensTotal} tokens, is given of all agents together.`,
          },
        ]
      : []),
    ...(idle ? [] : silentPeers(team)),
  ];
}

function idleBecause(team: Team): string | null {
  if (team.agents.length === 1) return 'the team has only one agent.';
  if (team.agents.every(({ contextSharing }) => contextSharing?.share === false)) return 'no agent shares its work.';
  const terms = team.agents.map(({ slot }) => sharingTerms(team, slot));
  if (terms.every((own) => own === null || own.include.length === 0)) return 'nothing of a context is included.';
  if (terms.every((own) => own === null || own.include.length === 0 || own.peers.length === 0)) {
    return 'no agent gets the context of one that shares it.';
  }
  return null;
}

function silentPeers({ agents }: Team): FieldError[] {
  const silent = agents.filter(({ contextSharing }) => contextSharing?.share === false).map(({ slot }) => slot);
  return agents.flatMap(({ contextSharing }, index) => {
    const named = (contextSharing?.from ?? []).filter((slot) => silent.includes(slot));
    if (named.length === 0) return [];
    const who = named.length === 1 ? `Agent ${named[0]} shares` : `Agents ${named.join(', ')} share`;
    return [{ path: `agents[${index}].contextSharing.from`, message: `${who} nothing (“share: false”).` }];
  });
}
