'use client';
import { Plus } from 'lucide-react';
import { useServers } from '@/lib/browser/mcp/use-servers';
import type { ModelChoice } from '@/lib/browser/team/model-choice';
import {
  type AgentDraft,
  type TeamDraft,
  withAgent,
  withCopyOf,
  withModelOf,
  withNewAgent,
} from '@/lib/browser/team/team-draft';
import { DEFAULT_INCLUDE, peersOf, sharingOf } from '@/lib/browser/team/team-sharing';
import type { BackendInfo } from '@/lib/browser/team/use-backends';
import { useKeptFocus } from '@/lib/browser/ui/use-kept-focus';
import { Button } from '../ui/button';
import { AgentFields } from './fields/agent-fields';
import type { MessageAt } from './fields/param-fields';
import { ReadyBackends } from './ready-backends';
import { texts } from './texts';

/** As many as there are letters. */
const MAX_AGENTS = 26;

interface AgentListProps {
  team: TeamDraft;
  backends: BackendInfo[] | null;
  choices: ModelChoice[] | null;
  faultAt: MessageAt;
  warningAt: MessageAt;
  onChange: (team: TeamDraft) => void;
}

/** The agents of a team: changed, copied, taken away, added. */
export function AgentList({ team, backends, choices, faultAt, warningAt, onChange }: AgentListProps) {
  const add = useKeptFocus<HTMLButtonElement>();
  const servers = useServers();
  const sharing = sharingOf(team);
  const { agents } = team;
  const isFull = agents.length >= MAX_AGENTS;

  function remove(index: number) {
    onChange({ ...team, agents: agents.filter((_, at) => at !== index) });
    add.keep();
  }
  const sameBackend = ({ backend }: AgentDraft) => JSON.stringify(backend);

  return (
    <>
      <h2 className="mt-8 mb-3 font-semibold text-base">{texts.agents}</h2>
      {faultAt('agents') && <p className="mb-2 text-danger text-xs">{faultAt('agents')}</p>}
      <ReadyBackends team={team} backends={backends} onChange={onChange} />
      <div className="flex flex-col gap-3">
        {agents.map((agent, index) => (
          <AgentFields
            // biome-ignore lint/suspicious/noArrayIndexKey: the slot letter is edited in place, the position is the identity.
            key={index}
            agent={agent}
            path={`agents[${index}]`}
            backends={backends}
            choices={choices}
            servers={servers}
            faultAt={faultAt}
            warningAt={warningAt}
            sharing={sharing && { peers: peersOf(team, index), include: sharing.include ?? DEFAULT_INCLUDE }}
            weighted={team.coordination?.voteRule === 'weighted'}
            onChange={(changed) => onChange(withAgent(team, index, changed))}
            onUseForAll={
              agents.some((other) => sameBackend(other) !== sameBackend(agent))
                ? () => onChange(withModelOf(team, index))
                : undefined
            }
            onDuplicate={isFull ? undefined : () => onChange(withCopyOf(team, index))}
            onRemove={agents.length > 1 ? () => remove(index) : undefined}
          />
        ))}
        <Button ref={add.ref} className="self-start" disabled={isFull} onClick={() => onChange(withNewAgent(team))}>
          <Plus className="icon" aria-hidden />
          {texts.addAgent}
        </Button>
      </div>
    </>
  );
}
