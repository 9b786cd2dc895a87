import type { FieldError } from '@/lib/platform/errors/app-error';
import { sharingTerms } from '@/lib/protocol/sharing';
import type { Team } from '@/lib/protocol/team';
import { texts } from '@/lib/team-config/texts';
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
              message: texts.sharingOff(`${TEAM}.enabled`),
            },
          ]
        : [],
    );
  }
  const idle = idleBecause(team);
  const { maxTokensPerPeer, maxTokensTotal } = contextSharing;
  return [
    ...(idle ? [{ path: TEAM, message: texts.noEffect(idle) }] : []),
    ...(maxTokensPerPeer > maxTokensTotal
      ? [
          {
            path: `${TEAM}.maxTokensPerPeer`,
            message: texts.totalIsLess(maxTokensTotal),
          },
        ]
      : []),
    ...(idle ? [] : silentPeers(team)),
  ];
}

function idleBecause(team: Team): string | null {
  if (team.agents.length === 1) return texts.oneAgent;
  if (team.agents.every(({ contextSharing }) => contextSharing?.share === false)) return texts.nobodyShares;
  const terms = team.agents.map(({ slot }) => sharingTerms(team, slot));
  if (terms.every((own) => own === null || own.include.length === 0)) return texts.nothingIncluded;
  if (terms.every((own) => own === null || own.include.length === 0 || own.peers.length === 0)) {
    return texts.nobodyGets;
  }
  return null;
}

function silentPeers({ agents }: Team): FieldError[] {
  const silent = agents.filter(({ contextSharing }) => contextSharing?.share === false).map(({ slot }) => slot);
  return agents.flatMap(({ contextSharing }, index) => {
    const named = (contextSharing?.from ?? []).filter((slot) => silent.includes(slot));
    if (named.length === 0) return [];
    return [{ path: `agents[${index}].contextSharing.from`, message: texts.sharesNothing(named) }];
  });
}
