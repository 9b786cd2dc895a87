import { lexer } from 'marked';
import { renderBlock } from './render-block';

/** Markdown that will not change; rendered on the server it costs the browser no parsing. */
export function StaticMarkdown({ text }: { text: string }) {
  return <div className="prose-block break-words">{lexer(text).map((token, index) => renderBlock(token, index))}</div>;
}
