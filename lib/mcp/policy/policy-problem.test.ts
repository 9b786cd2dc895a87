import { expect, it } from 'vitest';
import { EXAMPLE } from '../example/example-access';
import { testServer } from '../testing/mcp-double';
import { policyProblem } from './policy-problem';

const tools = 'allow' as const;
const known = testServer('learn', 'https://learn.microsoft.com/api/mcp/');
const other = testServer('other', 'https://learn.microsoft.com.evil.example/api/mcp');

it.each([
  ['any', other, null],
  ['catalogue', known, null],
  ['catalogue', EXAMPLE, null],
  ['catalogue', other, 'catalogue only'],
  ['none', known, 'no MCP servers'],
  ['none', EXAMPLE, 'no MCP servers'],
] as const)('a workspace that allows %s servers, and one of them', (servers, server, problem) => {
  const said = policyProblem({ mcp: { servers, tools } }, server);
  if (problem === null) expect(said).toBeNull();
  else expect(said).toContain(problem);
});
