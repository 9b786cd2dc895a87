import { describe, expect, it } from 'vitest';
import { fieldErrors } from '@/lib/platform/errors/field-errors';
import { suggestKeys } from '@/lib/platform/http/suggest-keys';
import { newServerSchema, serverChangesSchema } from './server-input';

const slot = (name: string) => `$${'{'}${name}}`;
const URL = 'https://mcp.example.com/mcp';
const faultsOf = (body: object, schema: typeof newServerSchema | typeof serverChangesSchema = newServerSchema) => {
  const parsed = schema.safeParse(body);
  return parsed.success ? [] : suggestKeys(schema, fieldErrors(parsed.error));
};
const program = (command: string, ...args: string[]) => ({ transport: { type: 'stdio', command, args } });
const withVariables = (env: object) => ({ transport: { type: 'stdio', command: 'a', env } });
const withHeaders = (headers: object) => ({ name: 'A', transport: { type: 'http', url: URL, headers } });

describe('a server as people give it', () => {
  it.each([
    ['HTTPS://mcp.example.com/mcp', URL],
    [' "https://mcp.example.com/mcp" ', URL],
    ['mcp.example.com/mcp', URL],
    ['mcp.example.com', 'https://mcp.example.com/'],
    ['localhost:3001/mcp', 'http://localhost:3001/mcp'],
    ['192.168.0.7/mcp', 'http://192.168.0.7/mcp'],
    ['https://localhost/mcp', 'https://localhost/mcp'],
    ['mcp.example.com:8443/mcp?a=b#c', 'https://mcp.example.com:8443/mcp?a=b'],
  ])('at %s is at %s', (url, found) => {
    expect(newServerSchema.parse({ name: 'A', transport: { type: 'http', url } }).transport).toEqual({
      type: 'http',
      url: found,
    });
  });

  it.each([
    [program('npx', 'x'), 'transport.args', 'which version'],
    [program('npx', '-y', 'x@latest'), 'transport.args', 'which version'],
    [program('npm', 'exec', 'x@^1.0.0'), 'transport.args', 'which version'],
    [program('uvx', 'x'), 'transport.command', 'fetch a program'],
    [program('/usr/bin/docker', 'run', 'x'), 'transport.command', 'outside of the sandbox'],
    [program(' '), 'transport.command', 'Give the command'],
    [program('a', 'b\0c'), 'transport.args[0]', 'one line'],
    [program('a', slot('HERE')), 'transport.args[0]', 'Fill in HERE'],
    [withVariables({ LD_PRELOAD: '/x' }), 'transport.env.LD_PRELOAD', 'itself'],
    [withVariables({ PATH: '/x' }), 'transport.env.PATH', 'itself'],
    [withVariables({ 'A-B': 'x' }), 'transport.env.A-B', 'name of a variable'],
    [withVariables({ KEY: { secret: '' } }), 'transport.env.KEY.secret', 'Give the secret'],
    [{ transport: { type: 'stdio', command: 'a', arg: [] } }, 'transport.arg', '“args”'],
    [{ transport: { type: 'streamable-http', url: URL } }, 'transport.type', '“http”'],
    [{ transport: { type: 'htp', url: URL } }, 'transport.type', '“http”'],
    [{ transport: { type: 'http' } }, 'transport.url', 'http or https'],
    [{ transport: { type: 'http', url: `https://${slot('HOST')}/mcp` } }, 'transport.url', 'Fill in HOST'],
    [{ transport: { type: 'http', url: URL, header: {} } }, 'transport.header', '“headers”'],
    [{ transport: { type: 'http', url: URL }, tooltimeoutSecond: 5 }, 'tooltimeoutSecond', '“toolTimeoutSeconds”'],
    [{ transport: { type: 'http', url: URL }, toolTimeoutSeconds: 0 }, 'toolTimeoutSeconds', '1 to 900'],
    [{ name: 'board', transport: { type: 'http', url: URL } }, 'name', 'taken'],
    [{ name: 'MCP', transport: { type: 'http', url: URL } }, 'name', 'taken'],
    [{ name: 'a/b', transport: { type: 'http', url: URL } }, 'name', 'letters'],
    [withHeaders({ 'A B': 'x' }), 'transport.headers.A B', ''],
    [withHeaders({ Host: 'x' }), 'transport.headers.Host', ''],
    [withHeaders({ 'X-A': 'a\r\nX-B: b' }), 'transport.headers.X-A', 'one line'],
    [withHeaders({ 'X-A': `Bearer ${slot('TOKEN')}` }), 'transport.headers.X-A', 'Fill in TOKEN'],
    [withHeaders({ 'X-A': { secret: `Bearer ${slot('TOKEN')}` } }), 'transport.headers.X-A', 'Fill in TOKEN'],
    [withHeaders({ 'X-A': { secret: '' } }), 'transport.headers.X-A.secret', 'Give the secret'],
    [withHeaders({ 'X-A': 1 }), 'transport.headers.X-A', ''],
  ])('%j is refused at %s', (body, path, message) => {
    const faults = faultsOf({ name: 'A', ...body });
    expect(faults.map((fault) => fault.path.split('.').slice(0, path.split('.').length).join('.'))).toEqual([path]);
    expect(faults[0]?.message).toContain(message);
  });

  it('is changed by at least one change', () => {
    expect(faultsOf({}, serverChangesSchema)).toHaveLength(1);
    expect(faultsOf({ version: 1 }, serverChangesSchema)).toHaveLength(1);
    expect(faultsOf({ enabled: false }, serverChangesSchema)).toEqual([]);
  });
});
