import { approvedCommandSchema } from '@/lib/features/check-commands/approved-command-schema';
import { listApprovedCommands } from '@/lib/features/check-commands/list-approved-commands';
import { approvalInput, setApproval } from '@/lib/features/check-commands/set-approval';
import { json, list } from '@/lib/platform/http/answer';
import { otherMethods } from '@/lib/platform/http/other-methods';
import { route } from '@/lib/platform/http/route';
import { requireClaudeCodeRight } from '@/lib/team-config/require-claude-code-right';

export const GET = route(
  { about: 'Lists the commands that you have approved for checks in your runs.', answer: list(approvedCommandSchema) },
  async ({ actor }) => ({ items: await listApprovedCommands(actor), nextCursor: null }),
);

export const PUT = route(
  {
    needs: 'claudeCode.run',
    about: 'Approves a command of checks for your runs, by exactly its text, or withdraws that.',
    answer: json({ approved: approvedCommandSchema.nullable() }),
    body: approvalInput,
    access: ({ actor }) => requireClaudeCodeRight(actor),
  },
  async ({ actor, body }) => ({ approved: await setApproval(actor, body) }),
);

export const { POST, PATCH, DELETE, OPTIONS } = otherMethods('GET', 'PUT');
