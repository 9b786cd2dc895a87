import type { MarkdownIt } from 'markdown-it';
import { addressAt } from './address-at';
import { decodeEntities } from './decode-entities';

const SCHEME = /(?<![\p{L}\p{N}])https?$/iu;

/** An address in the running text becomes a link; where it ends, `addressAt` says. */
export function bareLinks(md: MarkdownIt): void {
  md.inline.ruler.after('text', 'bare_link', (state, silent) => {
    const { src, pos } = state;
    if (state.linkLevel > 0 || !src.startsWith('://', pos)) return false;
    const scheme = SCHEME.exec(state.pending.slice(-12))?.[0];
    if (!scheme) return false;
    const address = addressAt(src.slice(0, state.posMax), pos - scheme.length);
    if (address.length <= scheme.length + '://'.length) return false;
    if (!silent) {
      state.pending = state.pending.slice(0, -scheme.length);
      const open = state.push('link_open', 'a', 1);
      open.attrs = [['href', md.normalizeLink(decodeEntities(md, address))]];
      open.info = 'auto';
      state.push('text', '', 0).content = decodeEntities(md, address);
      state.push('link_close', 'a', -1).info = 'auto';
    }
    state.pos = pos - scheme.length + address.length;
    return true;
  });
}
