import type { ReactNode } from 'react';
import type { Approval } from '@/lib/protocol/state';
import { PlainText } from '../../ui/plain-text';
import { AgentLetter } from '../agent/agent-letter';
import { questionTitle } from './question-title';
import { texts } from './texts';

interface ServersQuestionProps {
  approval: Approval;
  /** In the server's words, as a quotation; absent = they stand below. */
  message?: string;
  children: ReactNode;
}

/** What a server asks while its tool runs: who asks in our words, what in its own, and the reply. */
export function ServersQuestion({ approval, message, children }: ServersQuestionProps) {
  const { server = '', tool, slot } = approval;
  return (
    <div className="flex min-w-0 flex-col gap-2.5">
      <div>
        <p className="flex min-w-0 items-center gap-2 font-medium">
          <AgentLetter slot={slot} />
          <span className="min-w-0 break-words">
            <PlainText text={questionTitle(approval)} />
          </span>
        </p>
        <p className="mt-0.5 text-muted text-xs">
          <PlainText text={texts.whileRuns(server, tool, slot)} />
        </p>
      </div>
      {message && (
        <blockquote className="max-h-40 overflow-y-auto whitespace-pre-wrap break-words border-line-strong border-l-2 pl-3">
          <PlainText text={message} />
        </blockquote>
      )}
      {children}
    </div>
  );
}
