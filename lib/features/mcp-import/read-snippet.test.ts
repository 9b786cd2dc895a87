import { expect, it } from 'vitest';
import { importServers } from './import-servers';

const URL = 'https://mcp.example.com/mcp';
const FENCE = '```';
const MEMORY = '@modelcontextprotocol/server-memory';

it.each([
  // “example” is the name of the server that comes along.
  [URL, { name: 'example-server', transport: { type: 'http', url: URL } }],
  [' mcp.example.com/mcp\n', { name: 'example-server', transport: { type: 'http', url: URL } }],
  ['npx -y files@1.2.3 "/a b"', program('files', 'npx', '-y', 'files@1.2.3', '/a b')],
  [`$ npx -y ${MEMORY}`, program('memory', 'npx', '-y', `${MEMORY}@2026.8.31`)],
  [`npx -y ${MEMORY}@latest`, program('memory', 'npx', '-y', `${MEMORY}@2026.8.31`)],
  ['python3 -m server --port 1', program('server', 'python3', '-m', 'server', '--port', '1')],
  [
    `claude mcp add --transport http docs ${URL} --header "X-A: b"`,
    { name: 'docs', transport: { type: 'http', url: URL, headers: { 'X-A': 'b' } } },
  ],
  [
    'claude mcp add notes --env MODE=all -- npx -y notes@2.0.0 \\\n  --flag',
    { ...program('notes', 'npx', '-y', 'notes@2.0.0', '--flag'), env: { MODE: 'all' } },
  ],
  [
    `# Notes\nRun it:\n\n${FENCE}bash\nnpm test\n${FENCE}\n\nThen:\n${FENCE}json\n{"mcpServers": {"notes": {"url": "${URL}"}}}\n${FENCE}\n`,
    { name: 'notes', transport: { type: 'http', url: URL } },
  ],
  [`Use this:\n${FENCE}sh\n# start\nnpx -y notes@2.0.0\n${FENCE}`, program('notes', 'npx', '-y', 'notes@2.0.0')],
])('%j is a server', (text, { env, ...server }: { env?: object; transport: object; name: string }) => {
  const { servers, faults } = importServers(text);
  expect(faults).toEqual([]);
  expect(servers).toEqual([{ ...server, transport: { ...server.transport, ...(env && { env }) } }]);
});

it('asks for the version of a package that nobody knows', () => {
  const { servers, secrets, warnings } = importServers('npx -y unknown-server');
  const slot = `$${'{'}VERSION}`;
  expect(servers).toEqual([program('unknown-server', 'npx', '-y', `unknown-server@${slot}`)]);
  expect(secrets).toEqual([{ name: 'VERSION', in: 'servers[0].transport.args[1]' }]);
  expect(warnings[0]?.message).toContain('which version');
});

it.each(['Hello there.', 'npm', 'npm test', 'a: 1'])('%j is none', (text) => {
  expect(() => importServers(text)).toThrow(/no MCP servers/);
});

function program(name: string, command: string, ...args: string[]) {
  return { name, transport: { type: 'stdio', command, args } };
}
