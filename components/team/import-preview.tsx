'use client';
import { useState } from 'react';
import { type ImportedTeam, withSlotsFilled } from '@/lib/client/imported-team';
import type { TeamDraft } from '@/lib/client/team-draft';
import { AgentLetter } from '../agent/agent-letter';
import { Button } from '../ui/button';
import { Notice } from '../ui/notice';
import { PathList } from './path-list';
import { SecretSlots } from './secret-slots';

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';

interface ImportPreviewProps {
  imported: ImportedTeam;
  onBack: () => void;
  onContinue: (team: TeamDraft) => void;
}

/** What was read of a text: the agents, what could not be kept, what has to be filled in or changed. */
export function ImportPreview({ imported, onBack, onContinue }: ImportPreviewProps) {
  const { team, format, warnings, secrets, faults, notes } = imported;
  const [values, setValues] = useState<ReadonlyMap<string, string>>(new Map());
  const agents = Array.isArray(team.agents) ? team.agents : [];
  return (
    <div className="flex flex-col gap-7">
      <section aria-label="What was read">
        <h2 className="font-semibold text-base">{team.name || 'Team'}</h2>
        <p className="text-muted text-sm">
          {format === 'massgen' ? 'A MassGen configuration' : 'A team of this application'} with {agents.length}{' '}
          {agents.length === 1 ? 'agent' : 'agents'}. Nothing is saved yet.
          {notes.map((note) => ` ${note}`)}
        </p>
        <ul className="mt-3 flex flex-col">
          {agents.map((agent, index) => {
            const slot = agent.slot ?? LETTERS[index] ?? '?';
            return (
              <li key={slot} className="flex items-center gap-2.5 border-line border-b py-2 text-sm last:border-b-0">
                <AgentLetter slot={slot} />
                <span className="min-w-0 truncate font-medium">{agent.name || `Agent ${slot}`}</span>
                <span className="min-w-0 flex-1 truncate text-right text-muted text-xs">
                  {[agent.backend?.type, agent.backend?.model].filter(Boolean).join(' · ')}
                </span>
              </li>
            );
          })}
        </ul>
      </section>
      {secrets.length > 0 && <SecretSlots secrets={secrets} values={values} onChange={setValues} />}
      {faults.length > 0 && (
        <PathList title="To change in the editor" entries={faults.map(({ path, message }) => ({ key: path, message }))}>
          The team can be saved when these are settled.
        </PathList>
      )}
      {warnings.length > 0 ? (
        <PathList title={`Not kept, or kept otherwise: ${warnings.length}`} entries={warnings}>
          Paths are those of your file. Everything else is in the team.
        </PathList>
      ) : (
        <Notice>Everything in this text is in the team.</Notice>
      )}
      <div className="sticky bottom-0 -mx-4 flex justify-end gap-2 border-line border-t bg-bg px-4 py-3">
        <Button onClick={onBack}>Back to the text</Button>
        <Button look="primary" onClick={() => onContinue(withSlotsFilled(team, secrets, values))}>
          Open in the editor
        </Button>
      </div>
    </div>
  );
}
