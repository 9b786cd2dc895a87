import type { BackendInfo } from './backends-store';
import type { TeamChoice } from './team-choice';
import { texts } from './texts';

export type HealthTone = 'ok' | 'warn' | 'danger' | 'plain';

export interface HealthWord {
  tone: HealthTone;
  word: string;
  /** What to do; `null` when nothing is to be done. */
  remedy: string | null;
}

/** The health of a backend in a word, and what to do about it. */
export function healthWord(backend: BackendInfo): HealthWord {
  if (backend.simulation) return { tone: 'plain', word: texts.simulation, remedy: null };
  if (!backend.configured) return { tone: 'warn', word: texts.notSetUp, remedy: backend.message ?? null };
  if (backend.healthy && backend.slow) return { tone: 'warn', word: texts.slow, remedy: backend.message ?? null };
  if (backend.healthy) return { tone: 'ok', word: texts.ready, remedy: null };
  return { tone: 'danger', word: texts.notReachable, remedy: backend.message ?? texts.checkAddress };
}

export interface TeamProblem extends HealthWord {
  /** Of the backend. */
  type: string;
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
      : [{ ...health, type: backend.type, label: backend.label, slots }];
  });
}
