'use client';
import { choicesFor, type ModelChoice, tickedIn, withTicked } from '@/lib/browser/team/model-choice';
import type { TeamDraft } from '@/lib/browser/team/team-draft';
import { ModelTicks } from '../models/model-ticks';
import { texts } from './texts';

interface ModelChoiceFieldsProps {
  team: TeamDraft;
  choices: ModelChoice[];
  onChange: (team: TeamDraft) => void;
}

/** The short way to a team: its models, ticked. */
export function ModelChoiceFields({ team, choices, onChange }: ModelChoiceFieldsProps) {
  const all = choicesFor(team, choices);
  const ticked = tickedIn(team, all);
  const isSimulation = team.agents.every(({ backend }) => backend.type === 'demo');
  return (
    <section className="mt-8">
      <h2 className="font-semibold text-base">{texts.modelsTitle}</h2>
      <p className="mt-1 mb-3 text-muted text-sm">{texts.modelsText}</p>
      <div className="rounded-card border border-line bg-raised p-3">
        <ModelTicks choices={all} ticked={ticked} onChange={(next) => onChange(withTicked(team, all, next))} />
      </div>
      {ticked.length === 0 && isSimulation && <p className="mt-2 text-sm text-warn">{texts.nothingTicked}</p>}
    </section>
  );
}
