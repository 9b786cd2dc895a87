import { expect, test } from 'vitest';
import { nameOfAddress } from './name-of-address';

test.each([
  ['https://mcp.example.com/mcp', 'example'],
  ['deepwiki.com', 'deepwiki'],
  ['http://127.0.0.1:3000/mcp', 'local'],
  ['https://api.githubcopilot.com/mcp/', 'githubcopilot'],
  ['localhost:8000', 'localhost'],
  ['mcp.dev', 'mcp.dev'],
  ['https://huggingface.co/mcp', 'huggingface'],
  ['mcp.example.co.uk', 'example'],
  ['tools.example.de', 'example'],
  ['', ''],
  ['https://', ''],
])('%j is called %j', (url, name) => expect(nameOfAddress(url)).toBe(name));
