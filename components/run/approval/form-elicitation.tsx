'use client';
import { type FormEvent, useMemo } from 'react';
import { formContent } from '@/lib/browser/run/form-content';
import { formFields } from '@/lib/browser/run/form-fields';
import { useServerReply } from '@/lib/browser/run/use-server-reply';
import type { Approval } from '@/lib/protocol/state';
import type { Elicitation } from '@/lib/protocol/tool-event';
import { Button } from '../../ui/button';
import { DeclineButtons } from './decline-buttons';
import { ElicitationField } from './elicitation-field';
import { ServersQuestion } from './servers-question';
import { texts } from './texts';

interface FormElicitationProps {
  runId: string;
  approval: Approval;
  elicitation: Extract<Elicitation, { mode: 'form' }>;
}

/** A form that a server has asked for, to be filled, declined or left. */
export function FormElicitation({ runId, approval, elicitation }: FormElicitationProps) {
  const { approvalId, server = '' } = approval;
  const { message, requestedSchema } = elicitation;
  const fields = useMemo(() => formFields(requestedSchema), [requestedSchema]);
  const { values, problems, sent, set, complain, send } = useServerReply(runId, approvalId);

  function submit(event: FormEvent): void {
    event.preventDefault();
    const read = formContent(fields, values);
    if (Object.keys(read.problems).length > 0) complain(read.problems);
    else void send({ decision: 'allow', content: read.content });
  }

  const known = new Set(fields.map(({ name }) => name));
  const others = Object.entries(problems).filter(([path]) => !known.has(path));
  return (
    <ServersQuestion approval={approval} message={message}>
      <form onSubmit={submit} noValidate className="flex max-w-md flex-col gap-3">
        {fields.map((field) => (
          <ElicitationField
            key={field.name}
            field={field}
            value={values[field.name] ?? field.initial}
            problem={problems[field.name]}
            onChange={(value) => set(field.name, value)}
          />
        ))}
        {others.length > 0 && (
          <p role="alert" className="text-danger text-xs">
            {others.map(([path, words]) => `${path}: ${words}`).join(' ')}
          </p>
        )}
        {fields.length > 0 && <p className="text-muted text-xs">{texts.goesTo(server)}</p>}
        <div className="flex flex-wrap gap-1.5">
          <Button type="submit" size="sm" disabled={sent} aria-label={texts.sendFull(server)}>
            {texts.send}
          </Button>
          <DeclineButtons server={server} disabled={sent} onSend={send} />
        </div>
      </form>
    </ServersQuestion>
  );
}
