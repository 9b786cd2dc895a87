import type { McpToolInfo } from '@/lib/browser/mcp/mcp-server';
import { PlainText } from '../ui/plain-text';
import { texts } from './texts';

/** Where a definition differs from the one that was approved. */
export function ToolChanges({ changes }: { changes: NonNullable<McpToolInfo['diff']> }) {
  return (
    <section className="rounded-card bg-warn-soft px-3 py-2 text-xs">
      <h4 className="font-medium">{texts.changes}</h4>
      <dl className="mt-1 flex flex-col gap-2">
        {changes.map(({ path, before, after }) => (
          <div key={path}>
            <dt className="break-all font-mono">{path}</dt>
            <dd>
              <span className="text-muted">{texts.before}:</span> <Value value={before} />
            </dd>
            <dd>
              <span className="text-muted">{texts.after}:</span> <Value value={after} />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function Value({ value }: { value: unknown }) {
  if (value === undefined) return texts.nothing;
  return (
    <span className="whitespace-pre-wrap break-words">
      <PlainText text={typeof value === 'string' ? value : JSON.stringify(value, null, 2)} isCode />
    </span>
  );
}
