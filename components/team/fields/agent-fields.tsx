'use client';
import { Copy, Trash2 } from 'lucide-react';
import type { McpServerInfo } from '@/lib/browser/mcp/mcp-server';
import type { ModelChoice } from '@/lib/browser/team/model-choice';
import { type AgentDraft, withKey } from '@/lib/browser/team/team-draft';
import type { BackendInfo } from '@/lib/browser/team/use-backends';
import { AgentLetter } from '../../run/agent/agent-letter';
import { Button } from '../../ui/button';
import { Field } from '../../ui/field';
import { IconButton } from '../../ui/icon-button';
import { Input } from '../../ui/input';
import { Textarea } from '../../ui/textarea';
import { AgentSharingFields } from './agent-sharing-fields';
import { BackendFields } from './backend-fields';
import { FallbackFields } from './fallback-fields';
import type { MessageAt } from './param-fields';
import { ServerFields } from './server-fields';
import { texts } from './texts';

interface AgentFieldsProps {
  agent: AgentDraft;
  /** Path of the agent in the team, for example `agents[0]`. */
  path: string;
  backends: BackendInfo[] | null;
  choices: ModelChoice[] | null;
  /** `null` = not read yet. */
  servers: McpServerInfo[] | null;
  faultAt: MessageAt;
  warningAt: MessageAt;
  /** Weights matter under the rule `weighted` only. */
  weighted: boolean;
  /** When the team shares contexts: letters of the others, and what is shared. */
  sharing: { peers: string[]; include: string[] } | null;
  onChange: (agent: AgentDraft) => void;
  /** Gives its model to all agents; absent when they have it. */
  onUseForAll?: () => void;
  /** Absent when the team is full. */
  onDuplicate?: () => void;
  /** Absent for the last agent. */
  onRemove?: () => void;
}

/** One agent of a team. */
export function AgentFields({
  agent,
  path,
  backends,
  choices,
  servers,
  faultAt,
  warningAt,
  weighted,
  sharing,
  onChange,
  onUseForAll,
  onDuplicate,
  onRemove,
}: AgentFieldsProps) {
  const { backend } = agent;
  const set = (key: keyof AgentDraft, value: unknown) => onChange(withKey(agent, key, value));

  return (
    <fieldset className="rounded-card border border-line bg-raised px-4 pt-3 pb-4">
      <legend className="sr-only">{texts.agent(agent.slot ?? '')}</legend>
      <div className="mb-3 flex items-center gap-2">
        <AgentLetter slot={agent.slot ?? '?'} />
        <span className="min-w-0 flex-1 truncate font-medium text-sm">
          {agent.name || texts.agent(agent.slot ?? '')}
        </span>
        {onUseForAll && (
          <Button look="quiet" size="sm" onClick={onUseForAll}>
            {texts.sameForAll}
          </Button>
        )}
        {onDuplicate && <IconButton label={texts.duplicateAgent(agent.slot ?? '')} icon={Copy} onClick={onDuplicate} />}
        {onRemove && <IconButton label={texts.removeAgent(agent.slot ?? '')} icon={Trash2} onClick={onRemove} />}
      </div>
      {faultAt(path) && <p className="mb-2 text-danger text-xs">{faultAt(path)}</p>}
      <div className="grid gap-4 sm:grid-cols-2">
        <Field label={texts.name} hint={texts.nameHint} error={faultAt(`${path}.name`)}>
          {(control) => (
            <Input {...control} value={agent.name ?? ''} onChange={(event) => set('name', event.target.value)} />
          )}
        </Field>
        <Field label={texts.letter} hint={texts.letterHint} error={faultAt(`${path}.slot`)}>
          {(control) => (
            <Input
              {...control}
              maxLength={1}
              value={agent.slot ?? ''}
              onChange={(event) => set('slot', event.target.value.toUpperCase())}
            />
          )}
        </Field>
        <BackendFields
          of={texts.ofAgent(agent.slot ?? '?')}
          backend={backend}
          path={`${path}.backend`}
          backends={backends}
          choices={choices}
          faultAt={faultAt}
          warningAt={warningAt}
          onChange={(changed) => onChange({ ...agent, backend: changed })}
        />
        {weighted && (
          <Field label={texts.weight} error={faultAt(`${path}.weight`)}>
            {(control) => (
              <Input
                {...control}
                type="number"
                min={0}
                step="any"
                value={agent.weight ?? ''}
                placeholder="1"
                onChange={(event) => set('weight', event.target.value === '' ? '' : event.target.valueAsNumber)}
              />
            )}
          </Field>
        )}
        <div className="sm:col-span-2">
          <Field label={texts.systemMessage} error={faultAt(`${path}.systemMessage`)}>
            {(control) => (
              <Textarea
                {...control}
                rows={3}
                placeholder={texts.systemMessagePlaceholder}
                value={agent.systemMessage ?? ''}
                onChange={(event) => set('systemMessage', event.target.value)}
              />
            )}
          </Field>
        </div>
      </div>
      <FallbackFields
        slot={agent.slot ?? '?'}
        fallbacks={agent.fallbacks ?? []}
        path={path}
        backends={backends}
        choices={choices}
        faultAt={faultAt}
        warningAt={warningAt}
        onChange={(fallbacks) => set('fallbacks', fallbacks.length > 0 ? fallbacks : undefined)}
      />
      {servers && (
        <ServerFields
          slot={agent.slot ?? '?'}
          servers={servers}
          taken={agent.mcpServers ?? []}
          path={`${path}.mcpServers`}
          faultAt={faultAt}
          onChange={(taken) => set('mcpServers', taken.length > 0 ? taken : undefined)}
        />
      )}
      {sharing && (
        <AgentSharingFields
          slot={agent.slot ?? '?'}
          sharing={agent.contextSharing ?? {}}
          peers={sharing.peers}
          teamInclude={sharing.include}
          faultAt={(key) => faultAt(`${path}.contextSharing${key}`)}
          onChange={(own) => set('contextSharing', Object.keys(own).length > 0 ? own : undefined)}
        />
      )}
    </fieldset>
  );
}
