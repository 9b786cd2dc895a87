import type { BackendDefinition } from '@/db/types/team-definition';

interface Written<Backend> {
  agents: { backend: Backend; fallbacks?: Backend[] }[];
  coordination?: object;
}

/** Every backend that a team names, each with its path: agents', their fallbacks', the judge's. */
export function backendsOf<Backend extends BackendDefinition>({
  agents,
  coordination,
}: Written<Backend>): (Backend & { at: string })[] {
  const { judge } = (coordination ?? {}) as { judge?: { backend?: Backend } | null };
  return [
    ...agents.flatMap(({ backend, fallbacks = [] }, index) => [
      { ...backend, at: `agents[${index}].backend` },
      ...fallbacks.map((fallback, place) => ({ ...fallback, at: `agents[${index}].fallbacks[${place}]` })),
    ]),
    ...(judge?.backend ? [{ ...judge.backend, at: 'coordination.judge.backend' }] : []),
  ];
}
