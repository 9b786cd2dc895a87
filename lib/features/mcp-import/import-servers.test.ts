import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { AppError } from '@/lib/platform/errors/app-error';
import { importServers } from './import-servers';

const slot = (inside: string) => `$${'{'}${inside}}`;
const TOKEN = slot('TOKEN');
const URL = 'https://mcp.example.com/mcp';
const read = (file: object) => importServers(JSON.stringify(file));
const one = (server: object, root = 'mcpServers') => read({ [root]: { docs: server } });
const DOCS = { name: 'docs', transport: { type: 'http', url: URL } };

afterEach(() => vi.unstubAllEnvs());

describe('the configuration of', () => {
  it.each<[string, object]>([
    ['Claude', { mcpServers: { docs: { type: 'http', url: URL } } }],
    ['Cursor', { mcpServers: { docs: { url: URL } } }],
    ['Windsurf', { mcpServers: { docs: { serverUrl: URL } } }],
    ['VS Code', { servers: { docs: { type: 'http', url: URL } }, inputs: [] }],
    ['VS Code’s settings', { 'editor.fontSize': 12, mcp: { servers: { docs: { url: URL } } } }],
    ['servers alone', { docs: { url: URL } }],
    [
      'MassGen, a list',
      { agents: [{ backend: { mcp_servers: [{ name: 'docs', type: 'streamable-http', url: URL }] } }] },
    ],
    ['MassGen, a section', { agent: { backend: { mcp_servers: { docs: { url: URL } } } } }],
    ['the registry', { name: 'com.example/docs', version: '1', remotes: [{ type: 'streamable-http', url: URL }] }],
    ['the registry’s API', { server: { name: 'docs', remotes: [{ type: 'streamable-http', url: URL }] }, _meta: {} }],
  ])('%s', (_name, file) => {
    expect(read(file)).toEqual({ servers: [DOCS], secrets: [], warnings: [], faults: [] });
  });

  it('VS Code, with comments, and what it asks people for', () => {
    const text = `{
      // Ours
      "inputs": [{ "type": "promptString", "id": "token", "description": "Access token", "password": true }],
      "servers": { "docs": { "url": "${URL}", "headers": { "X-Key": "${slot('input:token')}" } }, },
    }`;
    expect(importServers(text)).toMatchObject({
      servers: [{ ...DOCS, transport: { headers: { 'X-Key': { secret: slot('token') } } } }],
      secrets: [{ name: 'token', in: 'servers[0].transport.headers.X-Key', description: 'Access token' }],
      faults: [],
    });
  });

  it('Codex', () => {
    const text = `
      model = "gpt"
      [mcp_servers.docs]
      url = "${URL}"
      bearer_token_env_var = "DOCS_TOKEN"
      tool_timeout_sec = 30
      enabled = false
      [mcp_servers.docs.http_headers]
      X-Team = "red"
      [mcp_servers.docs.env_http_headers]
      X-Key = "DOCS_KEY"`;
    expect(importServers(text)).toEqual({
      servers: [
        {
          name: 'docs',
          transport: {
            type: 'http',
            url: URL,
            headers: {
              'X-Team': 'red',
              'X-Key': { secret: slot('DOCS_KEY') },
              Authorization: { secret: `Bearer ${slot('DOCS_TOKEN')}` },
            },
          },
          enabled: false,
          toolTimeoutSeconds: 30,
        },
      ],
      secrets: [
        { name: 'DOCS_KEY', in: 'servers[0].transport.headers.X-Key' },
        { name: 'DOCS_TOKEN', in: 'servers[0].transport.headers.Authorization' },
      ],
      warnings: [],
      faults: [],
    });
  });

  it('the registry, with variables and headers that have to be filled in', () => {
    const headers = [
      { name: 'Authorization', value: 'Bearer {token}', isSecret: true, isRequired: true },
      { name: 'X-Needed', isRequired: true },
      { name: 'X-Free' },
    ];
    const variables = { region: { default: 'eu' } };
    const remotes = [{ type: 'sse', url: 'https://{region}.{tenant}.example.com/sse', variables, headers }];
    expect(read({ name: 'docs', remotes })).toMatchObject({
      servers: [
        {
          transport: {
            type: 'sse',
            url: `https://eu.${slot('tenant')}.example.com/sse`,
            headers: { Authorization: { secret: `Bearer ${slot('token')}` }, 'X-Needed': { secret: slot('X_Needed') } },
          },
        },
      ],
      secrets: [{ name: 'tenant' }, { name: 'token' }, { name: 'X_Needed' }],
      faults: [],
    });
  });
});

describe('what an import reads', () => {
  it('becomes slots: nothing of this machine’s environment is looked up', () => {
    vi.stubEnv('TOKEN', 'a secret of this machine');
    for (const [text, filled] of [
      [TOKEN, TOKEN],
      [slot('env:TOKEN'), TOKEN],
      [slot('NONE:-standard'), 'standard'],
      ['$TOKEN', '$TOKEN'],
    ]) {
      const found = one({ url: URL, headers: { 'X-A': text } });
      const isSlot = filled === TOKEN;
      expect(found.servers[0]?.transport).toMatchObject({
        headers: { 'X-A': isSlot ? { secret: filled } : filled },
      });
      expect(found.secrets).toHaveLength(isSlot ? 1 : 0);
    }
  });

  it('reads programs with their slots, and as what it is a program that only reaches an address', () => {
    const args = ['-y', 'mcp-remote@latest', URL, '--header', `Authorization: Bearer ${TOKEN}`];
    const files = { command: 'npx', args: ['-y', 'files@1.2.3', '/home/agent'], env: { KEY: TOKEN, MODE: 'all' } };
    const { servers, faults, warnings, secrets } = read({
      mcpServers: { files, docs: { command: 'npx', args } },
    });
    expect(faults).toEqual([]);
    expect(secrets.map((secret) => secret.in)).toEqual([
      'servers[0].transport.env.KEY',
      'servers[1].transport.headers.Authorization',
    ]);
    expect(servers).toEqual([
      { name: 'files', transport: { type: 'stdio', ...files, env: { KEY: { secret: TOKEN }, MODE: 'all' } } },
      { ...DOCS, transport: { ...DOCS.transport, headers: { Authorization: { secret: `Bearer ${TOKEN}` } } } },
    ]);
    expect(warnings.map(({ key }) => key)).toEqual(['mcpServers.docs']);
  });

  it('names with its path what it leaves out, and never approves anything', () => {
    const extra = { autoApprove: ['delete'], alwaysAllow: ['x'], oauth: {}, headerz: {}, timeout: 60_000 };
    const { servers, warnings } = one({ url: URL, ...extra });
    expect(servers).toEqual([{ ...DOCS, toolTimeoutSeconds: 60 }]);
    expect(Object.fromEntries(warnings.map(({ key, message }) => [key, message]))).toEqual({
      'mcpServers.docs.autoApprove': expect.stringContaining('approves nothing'),
      'mcpServers.docs.alwaysAllow': expect.stringContaining('approves nothing'),
      'mcpServers.docs.oauth': expect.stringContaining('own is entered'),
      'mcpServers.docs.headerz': expect.stringContaining('“headers”'),
      'mcpServers.docs.timeout': expect.stringContaining('60 s'),
    });
  });

  it('names with its path what is wrong', () => {
    const { faults } = read({
      mcpServers: {
        one: 1,
        two: {},
        three: { url: 'http://10.0.0.1/mcp' },
        four: { url: URL, headers: { Host: 'x' } },
        'a/b': { url: URL },
        'a\\b': { url: URL },
      },
    });
    expect(faults.map(({ path }) => path)).toEqual([
      'mcpServers.one',
      'mcpServers.two',
      'mcpServers.three.url',
      'mcpServers.four.headers.Host',
      'mcpServers.a\\b',
    ]);
  });

  it.each([
    ['{"mcpServers": {"a": }}', 'malformed', /Line 1, column 22: Value expected\./],
    ['[mcp_servers.a]\nurl = ', 'malformed', /Line 2/],
    ['a: [1', 'malformed', /Line 1/],
    ['', 'invalid', /no MCP servers/],
    ['{}', 'invalid', /no MCP servers/],
    ['hello', 'invalid', /no MCP servers/],
    ['{"a":'.repeat(60_000), 'malformed', /too deeply/],
    [`{"a":${'['.repeat(100)}${']'.repeat(100)}}`, 'malformed', /64 levels/],
    [`[a]\nb=${'['.repeat(100_000)}`, 'malformed', /Line 2/],
    ['x'.repeat(400_001), 'too_large', /400 kB/],
  ])('refuses %.30j', (text, code, message) => {
    expect(() => importServers(text)).toThrow(
      expect.objectContaining({ code, message: expect.stringMatching(message) }),
    );
  });

  it.each([
    ['empty lines', '\n'.repeat(9_000)],
    ['blanks', `${' '.repeat(399_000)}x`],
    ['slots without an end', JSON.stringify({ docs: { url: slot('').slice(0, 2).repeat(190_000) } })],
    ['sections without an end', `[${'a'.repeat(399_000)}`],
  ])('%s take no time', (_name, text) => {
    const began = performance.now();
    try {
      importServers(text);
    } catch (error) {
      expect(error).toBeInstanceOf(AppError);
    }
    expect(performance.now() - began).toBeLessThan(1500);
  });

  it('whatever a text holds, it is read or refused in words', () => {
    const part = fc.constantFrom('mcpServers', 'url', URL, 'command', 'headers', TOKEN, 'npx', '__proto__', '1');
    const { value } = fc.letrec<{ value: unknown }>((tie) => ({
      value: fc.oneof({ maxDepth: 4 }, part, fc.integer(), fc.array(tie('value')), fc.dictionary(part, tie('value'))),
    }));
    const text = fc.oneof(
      value.map((file) => JSON.stringify(file)),
      fc.string({ unit: 'binary', maxLength: 200 }),
    );
    fc.assert(
      fc.property(text, (given) => {
        try {
          const { servers, faults } = importServers(given);
          expect(servers.length + faults.length).toBeGreaterThan(0);
        } catch (error) {
          expect(error).toBeInstanceOf(AppError);
        }
      }),
      { numRuns: 300 },
    );
  });
});
