import 'server-only';
import { CHARACTERS } from '@/lib/agents/demo/characters';
import { backendFor } from '@/lib/agents/registry';
import type { Fallback } from '@/lib/protocol/team';
import type { ParsedTeam } from './team-schema';

export type ParsedBackend = ParsedTeam['agents'][number]['backend'];

export const DEMO_MODELS = CHARACTERS.map(({ model }) => model);

/** With its defaults, and whether it can call tools. `demoModel` = which simulation where none is named. */
export function completeBackend(
  { type, model, baseUrl, params, contextWindow, tools }: ParsedBackend,
  demoModel: string,
): Fallback {
  const backend = {
    type,
    model: model || demoModel,
    baseUrl: baseUrl || null,
    params: params ?? {},
    ...(contextWindow !== undefined && { contextWindow }),
  };
  return { backend, canCallTools: tools !== 'text' && backendFor(type).capabilities(backend.model).tools };
}
