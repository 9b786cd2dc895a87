import 'server-only';
import { z } from 'zod';
import { CONTEXT_PARTS } from '@/lib/protocol/team';
import { choice, letter, whole } from '../field-schemas';
import { texts } from '../schema-texts';

const LEAST_TOKENS = 500;
const MOST_TOKENS = 200_000;

const yesOrNo = () => z.boolean({ error: texts.trueOrFalse });
const tokens = () => whole(LEAST_TOKENS, MOST_TOKENS);
const parts = () => z.array(choice('Part', CONTEXT_PARTS), { error: texts.listOf(CONTEXT_PARTS) });

/** `coordination.contextSharing` of a team as people write it. */
export const sharingSchema = z.strictObject(
  {
    enabled: yesOrNo(),
    include: parts().optional(),
    maxTokensPerPeer: tokens().optional(),
    maxTokensTotal: tokens().optional(),
  },
  { error: (issue) => (issue.code === 'invalid_type' ? texts.sharing : undefined) },
);

/** `contextSharing` of one agent. */
export const agentSharingSchema = z.strictObject({
  share: yesOrNo().optional(),
  from: z.array(letter(), { error: texts.slots }).optional(),
  include: parts().optional(),
  relevance: choice('Relevance', ['all', 'topic']).optional(),
});

export type GivenSharing = z.infer<typeof sharingSchema>;
export type GivenAgentSharing = z.infer<typeof agentSharingSchema>;
