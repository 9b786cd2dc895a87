'use client';
import { useState } from 'react';
import { samplingOf, samplingText } from '@/lib/browser/run/sampling-text';
import { useServerReply } from '@/lib/browser/run/use-server-reply';
import type { Approval } from '@/lib/protocol/state';
import type { Sampling } from '@/lib/protocol/tool-event';
import { Button } from '../../ui/button';
import { Chip } from '../../ui/chip';
import { PlainText } from '../../ui/plain-text';
import { ApprovalEditor } from './approval-editor';
import { ServersQuestion } from './servers-question';
import { texts } from './texts';

interface SamplingRequestProps {
  runId: string;
  approval: Approval;
  sampling: Sampling;
}

/** What a server wants to ask the agent's model: exactly what would be sent, to be changed, and the answers. */
export function SamplingRequest({ runId, approval, sampling }: SamplingRequestProps) {
  const { approvalId, server = '' } = approval;
  const { values, problems, sent, set, send } = useServerReply(runId, approvalId);
  const [isEditing, setEditing] = useState(false);
  const original = samplingText(sampling);
  const text = typeof values.text === 'string' ? values.text : original;
  const isEdited = text !== original;
  const read = samplingOf(text);
  const said = Object.entries(problems).map(([path, words]) => `${path}: ${words}`);
  const problem = 'problem' in read ? read.problem : said.join(' ') || null;
  const shown = 'content' in read ? read.content : sampling;

  function allow(): void {
    void send({ decision: 'allow', ...(isEdited && 'content' in read && { content: { ...read.content } }) });
  }
  function discard(): void {
    set('text', original);
    setEditing(false);
  }

  return (
    <ServersQuestion approval={approval}>
      {isEditing ? (
        <ApprovalEditor
          label={texts.sampling(server)}
          text={text}
          problem={problem}
          maxRows={12}
          onChange={(next) => set('text', next)}
        />
      ) : (
        <Messages sampling={shown} />
      )}
      {!isEditing && problem && <p className="text-danger text-xs">{problem}</p>}
      <p className="text-muted text-xs">
        {texts.modelSees} {isEdited && <Chip tone="accent">{texts.edited}</Chip>}
      </p>
      <div className="flex flex-wrap gap-1.5">
        <Button size="sm" disabled={sent || 'problem' in read} onClick={allow} aria-label={texts.askModelFull(server)}>
          {texts.askModel}
        </Button>
        {isEditing ? (
          <Button size="sm" disabled={sent} onClick={discard}>
            {isEdited ? texts.discard : texts.cancel}
          </Button>
        ) : (
          <Button size="sm" disabled={sent} onClick={() => setEditing(true)}>
            {texts.edit}
          </Button>
        )}
        <Button
          size="sm"
          look="danger"
          disabled={sent}
          onClick={() => send({ decision: 'deny' })}
          aria-label={texts.declineFull(server)}
        >
          {texts.decline}
        </Button>
      </div>
    </ServersQuestion>
  );
}

function Messages({ sampling: { systemPrompt, messages } }: { sampling: Sampling }) {
  const all = [
    ...(systemPrompt === undefined ? [] : [{ who: texts.system, text: systemPrompt }]),
    ...messages.map(({ role, text }) => ({ who: texts.roles[role], text })),
  ];
  return (
    <div
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling box must be reachable by keyboard.
      tabIndex={0}
      className="flex max-h-60 flex-col gap-2 overflow-y-auto rounded-control bg-sunken px-2.5 py-2"
    >
      {all.map(({ who, text }, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: messages have no other identity, and stay where they are.
        <div key={at}>
          <p className="text-muted text-xs">{who}</p>
          <p dir="ltr" className="whitespace-pre-wrap break-words font-mono text-xs">
            <PlainText text={text} isCode />
          </p>
        </div>
      ))}
    </div>
  );
}
