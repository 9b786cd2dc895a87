'use client';
import type { TeamDraft } from '@/lib/browser/team/team-draft';
import { modelsForTeam } from '@/lib/browser/team/team-of-backend';
import type { BackendInfo } from '@/lib/browser/team/use-backends';
import { isSimulation } from '@/lib/protocol/is-simulation';
import { Button } from '../ui/button';
import { texts } from './texts';

interface ReadyBackendsProps {
  team: TeamDraft;
  backends: BackendInfo[] | null;
  onChange: (team: TeamDraft) => void;
}

/** While a team is all simulation: which real models could answer instead, one click away. */
export function ReadyBackends({ team, backends, onChange }: ReadyBackendsProps) {
  const ready = (backends ?? []).filter(
    ({ simulation, healthy, models }) => !simulation && healthy && models.length > 0,
  );
  if (!isSimulation(team.agents) || ready.length === 0) return null;

  function use(backend: BackendInfo) {
    const models = modelsForTeam(backend);
    const agents = team.agents.map((agent, index) => ({
      ...agent,
      backend: { type: backend.type, model: models[index % Math.max(1, models.length)] },
    }));
    onChange({ ...team, agents });
  }
  return (
    <p className="mb-3 flex flex-wrap items-center gap-2 text-muted text-sm">
      {texts.simulationReady}
      {ready.map((backend) => (
        <Button key={backend.type} size="sm" onClick={() => use(backend)}>
          {texts.use(backend.label)}
        </Button>
      ))}
    </p>
  );
}
