import 'server-only';
import { type OddParam, paramNames, unknownParams } from '@/lib/agents/params/unknown-params';
import type { FieldError } from '@/lib/errors/app-error';
import { closestWord } from './closest-word';
import type { ParsedTeam } from './team-schema';

/** What is odd about the agents' parameters. No fault: providers learn new ones before this version knows them. */
export function paramWarnings({ agents }: ParsedTeam): FieldError[] {
  const backends = agents.flatMap(({ backend, fallbacks = [] }, index) => [
    { ...backend, path: `agents[${index}].backend.params` },
    ...fallbacks.map((fallback, at) => ({ ...fallback, path: `agents[${index}].fallbacks[${at}].params` })),
  ]);
  return backends.flatMap(({ type, params = {}, path }) =>
    unknownParams(type, params).map((odd) => ({ path: `${path}.${odd.name}`, message: words(odd, type) })),
  );
}

function words({ name, kind }: OddParam, type: string): string {
  if (kind === 'reserved') return 'The app sets this itself; the parameter has no effect.';
  const near = closestWord(name, paramNames(type));
  return `“${type}” documents no such parameter. ${near ? `Did you mean “${near}”?` : 'It is passed on as it is.'}`;
}
