import 'server-only';
import type { TeamDefinition } from '@/db/types/team-definition';
import { AppError } from '@/lib/platform/errors/app-error';
import { checksOf } from '@/lib/protocol/decision/checks/checks-of';
import { type ValidTeam, validateTeam } from '../validate-team';
import { texts } from './texts';

/** The team with the checks of one question behind its own. Throws `invalid`, with paths as in the body of a run. */
export function withChecks({ definition }: ValidTeam, checks: unknown[]): ValidTeam {
  const { checks: own } = (definition.coordination ?? {}) as { checks?: unknown[] };
  const before = own?.length ?? 0;
  const both: TeamDefinition = {
    ...definition,
    coordination: { ...definition.coordination, checks: [...(own ?? []), ...checks] },
  };
  const valid = validated(both, before);
  if (checks.length > 0 && checksOf(valid.team).length === 0)
    throw new AppError('invalid', texts.needsEvidence, { fields: [{ path: 'checks', message: texts.needsEvidence }] });
  return valid;
}

function validated(team: TeamDefinition, before: number): ValidTeam {
  try {
    return validateTeam(team);
  } catch (error) {
    if (!(error instanceof AppError) || !error.fields) throw error;
    const fields = error.fields.map(({ path, message }) => ({ path: inBody(path, before), message }));
    throw new AppError('invalid', fields[0]?.message ?? error.message, { fields, cause: error });
  }
}

/** `coordination.checks[3].kind` is `checks[1].kind` behind two of the team's. */
function inBody(path: string, before: number): string {
  return path.replace(/^coordination\.checks(?:\[(\d+)\])?/, (_, index?: string) =>
    index === undefined ? 'checks' : `checks[${Number(index) - before}]`,
  );
}
