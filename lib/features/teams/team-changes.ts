import { z } from 'zod';
import { texts } from '@/lib/features/texts';

/** Changes of a team as a request brings them: themselves, or under `team`; `version` is the one that they were made on. */
export const teamChanges = z
  .looseObject({ version: z.int(texts.giveVersion).min(1).optional() })
  .transform(({ version, ...rest }) => {
    const wrapped = typeof rest.team === 'object' && rest.team !== null && !Array.isArray(rest.team);
    return { changes: wrapped ? (rest.team as Record<string, unknown>) : rest, version };
  });
