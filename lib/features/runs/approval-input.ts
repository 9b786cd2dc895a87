import { z } from 'zod';

/** What a person says to what waits for them: `accept` and `decline` are what the protocol of servers calls `allow` and `deny`. */
export const approvalInput = z.object({
  decision: z.enum(['allow', 'deny', 'accept', 'decline', 'cancel']),
  scope: z.enum(['once', 'run', 'always']).default('once'),
  arguments: z.record(z.string(), z.unknown()).optional(),
  content: z.record(z.string(), z.unknown()).optional(),
});

/** The same in the words of the log. */
export function readApprovalInput({ decision, ...rest }: z.infer<typeof approvalInput>) {
  const allows = decision === 'allow' || decision === 'accept';
  const said = allows ? ('allow' as const) : ('deny' as const);
  return { ...rest, decision: said, ...(decision === 'cancel' && { cancelled: true as const }) };
}
