import { sql } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { getDb } from '@/db/client';
import { findPersonalWorkspace } from '@/db/queries/workspaces/find-personal-workspace';
import { insertPerson } from '@/db/testing/insert-person';
import { useTestDatabase } from '@/db/testing/use-test-database';
import type { Actor } from '@/lib/platform/auth/actor';
import { PRESETS } from '@/lib/team-config/presets';
import { createTeam } from './create-team';
import { deleteTeam } from './delete-team';
import { getTeam } from './get-team';
import { listTeams } from './list-teams';
import { resolveTeam } from './resolve-team';
import { updateTeam } from './update-team';

describe('teams in the database', () => {
  useTestDatabase();

  let ann: Actor;
  let bob: Actor;
  const definition = { name: 'Mine', agents: [{ backend: { type: 'demo', model: 'demo-compute' } }] };

  beforeAll(async () => {
    ann = await insertPerson();
    bob = await insertPerson();
  });

  describe('teams', () => {
    it('are saved, listed, changed in versions, resolved and deleted', async () => {
      const made = await createTeam(ann, definition);
      expect(made).toMatchObject({ ...definition, builtIn: false, version: 1 });
      expect((await listTeams(ann)).items.map(({ id }) => id)).toContain(made.id);

      const changed = await updateTeam(ann, made.id, { limits: { turnSeconds: 60 } });
      expect(changed).toMatchObject({
        name: 'Mine',
        agents: definition.agents,
        limits: { turnSeconds: 60 },
        version: 2,
      });
      const versions = await (await getDb()).execute(
        sql`select version, definition from team_version where team_id = ${made.id} order by version`,
      );
      expect(versions.rows).toMatchObject([{ version: 1, definition }, { version: 2 }]);

      const { team } = await resolveTeam(ann, made.id);
      expect(team).toMatchObject({
        name: 'Mine',
        agents: [{ slot: 'A' }],
        limits: { turnSeconds: 60, callSeconds: 600 },
      });
      await deleteTeam(ann, made.id);
      await expect(getTeam(ann, made.id)).rejects.toMatchObject({ code: 'not_found' });
    });

    it('of two who changed the same version the second is told what there is now, and changes nothing', async () => {
      const { id, version } = await createTeam(ann, definition);
      const [first, second] = await Promise.allSettled([
        updateTeam(ann, id, { name: 'First' }, version),
        updateTeam(ann, id, { name: 'Second' }, version),
      ]);
      const [kept] = [first, second].flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
      const refused = [first, second].flatMap((one) => (one.status === 'rejected' ? [one.reason] : []));
      expect(refused).toMatchObject([{ code: 'conflict', current: { id, version: 2, name: kept?.name } }]);
      await expect(updateTeam(ann, id, { name: 'Third' }, version)).rejects.toMatchObject({ code: 'conflict' });
      expect(await getTeam(ann, id)).toMatchObject({ name: kept?.name, version: 2 });
      expect(await updateTeam(ann, id, { name: 'Third' }, 2)).toMatchObject({ name: 'Third', version: 3 });
    });

    it('programs that name no version lose nothing of one another either', async () => {
      const { id } = await createTeam(ann, definition);
      const limits = { turnSeconds: 60 };
      await Promise.all([updateTeam(ann, id, { name: 'Named' }), updateTeam(ann, id, { limits })]);
      expect(await getTeam(ann, id)).toMatchObject({ name: 'Named', limits, version: 3 });
    });

    it('a stranger neither sees, changes, deletes nor uses them', async () => {
      const { id } = await createTeam(ann, definition);
      await expect(getTeam(bob, id)).rejects.toMatchObject({ code: 'not_found' });
      await expect(updateTeam(bob, id, { name: 'Taken' })).rejects.toMatchObject({ code: 'not_found' });
      await expect(deleteTeam(bob, id)).rejects.toMatchObject({ code: 'not_found' });
      await expect(resolveTeam(bob, id)).rejects.toMatchObject({ code: 'invalid', fields: [{ path: 'team' }] });
      expect((await listTeams(bob)).items.map((team) => team.id)).not.toContain(id);
      await expect(createTeam(bob, definition, await findPersonalWorkspace(ann))).rejects.toMatchObject({
        code: 'not_found',
      });
      expect((await getTeam(ann, id)).name).toBe('Mine');
    });

    it('a viewer of a workspace may look at its teams and not change them', async () => {
      const { id, workspaceId } = await createTeam(ann, definition);
      await (await getDb()).execute(
        sql`insert into membership (workspace_id, user_id, role) values (${workspaceId}, ${bob.userId}, 'viewer')`,
      );
      expect((await getTeam(bob, id)).name).toBe('Mine');
      await expect(updateTeam(bob, id, { name: 'Taken' })).rejects.toMatchObject({ code: 'forbidden' });
      await expect(deleteTeam(bob, id)).rejects.toMatchObject({ code: 'forbidden' });
    });

    it('built-in ones are always there, and only to use', async () => {
      expect((await listTeams(bob)).items.filter(({ builtIn }) => builtIn)).toHaveLength(PRESETS.length);
      expect((await resolveTeam(bob, 'demo')).team.agents).toHaveLength(3);
      await expect(updateTeam(bob, 'demo', { name: 'x' })).rejects.toMatchObject({ code: 'forbidden' });
      await expect(deleteTeam(bob, 'demo')).rejects.toMatchObject({ code: 'forbidden' });
    });

    it('are validated when made and when changed', async () => {
      await expect(createTeam(ann, { agents: [] })).rejects.toMatchObject({ code: 'invalid' });
      const { id } = await createTeam(ann, definition);
      await expect(updateTeam(ann, id, { agent: [] })).rejects.toMatchObject({
        code: 'invalid',
        fields: [{ path: 'agent' }],
      });
      await expect(resolveTeam(ann, { agents: [{ backend: { type: 'nope' } }] })).rejects.toMatchObject({
        code: 'invalid',
      });
      await expect(resolveTeam(ann, 'no-such-team')).rejects.toMatchObject({ code: 'invalid' });
    });

    it('are listed in pages', async () => {
      const carla = await insertPerson();
      for (const name of ['1', '2', '3']) await createTeam(carla, { ...definition, name });
      const first = await listTeams(carla, { limit: 2 });
      const second = await listTeams(carla, { limit: 2, cursor: first.nextCursor });
      expect(first.items.filter(({ builtIn }) => !builtIn).map(({ name }) => name)).toEqual(['3', '2']);
      expect(second.items.map(({ name }) => name)).toEqual(['1']);
      expect(second.nextCursor).toBeNull();
    });
  });
});
