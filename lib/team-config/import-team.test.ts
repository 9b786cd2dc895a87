import { afterEach, describe, expect, it, vi } from 'vitest';
import { stringify } from 'yaml';
import { importTeam } from './import-team';
import { massGenExample } from './massgen/testing/massgen-example';
import { refusal } from './massgen/testing/refusal';

const keysOf = ({ warnings }: { warnings: { key: string }[] }) => warnings.map(({ key }) => key);

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
      'agents[0].backend.mcp_servers.discord',
      'agents[0].backend.permission_mode',
      'agents[1].backend.api_key',
      'agents[1].backend.custom_tools',
      'agents[1].backend.cwd',
      'agents[1].backend.exclude_tools',
      'agents[1].backend.mcp_servers[0]',
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

  it('takes over what Claude Code understands, and never a wider permission', () => {
    const read = (keys: string) =>
      importTeam(`agents: [{id: a, backend: {type: claude_code, model: m, ${keys}}}]`) as ReturnType<
        typeof importTeam
      > & {
        team: { agents: { backend: { params?: unknown } }[] };
      };
    const kept = read('permission_mode: acceptEdits, max_turns: 20');
    expect(kept.team.agents[0]?.backend.params).toEqual({ permissionMode: 'acceptEdits', maxTurns: 20 });
    expect(kept).toMatchObject({ warnings: [], faults: [] });
    const left = read('permission_mode: bypassPermissions, max_turns: 0, temperature: 1, extra_body: {a: 1}');
    expect(left.team.agents[0]?.backend).not.toHaveProperty('params');
    expect(keysOf(left).sort()).toEqual([
      'agents[0].backend.extra_body',
      'agents[0].backend.max_turns',
      'agents[0].backend.permission_mode',
      'agents[0].backend.temperature',
    ]);
    expect(left.faults).toEqual([]);
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
      expect(JSON.stringify(error.fields)).toContain('Settings → Models');
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

describe('the MCP servers of a MassGen file', () => {
  const read = (backend: string) => {
    const { team, warnings } = importTeam(`agents: [{id: a, backend: {type: claude, model: m, ${backend}}}]`);
    return { servers: (team as { agents: { mcpServers?: unknown }[] }).agents[0]?.mcpServers, warnings };
  };
  const at = (url: string, more = '') =>
    `{name: ${url}, type: streamable-http, url: "https://${url}.example.com/mcp"${more}}`;

  it('are taken over by name, with the tools that both ways of writing a filter mean', () => {
    const one = `mcp_servers: [${at('github')}, ${at('files', ', allowed_tools: [read]')}]`;
    const { servers, warnings } = read(
      `${one}, allowed_tools: [mcp__github__list, search], exclude_tools: [mcp__files__delete]`,
    );
    expect(servers).toEqual([
      { server: 'github', tools: ['list', 'search'] },
      { server: 'files', tools: ['read'], exclude: ['delete'] },
    ]);
    expect(warnings.map(({ key }) => key)).toEqual([
      'agents[0].backend.mcp_servers[0]',
      'agents[0].backend.mcp_servers[1]',
    ]);
    expect(read('mcp_servers: {docs: {url: "https://docs.example.com"}}').servers).toEqual(['docs']);
  });

  it('are left out, and named, where they are programs or nothing', () => {
    const { servers, warnings } = read('mcp_servers: {a: {command: npx}, b: 1}, allowed_tools: [x]');
    expect(servers).toBeUndefined();
    expect(warnings.map(({ key }) => key).toSorted()).toEqual([
      'agents[0].backend.allowed_tools',
      'agents[0].backend.mcp_servers.a',
      'agents[0].backend.mcp_servers.b',
    ]);
    expect(read('mcp_servers: 1').warnings.map(({ key }) => key)).toEqual(['agents[0].backend.mcp_servers']);
  });
});
