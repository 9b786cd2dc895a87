import type { BackendInfo } from '@/lib/browser/team/backends-store';
import type { TeamDraft } from '@/lib/browser/team/team-draft';
import { texts } from './editor-texts';

const AGENTS = 3;
/** Models that a list names, but that hold no conversation. */
const OTHER_KINDS = /embed|whisper|tts|audio|realtime|transcri|image|dall-e|sora|moderation|rerank|guard/i;

/** Whether a model of this name holds a conversation, as far as its name says. */
export function speaks(model: string): boolean {
  return !OTHER_KINDS.test(model);
}

/** Up to three models of a backend for a team: those that are known to call tools first. */
export function modelsForTeam({ models, catalogue }: Pick<BackendInfo, 'models' | 'catalogue'>): string[] {
  const knownToCallTools = new Set(catalogue.flatMap(({ model, tools }) => (tools ? [model] : [])));
  const talking = models.filter(speaks);
  const rank = (model: string) => (knownToCallTools.has(model) ? 0 : 1);
  return talking.toSorted((a, b) => rank(a) - rank(b)).slice(0, AGENTS);
}

/** A team of three on these models of a backend, in turn. */
export function teamOfModels(name: string, type: string, models: string[]): TeamDraft {
  return {
    name,
    agents: ['A', 'B', 'C'].map((slot, index) => ({
      slot,
      name: '',
      backend: { type, model: models[index % Math.max(1, models.length)] },
    })),
    coordination: { decision: 'evidence' },
  };
}

/** The address that opens a new team of a backend's models. */
export function newTeamAddress(backend: BackendInfo): string {
  const query = new URLSearchParams([
    ['name', texts.teamOf(backend.label)],
    ['backend', backend.type],
    ...modelsForTeam(backend).map((model) => ['model', model]),
  ]);
  return `/teams/new?${query}`;
}
