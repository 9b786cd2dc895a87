import type { BackendInfo } from './backends-store';
import type { TeamChoice } from './team-choice';

export type HealthTone = 'ok' | 'warn' | 'danger' | 'plain';

export interface HealthWord {
  tone: HealthTone;
  word: string;
  /** What to do; `null` when nothing is to be done. */
  remedy: string | null;
}

/** The health of a backend in a word, and what to do about it. */
export function healthWord(backend: BackendInfo): HealthWord {
  if (backend.simulation) return { tone: 'plain', word: 'Simulation', remedy: null };
  if (!backend.configured) return { tone: 'warn', word: 'Not set up', remedy: backend.message ?? null };
  if (backend.healthy) return { tone: 'ok', word: 'Ready', remedy: null };
  return { tone: 'danger', word: 'Not reachable', remedy: backend.message ?? 'Check the base URL and the network.' };
}

export interface TeamProblem extends HealthWord {
  label: string;
  slots: string[];
}

/** `Claude: not set up`; empty without problems. */
export function problemNote(problems: TeamProblem[]): string {
  return problems.map(({ label, word }) => `${label}: ${word.toLowerCase()}`).join(', ');
}

/** Backends of a team that cannot answer as they are. Agents with an address of their own are not judged by their backend's usual one. */
export function teamProblems(team: TeamChoice, backends: BackendInfo[]): TeamProblem[] {
  return backends.flatMap((backend) => {
    const slots = team.agents.flatMap((agent) =>
      agent.backend === backend.type && !agent.ownAddress ? [agent.slot] : [],
    );
    const health = healthWord(backend);
    return slots.length === 0 || backend.simulation || backend.healthy
      ? []
      : [{ ...health, label: backend.label, slots }];
  });
}
