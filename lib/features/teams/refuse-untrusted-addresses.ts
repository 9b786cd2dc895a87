import 'server-only';
import type { TeamDefinition } from '@/db/types/team-definition';
import { trustedOriginFor } from '@/lib/agents/trusted-origin-for';
import { texts } from '@/lib/features/texts';
import type { Actor } from '@/lib/platform/auth/actor';
import { AppError, type FieldError } from '@/lib/platform/errors/app-error';
import { baseUrlProblem } from '@/lib/platform/security/base-url-problem';
import { backendsOf } from '@/lib/team-config/backends-of';

/** Throws `invalid` with the path of each base URL of a valid team to which no request of this person may go. */
export async function refuseUntrustedAddresses(actor: Actor, team: TeamDefinition): Promise<void> {
  const faults: FieldError[] = [];
  for (const { baseUrl, at } of backendsOf(team)) {
    const problem = baseUrl
      ? baseUrlProblem(baseUrl) && baseUrlProblem(baseUrl, await trustedOriginFor(actor, baseUrl))
      : null;
    if (problem) faults.push({ path: `${at}.baseUrl`, message: problem });
  }
  const [first] = faults;
  if (!first) return;
  throw new AppError('invalid', texts.invalidTeam(first.path, first.message), { fields: faults });
}
