import type { Token } from 'markdown-it';
import { linkWords } from './link-words';
import type { InlineNode, MarkName } from './nodes';

/** Emphasis in emphasis; deeper marks are shown as they were written. */
const MAX_DEPTH = 16;

interface Frame {
  /** What closes it: `strong`, `link`, or the name of a tag. */
  closedBy: string;
  /** `null`: too deep, the mark was written out. */
  make: ((children: InlineNode[]) => InlineNode) | null;
  raw: string;
  children: InlineNode[];
}

const TAG_MARKS: Record<string, MarkName> = { b: 'strong', i: 'em', s: 'del' };

/** The tokens of one paragraph, heading or cell as a tree of bounded depth. */
export function buildInline(tokens: Token[]): InlineNode[] {
  const root: Frame = { closedBy: '', make: null, raw: '', children: [] };
  const stack: Frame[] = [root];
  const top = () => stack.at(-1) ?? root;
  const add = (node: InlineNode) => addNode(top().children, node);

  function open(closedBy: string, raw: string, make: Frame['make']) {
    const isDeep = stack.length > MAX_DEPTH;
    if (isDeep) add({ type: 'text', text: raw });
    const children = isDeep ? top().children : [];
    stack.push({ closedBy, raw, make: isDeep ? null : make, children });
  }

  function close(closedBy: string, raw: string) {
    const at = stack.findLastIndex((frame) => frame.closedBy === closedBy);
    if (at < 1) return add({ type: 'text', text: raw });
    while (stack.length - 1 > at) dissolve();
    const frame = stack.pop();
    if (!frame) return;
    if (frame.make) add(frame.make(frame.children));
    else add({ type: 'text', text: raw });
  }

  /** A tag that nothing closes is text. */
  function dissolve() {
    const frame = stack.pop();
    if (!frame?.make) return;
    add({ type: 'text', text: frame.raw });
    for (const child of frame.children) add(child);
  }

  for (const token of joinLines(tokens)) {
    const { type, content, markup, tag } = token;
    switch (type) {
      case 'strong_open':
      case 'em_open':
        open(type.slice(0, -5), markup, (children) => ({ type: tag as 'strong' | 'em', children }));
        break;
      case 's_open':
        open('s', markup, (children) => ({ type: 'del', children }));
        break;
      case 'strong_close':
      case 'em_close':
      case 's_close':
        close(type.slice(0, -6), markup);
        break;
      case 'tag_open':
        open(`<${tag}>`, content, (children) => ({ type: TAG_MARKS[tag] ?? (tag as MarkName), children }));
        break;
      case 'tag_close':
        // A tag is closed only in the mark in which it was opened.
        if (top().closedBy === `<${tag}>`) close(`<${tag}>`, content);
        else add({ type: 'text', text: content });
        break;
      case 'link_open': {
        const href = String(token.attrGet('href') ?? '');
        const isBare = token.info === 'auto';
        open('link', '', (children) => ({ type: 'link', href, isBare, children }));
        break;
      }
      case 'link_close':
        close('link', '');
        break;
      default:
        add(leaf(token));
    }
  }
  while (stack.length > 1) dissolve();
  return linkWords(root.children);
}

function leaf({ type, content, children, info, block, attrs }: Token): InlineNode {
  switch (type) {
    case 'code_inline':
      return { type: 'code', text: content };
    case 'softbreak':
      return { type: 'text', text: '\n' };
    case 'hardbreak':
      return { type: 'break' };
    case 'math':
      return { type: 'math', tex: content, source: info, isDisplay: block };
    case 'footnote':
      return { type: 'footnote', label: content };
    case 'sub':
    case 'sup':
      return { type, children: [{ type: 'text', text: content }] };
    case 'image': {
      const href = attrs?.find(([name]) => name === 'src')?.[1];
      return { type: 'image', href: String(href ?? ''), alt: (children ?? []).map((child) => child.content).join('') };
    }
    default:
      return { type: 'text', text: content };
  }
}

/** Neighbouring texts become one. */
function addNode(nodes: InlineNode[], node: InlineNode) {
  const last = nodes.at(-1);
  if (node.type !== 'text' || last?.type !== 'text') nodes.push(node);
  else if (node.text !== '') nodes[nodes.length - 1] = { type: 'text', text: last.text + node.text };
}

/** A line break between two characters of scripts that are set without spaces is none. */
function joinLines(tokens: Token[]): Token[] {
  return tokens.filter(({ type }, index) => {
    if (type !== 'softbreak') return true;
    const before = tokens[index - 1];
    const after = tokens[index + 1];
    const isText = before?.type === 'text' && after?.type === 'text';
    return !(isText && UNSPACED.test(before.content.slice(-1)) && UNSPACED.test(after.content.slice(0, 1)));
  });
}

const UNSPACED =
  /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\u3001\u3002\uff01\uff08\uff09\uff0c\uff1a\uff1b\uff1f\u300c-\u300f]/u;
