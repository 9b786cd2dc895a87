import 'server-only';
import { type OddParam, paramNames, unknownParams } from '@/lib/agents/params/unknown-params';
import type { FieldError } from '@/lib/platform/errors/app-error';
import { closestWord } from '@/lib/platform/text/closest-word';
import { backendsOf } from './backends-of';
import { texts } from './schema-texts';
import type { ParsedTeam } from './team-schema';

/** What is odd about the agents' parameters. No fault: providers learn new ones before this version knows them. */
export function paramWarnings(team: ParsedTeam): FieldError[] {
  return backendsOf(team).flatMap(({ type, params = {}, at }) =>
    unknownParams(type, params).map((odd) => ({ path: `${at}.params.${odd.name}`, message: words(odd, type) })),
  );
}

function words({ name, kind }: OddParam, type: string): string {
  if (kind === 'reserved') return texts.setByApp;
  const near = closestWord(name, paramNames(type));
  return `${texts.unknownParam(type)} ${near ? texts.didYouMean(near) : texts.passedOn}`;
}
