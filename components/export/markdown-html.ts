import katex from 'katex';
import { directionOf } from '@/lib/protocol/text/direction-of';
import { firstText } from '../markdown/first-text';
import type { BlockNode, InlineNode, ListItem } from '../markdown/parse/nodes';
import { readMarkdown } from '../markdown/parse/read-markdown';
import { safeHref } from '../markdown/safe-href';
import { escapeHtml, plainHtml } from './escape-html';
import { texts } from './texts';

/** Longer ones are shown as they were written. */
const MAX_TEX = 5_000;

/** Markdown as HTML that loads nothing and runs nothing: the same reading as on the page, written by hand, element by element. */
export function markdownHtml(text: string): string {
  const nodes = readMarkdown(text).blocks.flatMap((block) => block.nodes);
  const notes = nodes.filter((node) => node.type === 'footnote-text');
  const labels = new Map(notes.map(({ label }, index) => [label, index + 1]));
  const body = nodes.map((node) => blockHtml(node, labels)).join('\n');
  if (notes.length === 0) return body;
  const items = notes.map(({ children }) => `<li>${children.map((child) => blockHtml(child, labels)).join('')}</li>`);
  return `${body}\n<ol class="footnotes">${items.join('')}</ol>`;
}

type Labels = ReadonlyMap<string, number>;

function blockHtml(node: BlockNode, labels: Labels): string {
  const inline = (children: InlineNode[]) => children.map((child) => inlineHtml(child, labels)).join('');
  const blocks = (children: BlockNode[]) => children.map((child) => blockHtml(child, labels)).join('');
  switch (node.type) {
    case 'paragraph':
      return node.isTight ? `<span>${inline(node.children)}</span>` : `<p dir="auto">${inline(node.children)}</p>`;
    case 'heading': {
      // The page owns levels 1 to 3.
      const tag = `h${Math.min(6, node.level + 3)}`;
      return `<${tag} dir="auto">${inline(node.children)}</${tag}>`;
    }
    case 'list': {
      const items = node.items.map((item) => itemHtml(item, blocks)).join('');
      return node.start === null ? `<ul>${items}</ul>` : `<ol start="${Math.trunc(node.start)}">${items}</ol>`;
    }
    case 'code':
      return `<pre dir="ltr"><code>${plainHtml(node.text, true)}</code></pre>`;
    case 'quote': {
      const dir = directionOf(firstText(node.children));
      return `<blockquote${dir ? ` dir="${dir}"` : ''}>${blocks(node.children)}</blockquote>`;
    }
    case 'table': {
      const cells = (row: InlineNode[][], tag: 'th' | 'td') =>
        row.map((cell, index) => `<${tag}${alignment(node.align[index])} dir="auto">${inline(cell)}</${tag}>`).join('');
      const rows = node.rows.map((row) => `<tr>${cells(row, 'td')}</tr>`).join('');
      return `<div class="scroll"><table><thead><tr>${cells(node.head, 'th')}</tr></thead><tbody>${rows}</tbody></table></div>`;
    }
    case 'rule':
      return '<hr>';
    case 'math':
      return mathHtml(node.tex, node.source, true);
    case 'plain':
      return `<p dir="auto" class="plain">${plainHtml(node.text)}</p>`;
    case 'footnote-text':
      return '';
  }
}

function itemHtml({ isDone, children }: ListItem, blocks: (children: BlockNode[]) => string): string {
  const box = isDone === null ? '' : isDone ? '☑ ' : '☐ ';
  return `<li dir="auto">${box}${blocks(children)}</li>`;
}

function alignment(align: 'left' | 'center' | 'right' | null | undefined): string {
  return align ? ` style="text-align:${align}"` : '';
}

function inlineHtml(node: InlineNode, labels: Labels): string {
  switch (node.type) {
    case 'text':
      return plainHtml(node.text);
    case 'code':
      return `<code dir="ltr">${plainHtml(node.text, true)}</code>`;
    case 'break':
      return '<br>';
    case 'math':
      return mathHtml(node.tex, node.source, node.isDisplay);
    case 'footnote': {
      const number = labels.get(node.label);
      return number === undefined ? plainHtml(`[^${node.label}]`) : `<sup>${number}</sup>`;
    }
    case 'link':
      return linkHtml(node.href, node.children.map((child) => inlineHtml(child, labels)).join(''));
    case 'image':
      return `<span class="picture">${texts.picture} ${linkHtml(node.href, plainHtml(node.alt || node.href))}</span>`;
    default:
      return `<${node.type}>${node.children.map((child) => inlineHtml(child, labels)).join('')}</${node.type}>`;
  }
}

function linkHtml(href: string, content: string): string {
  const safe = safeHref(href);
  return safe
    ? `<a href="${escapeHtml(safe)}" rel="noopener noreferrer nofollow" target="_blank">${content}</a>`
    : content;
}

/** As MathML, which a browser sets without a font of ours. */
function mathHtml(tex: string, source: string, isDisplay: boolean): string {
  const written = `<code dir="ltr">${plainHtml(source, true)}</code>`;
  if (tex.length > MAX_TEX) return written;
  try {
    const set = katex.renderToString(tex, {
      ...{ displayMode: isDisplay, output: 'mathml', throwOnError: true, strict: 'ignore', trust: false },
      ...{ maxSize: 20, maxExpand: 200 },
    });
    return isDisplay ? `<div class="formula">${set}</div>` : set;
  } catch {
    // Not TeX, or TeX that KaTeX does not know: its source is shown instead.
    return written;
  }
}
