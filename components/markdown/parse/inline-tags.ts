import type { MarkdownIt } from 'markdown-it';
import { decodeEntities } from './decode-entities';

/** Tags that are read, without attributes; all others are shown as the text they are. */
const TAG = /<(\/?)(br|b|strong|i|em|u|s|del|ins|mark|small|sub|sup|kbd)\s*\/?>/iy;
const CODE = /<code>([^<\n]{1,1000})<\/code>/iy;

/** `H<sub>2</sub>O`, `a<br>b`: the few tags that models write where Markdown has no mark, or none in a table. */
export function inlineTags(md: MarkdownIt): void {
  md.inline.ruler.before('html_inline', 'inline_tag', (state, silent) => {
    if (state.src.charCodeAt(state.pos) !== 0x3c) return false;
    CODE.lastIndex = state.pos;
    const code = CODE.exec(state.src);
    if (code?.[1] && CODE.lastIndex <= state.posMax) {
      if (!silent) state.push('code_inline', 'code', 0).content = decodeEntities(md, code[1]);
      state.pos = CODE.lastIndex;
      return true;
    }
    TAG.lastIndex = state.pos;
    const [raw, slash, name] = TAG.exec(state.src) ?? [];
    if (!raw || !name || TAG.lastIndex > state.posMax) return false;
    if (!silent) {
      const tag = name.toLowerCase();
      const token = state.push(tag === 'br' ? 'hardbreak' : slash ? 'tag_close' : 'tag_open', tag, 0);
      token.content = raw;
    }
    state.pos = TAG.lastIndex;
    return true;
  });
}
