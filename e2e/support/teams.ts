import type { Doubles } from '../doubles/start-doubles';

/** A team of `openai_compatible` agents, one for each model name of the double. */
export function doubleTeam(doubles: Doubles, models: string[], rest: Record<string, unknown> = {}) {
  return {
    name: `Doubles ${models.join(', ')}`.slice(0, 80),
    agents: models.map((model) => ({
      backend: { type: 'openai_compatible', model, baseUrl: `${doubles.origin}/v1` },
    })),
    ...rest,
  };
}
