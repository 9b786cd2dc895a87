'use client';
import type { McpToolInfo } from '@/lib/browser/mcp/mcp-server';
import { formatCount } from '@/lib/browser/ui/format';
import { Button } from '../ui/button';
import { Chip } from '../ui/chip';
import { PlainText } from '../ui/plain-text';
import { Select } from '../ui/select';
import { texts } from './texts';
import { ToolChanges } from './tool-changes';

const TONES = { approved: 'plain', new: 'warn', changed: 'warn', blocked: 'danger' } as const;
const POLICIES = ['allow', 'ask', 'deny'] as const;

interface ToolRowProps {
  tool: McpToolInfo;
  isManaged: boolean;
  busy: boolean;
  onApprove: () => void;
  onBlock: () => void;
  onPolicy: (policy: McpToolInfo['policy']) => void;
}

/** A tool with everything that a model would read of it, what nobody could see made visible. */
export function ToolRow({ tool, isManaged, busy, onApprove, onBlock, onPolicy }: ToolRowProps) {
  const { name, title, description, state, policy, annotations, diff } = tool;
  const { hash: _, state: __, policy: ___, tokens, diff: ____, ...definition } = tool;
  return (
    <li className="flex flex-col gap-2 border-line border-b py-3 last:border-b-0">
      <div className="flex flex-wrap items-center gap-2">
        <span className="min-w-0 break-all font-mono text-sm">
          <PlainText text={name} isCode />
        </span>
        {title && (
          <span className="text-muted text-xs">
            <PlainText text={title} />
          </span>
        )}
        <Chip tone={TONES[state]}>{texts.states[state]}</Chip>
        {annotations?.readOnlyHint && <Chip>{texts.reads}</Chip>}
        {annotations?.destructiveHint && !annotations.readOnlyHint && <Chip tone="warn">{texts.destroys}</Chip>}
        <span className="tabular text-muted text-xs">{texts.tokens(formatCount(tokens))}</span>
      </div>
      <p className="whitespace-pre-wrap break-words text-sm">
        <PlainText text={description} />
      </p>
      {diff && <ToolChanges changes={diff} />}
      <details>
        <summary className="cursor-pointer rounded-control text-muted text-xs">{texts.definition}</summary>
        <pre
          dir="ltr"
          // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling box must be reachable by keyboard.
          tabIndex={0}
          className="mt-1 max-h-80 overflow-auto whitespace-pre-wrap break-words rounded-control bg-sunken px-2.5 py-2 font-mono text-xs"
        >
          <PlainText text={JSON.stringify(definition, null, 2)} isCode />
        </pre>
      </details>
      <div className="flex flex-wrap items-center gap-2">
        <div>
          <Select
            aria-label={texts.policy(name)}
            className="text-xs"
            value={policy}
            disabled={busy}
            onChange={(event) => onPolicy(event.target.value as McpToolInfo['policy'])}
          >
            {POLICIES.map((each) => (
              <option key={each} value={each}>
                {texts.policies[each]}
              </option>
            ))}
          </Select>
        </div>
        {isManaged && state !== 'approved' && (
          <Button size="sm" disabled={busy} onClick={onApprove} aria-label={texts.approveTool(name)}>
            {texts.approve}
          </Button>
        )}
        {isManaged && state !== 'blocked' && (
          <Button size="sm" look="quiet" disabled={busy} onClick={onBlock} aria-label={texts.blockTool(name)}>
            {texts.block}
          </Button>
        )}
      </div>
    </li>
  );
}
