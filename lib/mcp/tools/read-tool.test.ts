import { describe, expect, it } from 'vitest';
import { readTool } from './read-tool';

const inputSchema = { type: 'object' as const };
const read = (over: object) => {
  const found = readTool({ name: 'search', inputSchema, ...over });
  return 'tool' in found ? found.tool : found;
};

describe('a tool as its server describes it', () => {
  it('is cleaned for models, and kept as it is for whoever approves it', () => {
    const description = `Searches.\u202e${'x'.repeat(3000)}`;
    const schema = { ...inputSchema, properties: { q: { type: 'string', description: 'a\u200bb' } } };
    const tool = read({ description, inputSchema: schema });
    expect(tool).toMatchObject({
      description: expect.stringMatching(/^Searches\.x{1900,}…$/),
      inputSchema: { properties: { q: { description: 'ab' } } },
      asGiven: { description, inputSchema: schema },
    });
  });

  it('that hides nothing is kept once', () => {
    expect(read({ description: 'Searches.', title: 'Search' })).not.toHaveProperty('asGiven');
  });

  it('is another one when a character changes that nobody sees', () => {
    const hashOf = (description: string) => (read({ description }) as { hash: string }).hash;
    expect(hashOf('Searches.')).not.toBe(hashOf('Searches.\u200b'));
  });
});
