import { packageOf } from '@/lib/mcp/stdio/package-of';
import { isSection, type Section } from './import-reading';
import { readText } from './read-text';
import { splitCommand } from './split-command';

const FENCED = /^[ \t]*(?:```|~~~)[^\n]*\n([\s\S]*?)\n[ \t]*(?:```|~~~)/gm;
const ADDRESS = /^<?(https?:\/\/[^\s<>]+)>?$/;
const HOST = /^[\w-]+(?:\.[\w-]+)+(?::\d+)?(?:\/\S*)?$/;
const STARTER = /^(?:node|python3?|uvx|docker|deno)$/;

/**
 * What people paste that is no configuration: an address, a command, what adds a server to Claude Code, or a passage of a README with one of these in
 * a block of code. As the section that another program would have for it; `null` = none of them.
 */
export function readSnippet(text: string): Section | null {
  const blocks = [...text.matchAll(FENCED)].map(([, code = '']) => code);
  for (const block of blocks) {
    const found = ofLines(block) ?? configurationIn(block);
    if (found) return found;
  }
  return blocks.length > 0 ? null : ofLines(text);
}

function configurationIn(block: string): Section | null {
  try {
    const value = readText(block);
    return isSection(value) ? value : null;
  } catch {
    // Other blocks of a README are shell and code.
    return null;
  }
}

/** The first line that is one of them; of a README there are several. */
function ofLines(text: string): Section | null {
  const lines = text
    .replace(/\\\r?\n/g, ' ')
    .split('\n')
    .map((line) => line.trim().replace(/^[$>]\s+/, ''))
    .filter(Boolean);
  const isAlone = lines.length === 1;
  for (const line of lines) {
    const [, address] = ADDRESS.exec(line) ?? [];
    const url = address ?? (isAlone && HOST.test(line) ? `https://${line}` : null);
    if (url && isAlone) return { mcpServers: { [nameOfAddress(url)]: { url } } };
    const found = ofCommand(splitCommand(line));
    if (found) return found;
  }
  return null;
}

function ofCommand(words: string[]): Section | null {
  const [program = '', ...args] = words;
  if (program === 'claude' && args[0] === 'mcp' && args[1] === 'add') return ofClaude(args.slice(2));
  // A word alone may be anything.
  if (args.length === 0 || !(STARTER.test(program) || packageOf(program, args))) return null;
  return { mcpServers: { [nameOfCommand(args)]: { command: program, args } } };
}

/** `claude mcp add --transport http name url --header "A: b"`, `claude mcp add name --env A=b -- command …`. */
function ofClaude(words: string[]): Section | null {
  const at = words.indexOf('--');
  const before = at < 0 ? words : words.slice(0, at);
  const command = at < 0 ? [] : words.slice(at + 1);
  const plain: string[] = [];
  const headers: Record<string, string> = {};
  const env: Record<string, string> = {};
  let type = 'stdio';
  for (let index = 0; index < before.length; index++) {
    const word = before[index] ?? '';
    const value = before[index + 1] ?? '';
    if (!word.startsWith('-')) {
      plain.push(word);
      continue;
    }
    index++;
    if (word === '-t' || word === '--transport') type = value;
    if (word === '-H' || word === '--header')
      headers[value.split(':')[0] ?? ''] = value.split(':').slice(1).join(':').trim();
    if (word === '-e' || word === '--env') env[value.split('=')[0] ?? ''] = value.split('=').slice(1).join('=');
  }
  const [name, first, ...rest] = plain;
  if (!name) return null;
  if (type !== 'stdio') return first ? { mcpServers: { [name]: { type, url: first, headers } } } : null;
  const [program, ...args] = command.length > 0 ? command : [first, ...rest].filter((word) => word !== undefined);
  return program ? { mcpServers: { [name]: { command: program, args, env } } } : null;
}

function nameOfAddress(url: string): string {
  const parts = (URL.parse(url)?.hostname ?? '').split('.').filter((part) => !/^(?:www|mcp|api)$/.test(part));
  return parts[0] || 'server';
}

/** Of a package: the last part of its name. */
function nameOfCommand(args: string[]): string {
  const word = args.find((each) => !each.startsWith('-') && !/^(?:dlx|exec|run)$/.test(each)) ?? 'server';
  const last =
    word
      .replace(/@[^@/]*$/, '')
      .split('/')
      .at(-1) ?? word;
  return last.replace(/\.(?:[cm]?js|py)$/, '').replace(/^(?:mcp-)?server-|-mcp(?:-server)?$/g, '') || 'server';
}
