'use client';
import { type FormEvent, useState } from 'react';
import { api } from '@/lib/browser/api/api';
import { useSubmit } from '@/lib/browser/conversation/use-submit';
import { Button } from '../../ui/button';
import { Field } from '../../ui/field';
import { Input } from '../../ui/input';
import { Notice } from '../../ui/notice';
import type { ServerQuotas } from './server-metrics';
import { texts } from './texts';

interface LimitsFormProps {
  serverId: string;
  quotas: ServerQuotas;
}

const shown = (limit: number | null) => (limit === null ? '' : String(limit));
const given = (text: string) => (text.trim() === '' ? null : Number(text));

/** How many calls all tools of a server take together; those of single tools stay as they are. */
export function LimitsForm({ serverId, quotas }: LimitsFormProps) {
  const [perMinute, setPerMinute] = useState(shown(quotas.server.callsPerMinute));
  const [perDay, setPerDay] = useState(shown(quotas.server.callsPerDay));
  const { busy, submit, faultAt, message } = useSubmit();

  async function save(event: FormEvent) {
    event.preventDefault();
    const server = { callsPerMinute: given(perMinute), callsPerDay: given(perDay) };
    await submit(() => api('PUT', `/mcp/servers/${serverId}/quotas`, { ...quotas, server }), texts.saved);
  }
  return (
    <form onSubmit={save} className="flex flex-col gap-4">
      {message && <Notice tone="danger">{message}</Notice>}
      <div className="grid items-start gap-4 sm:grid-cols-2">
        <Field label={texts.perMinute} error={faultAt('server.callsPerMinute') && texts.wholeNumber}>
          {(control) => (
            <Input
              {...control}
              inputMode="numeric"
              placeholder={texts.noLimit}
              value={perMinute}
              onChange={(event) => setPerMinute(event.target.value)}
            />
          )}
        </Field>
        <Field label={texts.perDay} error={faultAt('server.callsPerDay') && texts.wholeNumber}>
          {(control) => (
            <Input
              {...control}
              inputMode="numeric"
              placeholder={texts.noLimit}
              value={perDay}
              onChange={(event) => setPerDay(event.target.value)}
            />
          )}
        </Field>
      </div>
      <Button type="submit" className="self-start" disabled={busy}>
        {texts.save}
      </Button>
    </form>
  );
}
