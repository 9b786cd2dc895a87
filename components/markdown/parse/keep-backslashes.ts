import type { MarkdownIt } from 'markdown-it';

/** `\\server\share`: two backslashes at the beginning of a word are a Windows path, where Markdown would take one away. */
export function keepBackslashes(md: MarkdownIt): void {
  md.inline.ruler.before('escape', 'network_path', (state, silent) => {
    const { src, pos } = state;
    if (!src.startsWith('\\\\', pos) || !/[\w.?]/.test(src[pos + 2] ?? '')) return false;
    if (pos > 0 && !/[\s("'“‘（「：:]/.test(src[pos - 1] ?? '')) return false;
    if (!silent) state.pending += '\\\\';
    state.pos += 2;
    return true;
  });
}
