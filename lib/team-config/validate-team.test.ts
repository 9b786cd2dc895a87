import { describe, expect, it } from 'vitest';
import { AppError, type FieldError } from '@/lib/platform/errors/app-error';
import { PRESETS } from './presets';
import { validateTeam } from './validate-team';

const demo = { backend: { type: 'demo' } };
const model = { backend: { type: 'openai_compatible', model: 'm' } };

function faultsOf(team: unknown): FieldError[] {
  try {
    validateTeam(team);
  } catch (error) {
    if (error instanceof AppError && error.code === 'invalid') return error.fields ?? [];
    throw error;
  }
  return [];
}

describe('validateTeam', () => {
  it('fills in every default', () => {
    const { team } = validateTeam({ name: 'T', agents: [demo, { slot: 'a', ...model }, demo] });
    expect(team.agents.map(({ slot, backend }) => [slot, backend.model])).toEqual([
      ['B', 'demo-extract'],
      ['A', 'm'],
      ['C', 'demo-review'],
    ]);
    expect(team.agents[0]).toMatchObject({
      name: 'Agent B',
      weight: 1,
      mcpServers: [],
      systemMessage: null,
      canCallTools: true,
    });
    expect(team.coordination).toMatchObject({
      maxNewAnswersPerAgent: 3,
      voteRule: 'plurality',
      voidVotes: 'all',
      presenter: 'winner',
    });
    expect(team.limits).toMatchObject({
      turnSeconds: 1800,
      callSeconds: 600,
      idleSeconds: 120,
      maxTokens: null,
      maxCostUsd: null,
    });
  });

  it('keeps what is given, and the definition as it was written', () => {
    const input = {
      name: 'T',
      agents: [{ ...model, weight: 2 }, demo],
      coordination: { voteRule: 'weighted', presenter: 'b', sideEffects: 'final', contextSharing: { enabled: false } },
      limits: { turnSeconds: 60, maxTokens: 1000 },
    };
    const { team, definition } = validateTeam(input);
    expect(definition).toEqual(input);
    expect(team.coordination).toMatchObject({ voteRule: 'weighted', presenter: 'B' });
    expect(team.coordination).not.toHaveProperty('sideEffects');
    expect(team.limits).toMatchObject({ turnSeconds: 60, maxTokens: 1000 });
  });

  it('completes servers, and keeps them as they were written', () => {
    const mcpServers = ['github', { server: 'files', tools: ['read'], exclude: ['write'] }, { server: 'docs' }];
    const coordination = { sideEffects: 'ask' };
    const { team, definition } = validateTeam({ name: 'T', agents: [{ ...model, mcpServers }], coordination });
    const [github, files] = mcpServers;
    expect(definition.agents[0]?.mcpServers).toEqual([github, files, 'docs']);
    expect(team.agents[0]?.mcpServers).toEqual([{ server: 'github' }, files, { server: 'docs' }]);
    expect(team.coordination).toMatchObject({ sideEffects: 'ask' });
  });

  it('completes fallbacks as it does backends', () => {
    const fallbacks = [model.backend, { type: 'lmstudio', model: 'google/gemma-2-9b' }];
    const { team, definition } = validateTeam({ agents: [{ ...demo, fallbacks }, demo] });
    expect(team.agents[0]?.fallbacks).toEqual([
      { backend: { type: 'openai_compatible', model: 'm', baseUrl: null, params: {} }, canCallTools: true },
      { backend: { type: 'lmstudio', model: 'google/gemma-2-9b', baseUrl: null, params: {} }, canCallTools: false },
    ]);
    expect(definition.agents[0]?.fallbacks).toEqual(fallbacks);
    expect(team.agents[1]).not.toHaveProperty('fallbacks');
  });

  it('knows that a model cannot call tools', () => {
    const { team } = validateTeam({ agents: [{ backend: { type: 'lmstudio', model: 'google/gemma-2-9b' } }] });
    expect(team.agents[0]?.canCallTools).toBe(false);
  });

  it.each([
    [
      { agents: [model, { backend: { type: 'openai_compatble', model: 'm' } }] },
      'agents[1].backend.type',
      'openai_compatible',
    ],
    [
      { agents: [{ backend: { type: 'claude_code', model: 'm', params: { effort: 'huge' } } }] },
      'agents[0].backend.params.effort',
      'low, medium, high',
    ],
    [
      { agents: [{ backend: { type: 'claude_code', model: 'm', params: { permission_mode: 'plan' } } }] },
      'agents[0].backend.params.permission_mode',
      'permissionMode',
    ],
    [{ agents: [{ backend: {} }] }, 'agents[0].backend.type', 'Name the backend'],
    [{ agents: [{ backend: { type: 'claude' } }] }, 'agents[0].backend.model', 'model’s name'],
    [{ agents: [{ backend: { type: 'demo', model: 'demo-comput' } }] }, 'agents[0].backend.model', 'demo-compute'],
    [{ agents: [{ ...model, sistemMessage: 'x' }] }, 'agents[0].sistemMessage', 'systemMessage'],
    [{ agents: [{ backend: { type: 'demo', base_url: 'x' } }] }, 'agents[0].backend.base_url', 'baseUrl'],
    [{ agents: [demo], orchestrator: {} }, 'orchestrator', 'Unknown key'],
    [
      { agents: [demo], coordination: { max_new_answers_per_agent: 3 } },
      'coordination.max_new_answers_per_agent',
      'maxNewAnswersPerAgent',
    ],
    [{ agents: [demo], limits: { turnSecond: 3 } }, 'limits.turnSecond', 'turnSeconds'],
    [
      {
        agents: [
          { slot: 'A', ...demo },
          { slot: 'A', ...demo },
        ],
      },
      'agents[1].slot',
      'taken',
    ],
    [{ agents: [{ slot: '1', ...demo }] }, 'agents[0].slot', 'letter'],
    [{ agents: [] }, 'agents', 'at least one'],
    [{ agents: Array(27).fill(demo) }, 'agents', 'at most 26'],
    [{}, 'agents', 'list of agents'],
    [null, '', ''],
    ['demo', '', ''],
    [{ agents: [{ ...demo, mcpServers: 'github' }] }, 'agents[0].mcpServers', 'list of MCP servers'],
    [{ agents: [{ ...demo, mcpServers: ['github', ''] }] }, 'agents[0].mcpServers[1].server', 'name or id'],
    [{ agents: [{ ...demo, mcpServers: ['github', 'GitHub'] }] }, 'agents[0].mcpServers[1]', 'twice'],
    [{ agents: [{ ...demo, mcpServers: [{ server: 'a', tool: ['b'] }] }] }, 'agents[0].mcpServers[0].tool', '“tools”'],
    [
      { agents: [{ ...demo, mcpServers: [{ server: 'a', tools: 'b' }] }] },
      'agents[0].mcpServers[0].tools',
      'tool names',
    ],
    [{ agents: [{ ...demo, weight: 0 }] }, 'agents[0].weight', 'greater than 0'],
    [{ agents: [demo], coordination: { voteRule: 'judge' } }, 'coordination.judge', '{ slot: A }'],
    [{ agents: [demo], coordination: { decision: 'evidnce' } }, 'coordination.decision', '“evidence”'],
    [{ agents: [demo], coordination: { decsion: 'votes' } }, 'coordination.decsion', '“decision”'],
    [{ agents: [demo], coordination: { depth: 'some' } }, 'coordination.depth', 'all, auto'],
    [{ agents: [demo], coordination: { ballots: 'always' } }, 'coordination.ballots', 'undecided, never'],
    [{ agents: [demo], coordination: { judge: {} } }, 'coordination.judge', '{ slot: A }'],
    [
      { agents: [demo], coordination: { judge: { slot: 'A', ...demo } } },
      'coordination.judge',
      'either a slot of the team',
    ],
    [{ agents: [demo], coordination: { judge: { slot: 'C' } } }, 'coordination.judge.slot', 'slots: A'],
    [
      { agents: [demo], coordination: { judge: { backend: { type: 'claude' } } } },
      'coordination.judge.backend.model',
      'model’s name',
    ],
    [
      { agents: [demo], coordination: { judge: { backend: { type: 'claude_code', model: 'm' } } } },
      'coordination.judge.backend.type',
      'asked afresh',
    ],
    [
      { agents: [{ backend: { type: 'claude_code', model: 'm' } }, demo], coordination: { judge: { slot: 'a' } } },
      'coordination.judge.slot',
      'asked afresh',
    ],
    [
      { agents: [demo], coordination: { judge: { backend: { ...model.backend, baseUrl: 'ftp://x/v1' } } } },
      'coordination.judge.backend.baseUrl',
      'http or https',
    ],
    [{ agents: [demo], coordination: { voteRule: 'plurlity' } }, 'coordination.voteRule', 'plurality'],
    [{ agents: [demo], coordination: { topology: 'islands' } }, 'coordination.topology', 'not available'],
    [{ agents: [demo], coordination: { sideEffects: 'never' } }, 'coordination.sideEffects', 'no policy'],
    [{ agents: [demo], coordination: { presenter: 'D' } }, 'coordination.presenter', 'none of'],
    [{ agents: [demo], coordination: { maxNewAnswersPerAgent: 0 } }, 'coordination.maxNewAnswersPerAgent', '1 to 20'],
    [{ agents: [demo], limits: { turnSeconds: -1 } }, 'limits.turnSeconds', 'seconds'],
    [{ agents: [demo], limits: { maxCostUsd: 0 } }, 'limits.maxCostUsd', 'greater than 0'],
    [
      { agents: [{ backend: { type: 'lmstudio', model: 'm', baseUrl: 'http://a:b@127.0.0.1:9/v1' } }] },
      'agents[0].backend.baseUrl',
      'user name',
    ],
    [{ agents: [{ backend: { ...model.backend, tools: 'txt' } }] }, 'agents[0].backend.tools', '“text”'],
    [{ agents: [{ ...demo, fallbacks: Array(6).fill(model.backend) }] }, 'agents[0].fallbacks', 'at most 5'],
    [{ agents: [{ ...demo, fallbacks: [{ type: 'claude' }] }] }, 'agents[0].fallbacks[0].model', 'model’s name'],
    [
      { agents: [{ ...demo, fallbacks: [model.backend, { type: 'demo', modle: 'x' }] }] },
      'agents[0].fallbacks[1].modle',
      '“model”',
    ],
    [
      { agents: [{ ...demo, fallbacks: [{ ...model.backend, baseUrl: 'ftp://x/v1' }] }] },
      'agents[0].fallbacks[0].baseUrl',
      'http or https',
    ],
    [
      { agents: [{ backend: { type: 'claude', model: 'm', baseUrl: 'nowhere' } }] },
      'agents[0].backend.baseUrl',
      'http',
    ],
  ])('%j: %s', (team, path, message) => {
    const faults = faultsOf(team);
    expect(faults.map((fault) => fault.path)).toContain(path);
    expect(faults.find((fault) => fault.path === path)?.message).toContain(message);
  });

  it('passes parameters on and warns of those that the provider does not document', () => {
    const params = { temperatur: 1, temperature: 1, stream: false, brand_new: 1 };
    const { team, warnings } = validateTeam({
      agents: [
        {
          backend: { type: 'openai', model: 'm', params },
          fallbacks: [{ type: 'zai', model: 'm', params: { thinkin: {} } }],
        },
      ],
    });
    expect(team.agents[0]?.backend.params).toEqual(params);
    expect(warnings).toEqual([
      { path: 'agents[0].backend.params.temperatur', message: expect.stringContaining('Did you mean “temperature”?') },
      { path: 'agents[0].backend.params.stream', message: expect.stringContaining('no effect') },
      { path: 'agents[0].backend.params.brand_new', message: expect.stringContaining('passed on') },
      { path: 'agents[0].fallbacks[0].params.thinkin', message: expect.stringContaining('“thinking”') },
    ]);
  });

  it('knows how a team decides, with the judge complete; votes are what a team without the key has', () => {
    const agents = [demo, model, { backend: { type: 'claude_code', model: 'm' } }];
    const judge = { backend: { ...model.backend, params: { temperature: 0 } } };
    const { team, definition, warnings } = validateTeam({
      agents,
      coordination: { decision: 'evidence', depth: 'auto', judge },
    });
    expect(team.coordination).toMatchObject({
      decision: 'evidence',
      depth: 'auto',
      judge: { backend: { ...judge.backend, baseUrl: null }, canCallTools: true },
    });
    expect(team.agents.map(({ keepsConversation }) => keepsConversation)).toEqual([undefined, undefined, true]);
    expect(definition.coordination).toEqual({ decision: 'evidence', depth: 'auto', judge });
    expect(warnings).toEqual([]);
    const plain = validateTeam({ agents: [demo, demo] }).team;
    const votes = validateTeam({ agents: [demo, demo], coordination: { decision: 'votes', judge: null } }).team;
    expect(votes).toEqual(plain);
    expect(JSON.stringify(plain)).not.toMatch(/decision|depth|ballots|judge|keepsConversation/);
  });

  it('warns of settings of a decision that do nothing', () => {
    const coordination = { depth: 'auto', ballots: 'never', judge: { slot: 'A' } };
    expect(validateTeam({ agents: [demo, demo], coordination }).warnings.map(({ path }) => path)).toEqual([
      'coordination.depth',
      'coordination.ballots',
      'coordination.judge',
    ]);
    const alone = validateTeam({ agents: [demo], coordination: { decision: 'evidence' } });
    expect(alone.warnings.map(({ path }) => path)).toEqual(['coordination.decision']);
  });

  it('names every fault at once', () => {
    expect(faultsOf({ nam: 'x', agents: [{ backend: { type: 'x' } }], limits: { turnSeconds: 'long' } })).toHaveLength(
      3,
    );
  });

  it.each(PRESETS.map(({ id, definition }) => [id, definition] as const))(
    'the preset %s is valid',
    (_id, definition) => {
      expect(validateTeam(definition).team.agents).toHaveLength(definition.agents.length);
    },
  );
});
