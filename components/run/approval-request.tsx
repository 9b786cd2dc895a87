'use client';
import { useState } from 'react';
import { runControls } from '@/lib/client/run-controls';
import type { Approval } from '@/lib/protocol/state';
import { AgentLetter } from '../agent/agent-letter';
import { Button } from '../ui/button';

/** What the call would do, in the shortest form: a command as it is typed, a path, else its arguments. */
function subject(given: unknown): string {
  const fields = (given ?? {}) as Record<string, unknown>;
  for (const name of ['command', 'file_path', 'path', 'pattern']) {
    const value = fields[name];
    if (typeof value === 'string') return value;
  }
  return JSON.stringify(given, null, 2) ?? '';
}

/** Who wants to use which tool with what, and the three answers. */
export function ApprovalRequest({ runId, approval }: { runId: string; approval: Approval }) {
  const [sent, setSent] = useState(false);
  const { slot, tool, server, because } = approval;
  const name = server ? `${server} · ${tool}` : tool;
  async function decide(decision: 'allow' | 'deny', scope: 'once' | 'run') {
    setSent(true);
    const done = await runControls.decideApproval(runId, approval.approvalId, { decision, scope });
    // A refusal has been shown; the request still waits.
    if (!done) setSent(false);
  }
  return (
    <div className="flex min-w-0 flex-col gap-2">
      <p className="flex min-w-0 items-center gap-2">
        <AgentLetter slot={slot} />
        <span className="min-w-0">
          wants to use <span className="font-mono text-xs">{name}</span>
        </span>
      </p>
      <pre className="max-h-40 overflow-auto whitespace-pre-wrap break-words rounded-control bg-sunken px-2.5 py-2 font-mono text-xs">
        {subject(approval.arguments)}
      </pre>
      {because && <p className="text-muted text-xs">{because}</p>}
      <div className="flex flex-wrap gap-1.5">
        <Button
          size="sm"
          disabled={sent}
          onClick={() => decide('allow', 'once')}
          aria-label={`Allow ${name} of ${slot} once`}
        >
          Allow once
        </Button>
        <Button
          size="sm"
          disabled={sent}
          onClick={() => decide('allow', 'run')}
          aria-label={`Allow ${name} of ${slot} for this run`}
        >
          Allow {tool} for this run
        </Button>
        <Button
          size="sm"
          look="danger"
          disabled={sent}
          onClick={() => decide('deny', 'once')}
          aria-label={`Deny ${name} of ${slot}`}
        >
          Deny
        </Button>
      </div>
    </div>
  );
}
