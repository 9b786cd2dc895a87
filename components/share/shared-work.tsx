import { formatBytes } from '@/lib/browser/conversation/attachment-draft';
import { formatSpan } from '@/lib/browser/ui/format';
import type { SharedRunView, SharedWork } from '@/lib/protocol/projection/shared-view';
import { AgentLetter } from '../run/agent/agent-letter';
import { Chip } from '../ui/chip';
import { PlainText } from '../ui/plain-text';
import { SharedFold } from './shared-fold';
import { texts } from './texts';

/** Tool calls, notes, steering and errors in their order. */
export function SharedWorkList({ work }: Pick<SharedRunView, 'work'>) {
  if (work.length === 0) return null;
  return (
    <section aria-label={texts.work}>
      <h3 className="mb-1 font-medium text-sm">{texts.work}</h3>
      {work.map((entry) => (
        <Entry key={entry.seq} entry={entry} />
      ))}
    </section>
  );
}

function Entry({ entry }: { entry: SharedWork }) {
  if (entry.kind === 'tool') return <ToolCall call={entry} />;
  const slot = entry.slot && <AgentLetter slot={entry.slot} />;
  const [name, text] =
    entry.kind === 'note'
      ? [texts.note, entry.text]
      : entry.kind === 'steer'
        ? [entry.by === null ? texts.steered : texts.steeredBy(entry.by), entry.text]
        : [texts.error, entry.message || entry.code];
  return (
    <div className="flex min-h-11 items-start gap-2 border-line border-t py-3 pl-6 text-sm">
      {slot}
      <p dir="auto" className="min-w-0 flex-1 break-words">
        <span className="mr-2 text-muted">{name}</span>
        <PlainText text={text} />
      </p>
    </div>
  );
}

function ToolCall({ call }: { call: Extract<SharedWork, { kind: 'tool' }> }) {
  return (
    <SharedFold
      title={
        <>
          <AgentLetter slot={call.slot} />
          <span className="min-w-0 break-all font-mono text-xs">{texts.toolOf(call.server, call.tool)}</span>
          {call.isError && <Chip>{texts.toolFailed}</Chip>}
        </>
      }
      note={call.tookMs === null ? undefined : formatSpan(call.tookMs)}
    >
      <Text label={texts.arguments} text={JSON.stringify(call.arguments, null, 2) ?? ''} />
      {call.result !== null &&
        (call.result === '' && call.bytes > 0 ? (
          <p className="mt-2 text-muted text-xs">{texts.sizeOnly(formatBytes(call.bytes))}</p>
        ) : (
          <Text label={texts.result} text={call.result} />
        ))}
    </SharedFold>
  );
}

function Text({ label, text }: { label: string; text: string }) {
  return (
    <div className="mt-2">
      <p className="mb-1 text-muted text-xs">{label}</p>
      <pre
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls can be scrolled by keyboard.
        tabIndex={0}
        className="max-h-72 overflow-auto rounded-control border border-line bg-sunken px-3 py-2 font-mono text-xs whitespace-pre-wrap break-words"
      >
        <PlainText text={text} isCode />
      </pre>
    </div>
  );
}
