import type { Env, Token } from 'markdown-it';
import { buildBlocks } from './build-blocks';
import { markdownParser } from './markdown-parser';
import type { BlockNode } from './nodes';

/** One block at the top of a text, with what it was read from. */
export interface Block {
  source: string;
  nodes: BlockNode[];
}

export interface MarkdownText {
  text: string;
  /** In order; the sources joined are the text. */
  blocks: Block[];
  /** Addresses that links name by a label. They reach into every other block. */
  references: Env['references'];
}

export const NO_MARKDOWN: MarkdownText = { text: '', blocks: [], references: {} };

/** Text that arrives can still change this many blocks before it. */
const UNSETTLED = 2;
/** Nobody reads more than this in one answer, and a browser has to lay it out. The rest is shown as it is. */
const MAX_TEXT = 400_000;

/**
 * Reads Markdown; never throws, and its cost grows with the length of the text. When `text` only grew since `previous`, all but the
 * last blocks are kept as the same objects, so that the cost of streaming is that of the tail.
 */
export function readMarkdown(source: string, previous: MarkdownText = NO_MARKDOWN): MarkdownText {
  const text = source.replace(/\r\n?/g, '\n');
  if (text === previous.text) return previous;
  const kept = text.startsWith(previous.text) ? previous.blocks.slice(0, -UNSETTLED) : [];
  const start = kept.reduce((length, block) => length + block.source.length, 0);
  const known = referencesOf(kept);
  const tail = readBlocks(text.slice(start, MAX_TEXT), { ...known });
  if (text.length > MAX_TEXT) {
    const rest = text.slice(Math.max(start, MAX_TEXT));
    tail.blocks.push({ source: rest, nodes: [{ type: 'plain', text: rest }] });
  }
  const { references } = tail;
  const isSame = JSON.stringify(references) === JSON.stringify(previous.references);
  const settled = isSame ? kept : kept.map((block) => withReferences(block, references));
  return { text, blocks: [...settled, ...tail.blocks], references };
}

function readBlocks(text: string, references: Env['references']): Pick<MarkdownText, 'blocks' | 'references'> {
  const env: Env = { references };
  return { blocks: group(text, parse(text, env)), references: env.references };
}

/** One guard for all: a text that the parser chokes on is still text. */
function parse(text: string, env: Env): Token[] | null {
  try {
    return markdownParser.parse(text, env);
  } catch (error) {
    // Only a browser has it; there it is in the console.
    globalThis.reportError?.(error);
    return null;
  }
}

/** The tokens in groups of one block each, with the lines from its beginning to that of the next. */
function group(text: string, tokens: Token[] | null): Block[] {
  if (!tokens) return [{ source: text, nodes: [{ type: 'plain', text }] }];
  const starts = tokens.flatMap(({ level, nesting, map }, index) =>
    level === 0 && nesting >= 0 && map ? [index] : [],
  );
  const lines = lineStarts(text);
  return starts.map((first, index) => {
    const next = starts[index + 1];
    const begin = index === 0 ? 0 : lines[tokens[first]?.map?.[0] ?? 0];
    const end = next === undefined ? text.length : lines[tokens[next]?.map?.[0] ?? 0];
    return { source: text.slice(begin, end), nodes: buildBlocks(tokens.slice(first, next)) };
  });
}

function lineStarts(text: string): number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}

const DEFINITION = /\[[^\]]+\]:/;

const definitions = new WeakMap<Block, Env['references']>();

/** What settled blocks define; of two definitions of a label the first counts. */
function referencesOf(blocks: Block[]): Env['references'] {
  const found: Env['references'][] = [];
  for (const block of blocks) {
    if (!DEFINITION.test(block.source)) continue;
    const own = definitions.get(block) ?? definedBy(block.source);
    definitions.set(block, own);
    found.push(own);
  }
  return Object.assign({}, ...found.reverse());
}

function definedBy(source: string): Env['references'] {
  const env: Env = { references: {} };
  parse(source, env);
  return env.references;
}

function withReferences(block: Block, references: Env['references']): Block {
  if (!block.source.includes('[')) return block;
  const { blocks } = readBlocks(block.source, { ...references });
  return { source: block.source, nodes: blocks.flatMap(({ nodes }) => nodes) };
}
