import type { Token } from 'markdown-it';
import { buildInline } from './build-inline';
import type { Alignment, BlockNode, InlineNode, ListItem } from './nodes';

/** The tokens of blocks as a tree; `limitDepth` bounds how deep it is. */
export function buildBlocks(tokens: Token[]): BlockNode[] {
  return readBlocks({ tokens, at: 0 });
}

interface Reader {
  tokens: Token[];
  at: number;
}

/** Reads up to the token that closes the box the reader is in, and over it. */
function readBlocks(reader: Reader): BlockNode[] {
  const nodes: BlockNode[] = [];
  for (;;) {
    const token = reader.tokens[reader.at];
    reader.at += 1;
    if (!token || token.nesting < 0) return nodes;
    nodes.push(readBlock(reader, token));
  }
}

function readBlock(reader: Reader, token: Token): BlockNode {
  switch (token.type) {
    case 'paragraph_open':
      return { type: 'paragraph', isTight: token.hidden, children: readInline(reader) };
    case 'heading_open':
      return { type: 'heading', level: Number(token.tag.slice(1)), children: readInline(reader) };
    case 'bullet_list_open':
      return { type: 'list', start: null, items: readItems(reader) };
    case 'ordered_list_open':
      return { type: 'list', start: Number(token.attrGet('start') ?? 1), items: readItems(reader) };
    case 'blockquote_open':
      return { type: 'quote', children: readBlocks(reader) };
    case 'footnote_text_open':
      return { type: 'footnote-text', label: token.content, children: readBlocks(reader) };
    case 'table_open':
      return readTable(reader);
    case 'fence':
      return { type: 'code', text: withoutLastBreak(token.content), language: token.info.trim().split(/\s/)[0] ?? '' };
    case 'code_block':
      return { type: 'code', text: withoutLastBreak(token.content), language: '' };
    case 'math_block':
      return { type: 'math', tex: token.content, source: token.info, isDisplay: true };
    case 'hr':
      return { type: 'rule' };
    default:
      return { type: 'plain', text: token.content.trimEnd() };
  }
}

/** The one inline token of a block, and over its closing token. */
function readInline(reader: Reader): InlineNode[] {
  const children = reader.tokens[reader.at]?.children ?? [];
  reader.at += 2;
  return buildInline(children);
}

function readItems(reader: Reader): ListItem[] {
  const items: ListItem[] = [];
  for (;;) {
    const token = reader.tokens[reader.at];
    reader.at += 1;
    if (token?.type !== 'list_item_open') return items;
    items.push(asTask(readBlocks(reader)));
  }
}

const TASK = /^\[([ xX])\](?:\s+|$)/;

function asTask(children: BlockNode[]): ListItem {
  const [first, ...rest] = children;
  const text = first?.type === 'paragraph' ? first.children[0] : undefined;
  const task = text?.type === 'text' ? TASK.exec(text.text) : null;
  if (first?.type !== 'paragraph' || text?.type !== 'text' || !task) return { isDone: null, children };
  const words: InlineNode = { type: 'text', text: text.text.slice(task[0].length) };
  return { isDone: task[1] !== ' ', children: [{ ...first, children: [words, ...first.children.slice(1)] }, ...rest] };
}

function readTable(reader: Reader): BlockNode {
  const align: Alignment[] = [];
  const rows: InlineNode[][][] = [];
  for (;;) {
    const token = reader.tokens[reader.at];
    reader.at += 1;
    if (!token || token.type === 'table_close') break;
    if (token.type === 'tr_open') rows.push([]);
    else if (token.type === 'th_open') align.push(alignment(token));
    else if (token.type === 'inline') rows.at(-1)?.push(buildInline(token.children ?? []));
  }
  const [head = [], ...body] = rows;
  return { type: 'table', align, head, rows: body };
}

function alignment(token: Token): Alignment {
  const style = token.attrGet('style');
  return typeof style === 'string' ? (style.slice('text-align:'.length) as Alignment) : null;
}

function withoutLastBreak(text: string): string {
  return text.endsWith('\n') ? text.slice(0, -1) : text;
}
