import { describe, expect, it, vi } from 'vitest';
import { insertPerson } from '@/db/testing/insert-person';
import { insertRun } from '@/db/testing/insert-run';
import { testDatabaseKinds, useTestDatabase } from '@/db/testing/use-test-database';
import { newConversationInput } from '@/lib/features/conversations/conversation-input';
import { createConversation } from '@/lib/features/conversations/create-conversation';
import { checkPrograms } from '@/lib/runtime/check-programs';
import { listApprovedCommands } from './list-approved-commands';
import { setApproval } from './set-approval';

async function runOf(person: Awaited<ReturnType<typeof insertPerson>>) {
  const { workspaceId, userId } = person;
  const { id: conversationId } = await createConversation(person, newConversationInput.parse({}));
  return insertRun({ workspaceId, userId, conversationId, status: 'running' });
}

describe.each(testDatabaseKinds())('commands of checks, on %s', (kind) => {
  useTestDatabase(kind);

  it('run for whoever may have commands run and has approved exactly this text', async () => {
    const admin = await insertPerson({ role: 'admin' });
    const other = await insertPerson({ role: 'admin' });
    const { runId } = await runOf(admin);
    expect(await checkPrograms.whyNot(runId, 'npm test')).toMatch(/not approved exactly/);
    await setApproval(other, { command: 'npm test', isApproved: true });
    expect(await checkPrograms.whyNot(runId, 'npm test')).toMatch(/not approved exactly/);
    await setApproval(admin, { command: 'npm test', isApproved: true });
    await setApproval(admin, { command: 'npm test', isApproved: true });
    expect(await checkPrograms.whyNot(runId, 'npm test')).toBeNull();
    expect(await checkPrograms.whyNot(runId, 'npm test ')).toMatch(/not approved exactly/);
    expect(await listApprovedCommands(admin)).toMatchObject([{ command: 'npm test' }]);
    vi.stubEnv('MASSGEN_CLAUDE_CODE', 'off');
    expect(await checkPrograms.whyNot(runId, 'npm test')).toMatch(/may not have commands run/);
    vi.unstubAllEnvs();
    await setApproval(admin, { command: 'npm test', isApproved: false });
    expect(await checkPrograms.whyNot(runId, 'npm test')).toMatch(/not approved exactly/);
  });

  it('are not for others to approve, and an approval without the right is worth nothing', async () => {
    const member = await insertPerson();
    await expect(setApproval(member, { command: 'true', isApproved: true })).rejects.toMatchObject({ status: 403 });
    const { runId } = await runOf(member);
    vi.stubEnv('MASSGEN_CLAUDE_CODE', 'on');
    await setApproval(member, { command: 'true', isApproved: true });
    expect(await checkPrograms.whyNot(runId, 'true')).toBeNull();
    vi.unstubAllEnvs();
    expect(await checkPrograms.whyNot(runId, 'true')).toMatch(/may not have commands run/);
  });
});
