import { afterEach, describe, expect, it, vi } from 'vitest';
import { stringify } from 'yaml';
import { AppError } from '@/lib/errors/app-error';
import { importTeam } from './import-team';
import { massGenExample } from './massgen/testing/massgen-example';

const keysOf = ({ warnings }: { warnings: { key: string }[] }) => warnings.map(({ key }) => key);

function refusal(text: string): AppError {
  try {
    importTeam(text);
  } catch (error) {
    if (error instanceof AppError) return error;
    throw error;
  }
  throw new Error('The text was accepted.');
}

describe('a MassGen file', () => {
  it('becomes a team: agents by id, texts, models, parameters', () => {
    const { team, format } = importTeam(massGenExample('three-providers'));
    expect(format).toBe('massgen');
    expect(team).toMatchObject({
      name: 'Imported team',
      agents: [
        {
          name: 'researcher',
          backend: { type: 'gemini', model: 'gemini-2.5-flash' },
          systemMessage: expect.stringContaining('Name your sources.'),
        },
        {
          name: 'engineer',
          backend: {
            type: 'openai',
            model: 'gpt-5-nano',
            params: { text: { verbosity: 'medium' }, reasoning: { effort: 'medium', summary: 'auto' } },
          },
        },
        { name: 'critic', backend: { type: 'grok', model: 'grok-3-mini', params: { temperature: 0.4 } } },
      ],
    });
  });

  it('names every key that means nothing here with its full path, and only those', () => {
    expect(keysOf(importTeam(massGenExample('single-agent')))).toEqual(['ui.display_type', 'ui.logging_enabled']);
    expect(
      keysOf(importTeam(massGenExample('tools-and-folders')))
        .filter((key) => !key.endsWith('backend.type'))
        .sort(),
    ).toEqual([
      'agents[0].backend.cwd',
      'agents[0].backend.disallowed_tools',
      'agents[0].backend.mcp_servers',
      'agents[0].backend.permission_mode',
      'agents[1].backend.api_key',
      'agents[1].backend.custom_tools',
      'agents[1].backend.cwd',
      'agents[1].backend.exclude_tools',
      'agents[1].backend.mcp_servers',
      'memory',
      'orchestrator.agent_temporary_workspace',
      'orchestrator.context_paths',
      'orchestrator.coordination.enable_planning_mode',
      'orchestrator.coordination.max_orchestration_restarts',
      'orchestrator.coordination.planning_mode_instruction',
      'orchestrator.snapshot_storage',
      'ui.display_type',
      'ui.logging_enabled',
    ]);
  });

  it('keeps what has a counterpart: one agent, time of a turn, novelty, answers per agent', () => {
    expect(importTeam(massGenExample('single-agent')).team).toMatchObject({
      agents: [{ name: 'solo', systemMessage: 'Answer in two sentences.', backend: { params: { max_tokens: 4096 } } }],
      limits: { turnSeconds: 600 },
    });
    expect(importTeam(massGenExample('local-models')).team).toMatchObject({
      coordination: { novelty: 'balanced', maxNewAnswersPerAgent: 2 },
      agents: [
        { backend: { type: 'lmstudio', model: 'openai/gpt-oss-20b' } },
        { backend: { type: 'lmstudio', model: 'openai/gpt-oss-20b', params: { temperature: 0.9 } } },
        { backend: { type: 'openai_compatible', baseUrl: 'http://localhost:8000/v1' } },
      ],
    });
    expect(importTeam(massGenExample('tools-and-folders')).team).toMatchObject({
      limits: { turnSeconds: 900 },
      agents: [{ systemMessage: 'Write small files.' }, {}],
    });
  });

  it('takes the time of a turn from where MassGen’s command line reads it, and names the other place', () => {
    const text = `agents: [{id: a, backend: {type: claude, model: m}}]
orchestrator: {timeout: {orchestrator_timeout_seconds: 100}}
timeout_settings: {orchestrator_timeout_seconds: 200}`;
    const imported = importTeam(text);
    expect(imported.team).toMatchObject({ limits: { turnSeconds: 200 } });
    expect(keysOf(imported)).toEqual(['orchestrator.timeout.orchestrator_timeout_seconds']);
  });

  it('knows servers of OpenAI’s format by their own names, infers a missing type and names a backend that is not there', () => {
    const { team, warnings, faults } = importTeam(massGenExample('compatible-servers'));
    expect(team).toMatchObject({
      agents: [
        {
          backend: {
            type: 'openai_compatible',
            baseUrl: 'https://api.groq.com/openai/v1',
            params: { service_tier: 'flex' },
          },
        },
        { backend: { type: 'openai_compatible', baseUrl: 'https://api.cerebras.ai/v1', params: { top_p: 0.9 } } },
        { backend: { type: 'openai', model: 'gpt-4o-mini' } },
        { backend: { type: 'azure_openai' } },
      ],
    });
    expect(warnings).toContainEqual({
      key: 'agents[3].backend.type',
      message: expect.stringContaining('no backend “azure_openai”'),
    });
    expect(faults.map(({ path }) => path)).toContain('agents[3].backend.type');
    expect(JSON.stringify({ team, warnings, faults })).not.toContain('0123456789abcdef');
  });

  it('names misspelt keys with what was probably meant', () => {
    const { warnings } = importTeam(massGenExample('misspelt'));
    const told = Object.fromEntries(warnings.map(({ key, message }) => [key, message]));
    expect(told).toMatchObject({
      orchestrater: expect.stringContaining('“orchestrator”'),
      'agents[0].sistem_message': expect.stringContaining('“system_message”'),
      'agents[0].backend.temprature': expect.stringContaining('“temperature”'),
      'orchestrator.max_new_answer_per_agent': expect.stringContaining('“max_new_answers_per_agent”'),
      'orchestrator.answer_novelty_requirement': expect.stringContaining('strict'),
      'orchestrator.coordination.enable_planing_mode': expect.stringContaining('“enable_planning_mode”'),
      'timeout_settings.agent_timeout_seconds': expect.any(String),
      'ui.dislay_type': expect.stringContaining('“display_type”'),
    });
  });

  it.each([
    'agents: {}\norchestrator: {}',
    'agents: [null, 7]\nui: yes\norchestrator: 3',
    'agent: x\nui: {}\nmemory: {}',
    'agents: [{id: [1], backend: []}]\ntimeout_settings: []',
    'agents: [{id: a, backend: {type: {a: 1}, model: [], base_url: 3, extra_body: 1}}]',
  ])('of a wrong shape is told as such, whatever it is: %j', (text) => {
    const { faults, warnings } = importTeam(text);
    expect(faults.length + warnings.length).toBeGreaterThan(0);
  });
});

describe('secrets', () => {
  afterEach(() => vi.unstubAllEnvs());

  it('each name in braces is a slot to fill, with its place in the team; nothing comes from the environment', () => {
    vi.stubEnv('OPENAI_API_KEY', 'sk-of-the-server');
    vi.stubEnv('REVIEW_TEAM', 'value-of-the-server');
    const imported = importTeam(massGenExample('tools-and-folders'));
    expect(imported.secrets).toEqual([
      { key: 'agents[0].backend.mcp_servers.discord.env.DISCORD_TOKEN', name: 'DISCORD_TOKEN', in: null },
      { key: 'agents[1].backend.api_key', name: 'OPENAI_API_KEY', in: null },
      { key: 'agents[1].backend.base_url', name: 'COMPANY_PROXY_URL', in: 'agents[1].backend.baseUrl' },
      { key: 'agents[1].system_message', name: 'REVIEW_TEAM', in: 'agents[1].systemMessage' },
    ]);
    expect(JSON.stringify(imported)).not.toMatch(/of-the-server/);
    expect(imported.team).toMatchObject({
      agents: [{}, { systemMessage: expect.stringMatching(/\$\{REVIEW_TEAM\}/) }],
    });
    expect(imported.faults).toContainEqual({
      path: 'agents[1].backend.baseUrl',
      message: 'Fill in COMPANY_PROXY_URL.',
    });
  });

  it('a slot of the own format may still have to be filled', () => {
    const { secrets, faults } = importTeam(
      ['name: T', 'agents:', '  - backend: {type: claude, model: m, baseUrl: "$', '{URL}"}']
        .join('\n')
        .replace('$\n', '$'),
    );
    expect(secrets).toEqual([{ key: 'agents[0].backend.baseUrl', name: 'URL', in: 'agents[0].backend.baseUrl' }]);
    expect(faults).toMatchObject([{ path: 'agents[0].backend.baseUrl' }]);
  });

  it('a key in a team of the own format is refused with the remedy', () => {
    for (const key of ['apiKey: sk-1', 'api_key: sk-1', 'params: {api_key: sk-1}']) {
      const error = refusal(`name: T\nagents:\n  - backend: {type: claude, model: m, ${key}}`);
      expect(JSON.stringify(error.fields)).toContain('Provider keys');
      expect(JSON.stringify(error.fields)).not.toContain('sk-1');
    }
  });
});

describe('the own format', () => {
  it('is read from YAML and JSON, bare or as the API gives it', () => {
    const team = { name: 'T', agents: [{ backend: { type: 'demo' } }], limits: { turnSeconds: 60 } };
    for (const text of [stringify(team), JSON.stringify(team, null, '\t'), JSON.stringify({ team })]) {
      expect(importTeam(text)).toMatchObject({ team, format: 'massgen-web', warnings: [], faults: [], secrets: [] });
    }
  });

  it('has no unknown keys: a fault is refused with its path, its line and what was probably meant', () => {
    const error = refusal('name: T\nagents:\n  - backend:\n      type: demo\n    sistemMessage: x\n');
    expect(error).toMatchObject({
      code: 'invalid',
      fields: [{ path: 'agents[0].sistemMessage', message: 'Unknown key. Did you mean “systemMessage”? (line 5)' }],
    });
  });

  it('says that comments are lost', () => {
    expect(importTeam('# ours\nname: T\nagents: [{backend: {type: demo}}]').notes).toHaveLength(1);
    expect(importTeam('{"name": "T #1", "agents": [{"backend": {"type": "demo"}}]}').notes).toEqual([]);
  });
});

describe('a text that is no team', () => {
  const deep = Array.from({ length: 70 }, (_, i) => `${' '.repeat(i)}a:`).join('\n');

  it.each([
    ['a key twice', 'a: 1\na: 2', 'malformed', /Line 2, column 1: .*twice/],
    ['a key twice in JSON', '{"agents": [{"a": 1, "b": {}, "a": 2}]}', 'malformed', /Line 1, column 31: .*twice/],
    ['an open bracket', 'a: [1', 'malformed', /Line 1, column/],
    ['a tag of JavaScript', 'a: !!js/function "x"', 'malformed', /Tags/],
    ['a tag of its own', 'a: !env HOME', 'malformed', /Tags/],
    ['two documents', 'a: 1\n---\nb: 1', 'malformed', /second document/],
    ['an infinite number', 'a: .inf', 'malformed', /Infinite/],
    ['a value that contains itself', 'a: &a [*a, *a]', 'malformed', /nested|expand/],
    ['thousands of brackets', '['.repeat(5000), 'malformed', /deep/],
    ['seventy levels', deep, 'malformed', /64 levels/],
    ['nothing', '', 'invalid', /no team/],
    ['a word', 'hello', 'invalid', /no team/],
    ['a list', '- 1', 'invalid', /no team/],
    ['a team without agents', 'name: T', 'invalid', /no team/],
    ['too many keys', Array.from({ length: 10_001 }, (_, i) => `k${i}: 1`).join('\n'), 'too_large', /10000 lines/],
    ['too much', 'x'.repeat(400_001), 'too_large', /400 kB/],
  ])('%s is refused', (_name, text, code, message) => {
    const error = refusal(text);
    expect(error.code).toBe(code);
    expect(error.message).toMatch(message);
  });

  it('an alias bomb is refused', () => {
    let text = 'a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n';
    for (let i = 1; i < 10; i += 1) text += `a${i}: &a${i} [${Array(10).fill(`*a${i - 1}`)}]\n`;
    expect(refusal(text)).toMatchObject({ code: 'malformed', message: expect.stringContaining('aliases') });
  });

  it('keys named as parts of every object do no harm', () => {
    const error = refusal('name: T\nagents: [{backend: {type: demo}}]\n__proto__: {polluted: 1}');
    expect(error.fields?.map(({ path }) => path)).toEqual(['__proto__']);
    expect(({} as { polluted?: number }).polluted).toBeUndefined();
    expect(keysOf(importTeam('agent: {id: a, backend: {type: claude, model: m}}\nconstructor: 1'))).toEqual([
      'constructor',
    ]);
  });
});
