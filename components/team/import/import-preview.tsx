'use client';
import { useState } from 'react';
import { type ImportedTeam, withSlotsFilled } from '@/lib/browser/team/imported-team';
import type { TeamDraft } from '@/lib/browser/team/team-draft';
import { AgentLetter } from '../../run/agent/agent-letter';
import { Button } from '../../ui/button';
import { Notice } from '../../ui/notice';
import { PathList } from '../fields/path-list';
import { SecretSlots } from './secret-slots';
import { texts } from './texts';

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
      <section aria-label={texts.preview}>
        <h2 className="font-semibold text-base">{team.name || texts.unnamedTeam}</h2>
        <p className="text-muted text-sm">
          {format === 'massgen' ? texts.readMassgen(agents.length) : texts.readTeam(agents.length)}
          {notes.map((note) => ` ${note}`)}
        </p>
        <ul className="mt-3 flex flex-col">
          {agents.map((agent, index) => {
            const slot = agent.slot ?? LETTERS[index] ?? '?';
            return (
              <li key={slot} className="flex items-center gap-2.5 border-line border-b py-2 text-sm last:border-b-0">
                <AgentLetter slot={slot} />
                <span className="min-w-0 truncate font-medium">{agent.name || texts.agent(slot)}</span>
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
        <PathList title={texts.toChange} entries={faults.map(({ path, message }) => ({ key: path, message }))}>
          {texts.toChangeText}
        </PathList>
      )}
      {warnings.length > 0 ? (
        <PathList title={texts.notKept(warnings.length)} entries={warnings}>
          {texts.notKeptText}
        </PathList>
      ) : (
        <Notice>{texts.allKept}</Notice>
      )}
      <div className="sticky bottom-0 -mx-4 [@media(max-height:480px)]:static flex justify-end gap-2 border-line border-t bg-bg px-4 py-3">
        <Button onClick={onBack}>{texts.back}</Button>
        <Button look="primary" onClick={() => onContinue(withSlotsFilled(team, secrets, values))}>
          {texts.openInEditor}
        </Button>
      </div>
    </div>
  );
}
