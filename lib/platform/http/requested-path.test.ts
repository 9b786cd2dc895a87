import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it } from 'vitest';
import { noteRequestedPaths, requestedPath } from './requested-path';

const of = (path: string) => requestedPath(new Headers({ 'x-massgen-path': path }));

describe('the path that was asked for', () => {
  it('is without what Next adds', () => {
    expect(of('/c/1?_rsc=abc')).toBe('/c/1');
    expect(of('/teams?q=a%20b&_rsc=abc')).toBe('/teams?q=a+b');
    expect(requestedPath(new Headers())).toBe('/');
  });

  it('is noted by the server, whatever the client says', async () => {
    noteRequestedPaths();
    const server = createServer((request, response) => response.end(request.headers['x-massgen-path']));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    const response = await fetch(`http://127.0.0.1:${port}/c/1?x=2`, { headers: { 'x-massgen-path': '/forged' } });
    expect(await response.text()).toBe('/c/1?x=2');
    server.close();
  });
});
