import { expect, test } from 'vitest';
import type { OfferedTool, ToolScope } from '@/lib/engine/tool-source';
import { isSearchTool, runSearchTool, searchedWhereMany } from './search-tools';

function toolOf(tool: string, description = '', server = 'shop'): OfferedTool {
  const definition = { name: `${server}__${tool}`, description, parameters: { type: 'object' } };
  return { server, tool, definition, definitionHash: tool, effects: 'reads', idempotent: true };
}

const scopeOf = (contextWindow: number | null) =>
  ({ ownWindow: null, reader: async () => ({ abilities: { contextWindow } }) }) as unknown as ToolScope;
const many = (count: number, description = '') => Array.from({ length: count }, (_, n) => toolOf(`t${n}`, description));

test('forty tools are offered one by one, forty-one by two that find and use them', async () => {
  expect(await searchedWhereMany(many(40), scopeOf(null))).toEqual(many(40));
  const offered = await searchedWhereMany(many(41), scopeOf(null));
  expect(offered.filter(({ isHidden }) => !isHidden).map(({ definition }) => definition.name)).toEqual([
    'find_tools',
    'use_tool',
  ]);
  expect(offered.filter(({ isHidden }) => isHidden)).toHaveLength(41);
});

test('so are fewer that would fill a twentieth of the window', async () => {
  const long = many(10, 'word '.repeat(400));
  expect(await searchedWhereMany(long, scopeOf(1_000_000))).toEqual(long);
  expect((await searchedWhereMany(long, scopeOf(32_000))).slice(0, 2).every(isSearchTool)).toBe(true);
});

test('a search gives what matches, names before descriptions, and how to call it', () => {
  const tools = [toolOf('list', 'Lists orders.'), toolOf('order', 'Buys.'), toolOf('weather', 'Rain or sun.')];
  const { text, isError } = runSearchTool('find_tools', { query: 'Order something' }, tools);
  expect(isError).toBe(false);
  expect([...text.matchAll(/^- (\w+): /gm)].map(([, name]) => name)).toEqual(['shop__order', 'shop__list']);
  expect(text).toContain('use_tool');
  expect(runSearchTool('find_tools', { query: 'music' }, tools).text).toContain('other words');
  expect(runSearchTool('find_tools', null, tools).isError).toBe(false);
});

test('a server of the same name is not taken for the search', () => {
  expect(isSearchTool(toolOf('find_tools', '', 'mcp'))).toBe(false);
});

test('a tool that there is not is said not to be there', () => {
  expect(runSearchTool('use_tool', { tool: 'x' }, [])).toMatchObject({
    isError: true,
    text: expect.stringContaining('no tool named x'),
  });
});
