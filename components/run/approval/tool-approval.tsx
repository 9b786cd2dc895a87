'use client';
import { useState } from 'react';
import { isCommand } from '@/lib/browser/run/approval-text';
import { useApproval } from '@/lib/browser/run/use-approval';
import type { Approval } from '@/lib/protocol/state';
import { Button } from '../../ui/button';
import { Chip } from '../../ui/chip';
import { cx } from '../../ui/cx';
import { PlainText } from '../../ui/plain-text';
import { AgentLetter } from '../agent/agent-letter';
import { ApprovalEditor } from './approval-editor';
import { texts } from './texts';

interface ToolApprovalProps {
  runId: string;
  approval: Approval;
  /** In the agent's own card, where it is known who asks. */
  inCard?: boolean;
}

/** What the call would do. Of Claude Code's own tools in the shortest form, a path; of a server's, which can be anything, exactly what would be sent. */
function subject({ server, arguments: given }: Approval, text: string): string {
  if (server !== undefined) return text;
  const fields = (given ?? {}) as Record<string, unknown>;
  for (const name of ['file_path', 'path', 'pattern']) {
    const value = fields[name];
    if (typeof value === 'string') return value;
  }
  return text;
}

/** Who wants to use which tool with what, the arguments to be changed, and the answers. */
export function ToolApproval({ runId, approval, inCard = false }: ToolApprovalProps) {
  const [editing, setEditing] = useState(false);
  const { text, isEdited, problem, sent, edit, discard, decide } = useApproval(runId, approval);
  const { slot, tool, server, because } = approval;
  const name = server ? `${server} · ${tool}` : tool;
  const scope = isCommand(approval) ? texts.commands(name, slot) : texts.tool(name, slot);
  const shown = isEdited || isCommand(approval) ? text : subject(approval, text);
  return (
    <div className="flex min-w-0 flex-col gap-2">
      <p className="flex min-w-0 items-center gap-2">
        {!inCard && <AgentLetter slot={slot} />}
        <span className="min-w-0 break-words">
          {inCard ? texts.wants.first : texts.wants.within}{' '}
          <span className="font-mono text-xs">
            <PlainText text={name} isCode />
          </span>
        </span>
        {isEdited && <Chip tone="accent">{texts.edited}</Chip>}
      </p>
      {editing ? (
        <ApprovalEditor
          label={isCommand(approval) ? texts.command(name, slot) : texts.arguments(name, slot)}
          text={text}
          problem={problem}
          maxRows={inCard ? 5 : 12}
          onChange={edit}
        />
      ) : (
        <>
          <pre
            dir="ltr"
            // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling box must be reachable by keyboard.
            tabIndex={0}
            className={cx(
              inCard ? 'max-h-24' : 'max-h-40',
              'overflow-auto whitespace-pre-wrap break-words rounded-control bg-sunken px-2.5 py-2 font-mono text-xs',
            )}
          >
            <PlainText text={shown} isCode />
          </pre>
          {problem && <p className="text-danger text-xs">{problem}</p>}
        </>
      )}
      {because && (
        <p className="text-muted text-xs">
          <PlainText text={because} />
        </p>
      )}
      <div className="flex flex-wrap gap-1.5">
        <Button
          size="sm"
          disabled={sent || problem !== null}
          onClick={() => decide('allow', 'once')}
          aria-label={texts.allowOnceFull(name, slot)}
        >
          {texts.allowOnce}
        </Button>
        <Button
          size="sm"
          disabled={sent || problem !== null}
          onClick={() => decide('allow', 'run')}
          title={texts.allowForRunTitle(scope)}
          aria-label={texts.allowForRunFull(scope)}
        >
          {texts.allowForRun}
        </Button>
        {server !== undefined && (
          <Button
            size="sm"
            disabled={sent || problem !== null}
            onClick={() => decide('allow', 'always')}
            title={texts.allowAlwaysTitle(name)}
            aria-label={texts.allowAlwaysFull(name)}
          >
            {texts.allowAlways}
          </Button>
        )}
        {editing ? (
          <Button
            size="sm"
            disabled={sent}
            onClick={() => {
              discard();
              setEditing(false);
            }}
            aria-label={texts.discardFull(name, slot)}
          >
            {isEdited ? texts.discard : texts.cancel}
          </Button>
        ) : (
          <Button size="sm" disabled={sent} onClick={() => setEditing(true)} aria-label={texts.editFull(name, slot)}>
            {texts.edit}
          </Button>
        )}
        <Button
          size="sm"
          look="danger"
          disabled={sent}
          onClick={() => decide('deny', 'once')}
          aria-label={texts.denyFull(name, slot)}
        >
          {texts.deny}
        </Button>
      </div>
    </div>
  );
}
