import { describe, expect, it } from 'vitest';
import { insertPerson } from '@/db/testing/insert-person';
import { useTestDatabase } from '@/db/testing/use-test-database';
import { createServer } from '@/lib/features/mcp-servers/create-server';
import { newServerSchema } from '@/lib/features/mcp-servers/server-input';
import { createRun } from '@/lib/features/runs/create-run';
import { createTeam } from './create-team';
import { resolveTeam } from './resolve-team';
import { updateTeam } from './update-team';

describe('a team with MCP servers', () => {
  useTestDatabase();

  it('that names a server which is not there or not one’s own is refused with the path, when it is saved and when it runs', async () => {
    const ann = await insertPerson();
    const bob = await insertPerson();
    const transport = { type: 'http', url: 'https://mcp.example.com/mcp' };
    const { id } = await createServer(ann, newServerSchema.parse({ name: 'GitHub', transport, enabled: false }));
    const team = (...mcpServers: unknown[]) => ({ name: 'T', agents: [{ backend: { type: 'demo' }, mcpServers }] });
    const refused = (path: string, message = '') => ({
      status: 422,
      fields: [{ path, message: expect.stringContaining(message) }],
    });
    for (const good of [team('github'), team(id), team({ server: 'GitHub', tools: ['x'] })]) {
      await expect(createTeam(ann, good)).resolves.toMatchObject({
        agents: [{ mcpServers: good.agents[0]?.mcpServers }],
      });
      await expect(resolveTeam(ann, good)).resolves.toBeTruthy();
      await expect(createTeam(bob, good)).rejects.toMatchObject({ status: 422 });
      await expect(resolveTeam(bob, good)).rejects.toMatchObject({ status: 422 });
    }
    await expect(createTeam(ann, team('githb'))).rejects.toMatchObject(
      refused('agents[0].mcpServers[0]', 'Did you mean “GitHub”?'),
    );
    await expect(resolveTeam(ann, team('github', { server: 'x', tools: ['a'] }))).rejects.toMatchObject(
      refused('agents[0].mcpServers[1].server'),
    );
    const checked = (server: string) => ({
      ...team(),
      agents: [{ backend: { type: 'demo' } }, { backend: { type: 'demo' } }],
      coordination: {
        decision: 'evidence',
        checks: [
          { kind: 'critic', rubric: 'It is polite.' },
          { kind: 'mcp', server, tool: 'lint', arguments: { text: '$answer' } },
        ],
      },
    });
    await expect(resolveTeam(ann, checked('github'))).resolves.toBeTruthy();
    await expect(createTeam(bob, checked(id))).rejects.toMatchObject(refused('coordination.checks[1].server'));
    await expect(resolveTeam(ann, checked('githb'))).rejects.toMatchObject(
      refused('coordination.checks[1].server', 'Did you mean “GitHub”?'),
    );
    const { checks } = checked('slack').coordination;
    await expect(createRun(ann, { input: 'Why?', team: checked('github'), checks })).rejects.toMatchObject(
      refused('checks[1].server'),
    );
    const saved = await createTeam(ann, team());
    await expect(updateTeam(ann, saved.id, team('slack'))).rejects.toMatchObject(refused('agents[0].mcpServers[0]'));
  });
});
