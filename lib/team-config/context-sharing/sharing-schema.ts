import 'server-only';
import { z } from 'zod';
import { CONTEXT_PARTS } from '@/lib/protocol/team';
import { choice, letter, whole } from '../field-schemas';

const LEAST_TOKENS = 500;
const MOST_TOKENS = 200_000;

const yesOrNo = () => z.boolean({ error: 'Give true or false.' });
const tokens = () => whole(LEAST_TOKENS, MOST_TOKENS);
const parts = () => z.array(choice('Part', CONTEXT_PARTS), { error: `Give a list of: ${CONTEXT_PARTS.join(', ')}.` });

/** `coordination.contextSharing` of a team as people write it. */
export const sharingSchema = z.strictObject(
  {
    enabled: yesOrNo(),
    include: parts().optional(),
    maxTokensPerPeer: tokens().optional(),
    maxTokensTotal: tokens().optional(),
  },
  { error: (issue) => (issue.code === 'invalid_type' ? 'Give “enabled: true”, and what is shared.' : undefined) },
);

/** `contextSharing` of one agent. */
export const agentSharingSchema = z.strictObject({
  share: yesOrNo().optional(),
  from: z.array(letter(), { error: 'Give a list of slots.' }).optional(),
  include: parts().optional(),
  relevance: choice('Relevance', ['all', 'topic']).optional(),
});

export type GivenSharing = z.infer<typeof sharingSchema>;
export type GivenAgentSharing = z.infer<typeof agentSharingSchema>;
