import { describe, expect, it } from 'vitest';
import { AppError, type FieldError } from '@/lib/platform/errors/app-error';
import { sharingTerms } from '@/lib/protocol/sharing';
import { writeTeam } from '../config/write-team';
import { importTeam } from '../import-team';
import { SHARING_PRESETS } from '../sharing-presets';
import { validateTeam } from '../validate-team';

const demo = { backend: { type: 'demo' } };
const on = { contextSharing: { enabled: true } };

function faultsOf(team: unknown): FieldError[] {
  try {
    validateTeam(team);
  } catch (error) {
    if (error instanceof AppError && error.code === 'invalid') return error.fields ?? [];
    throw error;
  }
  return [];
}

describe('context sharing of a team', () => {
  it('is off unless it is enabled, whatever else is written', () => {
    const agents = [{ ...demo, contextSharing: { share: false } }, demo];
    for (const coordination of [undefined, {}, { contextSharing: { enabled: false, include: ['files'] } }]) {
      const { team, definition, warnings } = validateTeam({ agents, ...(coordination && { coordination }) });
      expect(team.coordination).not.toHaveProperty('contextSharing');
      expect(team.agents[0]).not.toHaveProperty('contextSharing');
      expect(definition.agents).toEqual(agents);
      expect(warnings.map(({ path }) => path)).toEqual(['agents[0].contextSharing']);
    }
  });

  it('has its defaults when it is enabled', () => {
    const { team, warnings } = validateTeam({ agents: [demo, demo], coordination: on });
    expect(team.coordination.contextSharing).toEqual({
      include: ['answers', 'tools', 'files', 'notes'],
      maxTokensPerPeer: 8_000,
      maxTokensTotal: 24_000,
    });
    expect(team.agents[0]).not.toHaveProperty('contextSharing');
    expect(warnings).toEqual([]);
  });

  it('takes what is given, each part and slot once', () => {
    const own = { share: true, from: ['b', 'C', 'B'], include: ['plan', 'files', 'plan'], relevance: 'topic' };
    const { team } = validateTeam({
      agents: [{ ...demo, contextSharing: own }, demo, demo],
      coordination: { contextSharing: { enabled: true, include: ['notes', 'answers'], maxTokensPerPeer: 500 } },
    });
    expect(team.agents[0]?.contextSharing).toEqual({
      share: true,
      from: ['B', 'C'],
      include: ['files', 'plan'],
      relevance: 'topic',
    });
    expect(team.coordination.contextSharing).toMatchObject({ include: ['answers', 'notes'], maxTokensPerPeer: 500 });
  });

  const agent = (contextSharing: unknown) => ({ agents: [{ ...demo, contextSharing }, demo], coordination: on });
  const shared = (contextSharing: unknown) => ({ agents: [demo, demo], coordination: { contextSharing } });
  it.each([
    [shared({ enabled: true, includes: ['files'] }), 'coordination.contextSharing.includes', '“include”'],
    [
      shared({ enabled: true, max_tokens_per_peer: 1 }),
      'coordination.contextSharing.max_tokens_per_peer',
      '“maxTokensPerPeer”',
    ],
    [shared({ enabled: true, include: ['file'] }), 'coordination.contextSharing.include[0]', '“files”'],
    [shared({ enabled: true, include: ['notes', 'reasoning!'] }), 'coordination.contextSharing.include[1]', 'no part'],
    [shared({ enabled: true, include: 'files' }), 'coordination.contextSharing.include', 'answers, tools'],
    [shared({ enabled: 'yes' }), 'coordination.contextSharing.enabled', 'true or false'],
    [shared({}), 'coordination.contextSharing.enabled', 'true or false'],
    [shared(true), 'coordination.contextSharing', 'enabled: true'],
    [shared({ enabled: true, maxTokensPerPeer: 499 }), 'coordination.contextSharing.maxTokensPerPeer', '500 to 200000'],
    [shared({ enabled: true, maxTokensTotal: 200_001 }), 'coordination.contextSharing.maxTokensTotal', '500 to 200000'],
    [agent({ shared: false }), 'agents[0].contextSharing.shared', '“share”'],
    [agent({ share: 1 }), 'agents[0].contextSharing.share', 'true or false'],
    [agent({ from: ['C'] }), 'agents[0].contextSharing.from[0]', 'no slot “C”. Give some of: B.'],
    [agent({ from: ['B', 'a'] }), 'agents[0].contextSharing.from[1]', 'the agent itself'],
    [agent({ from: 'B' }), 'agents[0].contextSharing.from', 'list of slots'],
    [agent({ from: ['BB'] }), 'agents[0].contextSharing.from[0]', 'one letter'],
    [agent({ include: ['tool'] }), 'agents[0].contextSharing.include[0]', '“tools”'],
    [agent({ relevance: 'topics' }), 'agents[0].contextSharing.relevance', '“topic”'],
  ])('%j: %s', (team, path, message) => {
    const fault = faultsOf(team).find((candidate) => candidate.path === path);
    expect(fault?.message).toContain(message);
  });

  const silent = { ...demo, contextSharing: { share: false } };
  it.each([
    ['one agent', [demo], {}, ['coordination.contextSharing'], 'only one agent'],
    ['nobody shares', [silent, silent], {}, ['coordination.contextSharing'], 'no agent shares'],
    ['nothing is included', [demo, demo], { include: [] }, ['coordination.contextSharing'], 'no part of a context'],
    [
      'nobody gets anything',
      [
        { ...demo, contextSharing: { from: [] } },
        { ...demo, contextSharing: { from: [] } },
      ],
      {},
      ['coordination.contextSharing'],
      'no agent gets',
    ],
    [
      'one gets from an agent that does not share',
      [{ ...demo, contextSharing: { from: ['B', 'C'] } }, silent, demo],
      {},
      ['agents[0].contextSharing.from'],
      'Agent B shares nothing',
    ],
    [
      'a peer may have more than all together',
      [demo, demo],
      { maxTokensPerPeer: 30_000 },
      ['coordination.contextSharing.maxTokensPerPeer'],
      '24000 tokens',
    ],
  ])('warns: %s', (_name, agents, more, paths, message) => {
    const { warnings } = validateTeam({ agents, coordination: { contextSharing: { enabled: true, ...more } } });
    expect(warnings.map(({ path }) => path)).toEqual(paths);
    expect(warnings[0]?.message).toContain(message);
  });

  it('of an imported text is refused with the line of its fault', () => {
    const text = writeTeam({ name: 'T', agents: [demo, demo], coordination: on }, 'yaml');
    expect(importTeam(text).team).toMatchObject({ coordination: on });
    const wrong = `${text}    include:\n      - fils\n`;
    expect(() => importTeam(wrong)).toThrow(/include\[0\].*“files”/);
  });

  it('is not switched on by MassGen’s folders, and the warning says how to', () => {
    const { team, warnings } = importTeam(
      'agents: [{id: a, backend: {type: claude, model: m}}]\norchestrator: {snapshot_storage: s, agent_temporary_workspace: t}',
    );
    expect(team).not.toHaveProperty('coordination');
    expect(warnings).toContainEqual({
      key: 'orchestrator.agent_temporary_workspace',
      message: expect.stringContaining('coordination.contextSharing.enabled'),
    });
  });

  it.each(SHARING_PRESETS.map(({ id, definition }) => [id, definition] as const))(
    'in the preset %s every agent gets something, and nothing is odd',
    (_id, definition) => {
      const { team, warnings } = validateTeam(definition);
      for (const { slot } of team.agents) {
        const terms = sharingTerms(team, slot);
        expect(terms?.peers.length).toBeGreaterThan(0);
        expect(terms?.include).toContain('notes');
      }
      expect(warnings).toEqual([]);
    },
  );
});
