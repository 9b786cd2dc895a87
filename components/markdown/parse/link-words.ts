import { addressAt } from './address-at';
import type { InlineNode } from './nodes';

/** `www.…` and e-mail addresses; what begins with a scheme is a link already. */
const WORD = /(?<![\p{L}\p{N}@./:_-])(?:www\.(?=[\p{L}\p{N}])|[a-z\d][\w.+-]{0,63}@(?=[a-z\d]))/giu;
const MAIL = /^[a-z\d][\w.+-]*@[a-z\d](?:[a-z\d-]*[a-z\d])?(?:\.[a-z\d](?:[a-z\d-]*[a-z\d])?)+/i;

/** Addresses without a scheme in the texts of a paragraph, outside of links, as links. */
export function linkWords(nodes: InlineNode[]): InlineNode[] {
  return nodes.flatMap((node): InlineNode[] => {
    if (node.type === 'text') return inText(node.text);
    if (node.type === 'link' || !('children' in node)) return [node];
    return [{ ...node, children: linkWords(node.children) }];
  });
}

function inText(text: string): InlineNode[] {
  if (!text.includes('@') && !/www\./i.test(text)) return [{ type: 'text', text }];
  const nodes: InlineNode[] = [];
  let done = 0;
  for (const { index, 0: begin } of text.matchAll(WORD)) {
    if (index < done) continue;
    const isMail = begin.endsWith('@');
    const address = isMail ? (MAIL.exec(text.slice(index, index + 320))?.[0] ?? '') : addressAt(text, index);
    if (address === '' || (!isMail && !address.slice(4).includes('.'))) continue;
    if (index > done) nodes.push({ type: 'text', text: text.slice(done, index) });
    const href = isMail ? `mailto:${address}` : `http://${address}`;
    nodes.push({ type: 'link', href, isBare: true, children: [{ type: 'text', text: address }] });
    done = index + address.length;
  }
  if (done < text.length) nodes.push({ type: 'text', text: text.slice(done) });
  return nodes;
}
