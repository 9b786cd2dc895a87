import type { FieldError } from '@/lib/platform/errors/app-error';
import { checksOf } from '@/lib/protocol/decision/checks/checks-of';
import type { Team } from '@/lib/protocol/team';
import type { ParsedCheck } from './check-schema';
import { texts } from './texts';

const PATH = 'coordination.checks';

/** Checks are known by their names. */
export function checkFaults(given: ParsedCheck[]): FieldError[] {
  return given.flatMap(({ name }, index) => {
    const isTaken = name !== undefined && given.findIndex((other) => other.name === name) < index;
    return isTaken ? [{ path: `${PATH}[${index}].name`, message: texts.nameTaken(name) }] : [];
  });
}

/** Checks that do nothing as the team is, or less than one may think. */
export function checkWarnings(given: ParsedCheck[], team: Team): FieldError[] {
  if (given.length === 0) return [];
  if (checksOf(team).length === 0) return [{ path: PATH, message: texts.noEffect }];
  const isOfForm = given.some(({ kind }) => kind !== 'number' && kind !== 'critic');
  if (!isOfForm || team.coordination.presenter === 'verbatim') return [];
  return [{ path: 'coordination.presenter', message: texts.presenterWrites }];
}
