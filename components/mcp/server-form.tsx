'use client';
import { useRouter } from 'next/navigation';
import { type FormEvent, useState } from 'react';
import { api } from '@/lib/browser/api/api';
import { useSubmit } from '@/lib/browser/conversation/use-submit';
import { headerRows, headersOf } from '@/lib/browser/mcp/header-rows';
import type { McpServerInfo } from '@/lib/browser/mcp/mcp-server';
import { givenOauth, oauthDraft } from '@/lib/browser/mcp/oauth-draft';
import { givenProgram, programDraft } from '@/lib/browser/mcp/program-draft';
import { Button } from '../ui/button';
import { CheckField } from '../ui/check-field';
import { Field } from '../ui/field';
import { Input } from '../ui/input';
import { Notice } from '../ui/notice';
import { HeaderFields } from './header-fields';
import { OauthFields } from './oauth-fields';
import { ProgramFields } from './program-fields';
import { ServerConflict } from './server-conflict';
import { texts } from './texts';

/** How a server is connected to. What it keeps secret is kept unless something else is given. */
export function ServerForm({ server }: { server: McpServerInfo }) {
  const { transport: stored } = server;
  const isProgram = stored.type === 'stdio';
  const [name, setName] = useState(server.name);
  const [address, setAddress] = useState(isProgram ? '' : stored.url);
  const [program, setProgram] = useState(() => programDraft(stored));
  const [rows, setRows] = useState(() => headerRows(isProgram ? stored.env : stored.headers));
  const [oauth, setOauth] = useState(() => oauthDraft(isProgram ? undefined : stored.oauth));
  const [seconds, setSeconds] = useState(String(server.toolTimeoutSeconds));
  const [enabled, setEnabled] = useState(server.enabled);
  const [trusted, setTrusted] = useState(server.trusted);
  const { busy, submit, faultAt, message, current } = useSubmit();
  const theirs = current as McpServerInfo | undefined;
  const router = useRouter();

  async function save(version: number) {
    const changes = {
      ...{ name, enabled, trusted, toolTimeoutSeconds: Number(seconds), version },
      transport: isProgram
        ? { type: stored.type, ...givenProgram(program), env: headersOf(rows) }
        : {
            ...{ type: stored.type, url: address, headers: headersOf(rows) },
            oauth: givenOauth(oauth, stored.oauth),
          },
    };
    await submit(() => api('PATCH', `/mcp/servers/${server.id}`, changes), texts.saved);
  }
  return (
    <form
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        void save(server.version);
      }}
      className="flex flex-col gap-4"
    >
      {message && !theirs && <Notice tone="danger">{message}</Notice>}
      <div className="grid items-start gap-4 sm:grid-cols-2">
        <Field label={texts.name} error={faultAt('name')}>
          {(control) => <Input {...control} required value={name} onChange={(event) => setName(event.target.value)} />}
        </Field>
        <Field label={texts.timeout} error={faultAt('toolTimeoutSeconds')}>
          {(control) => (
            <Input
              {...control}
              required
              inputMode="numeric"
              value={seconds}
              onChange={(event) => setSeconds(event.target.value)}
            />
          )}
        </Field>
      </div>
      {isProgram ? (
        <ProgramFields program={program} faultAt={faultAt} onChange={setProgram} />
      ) : (
        <Field label={texts.url} error={faultAt('transport.url')}>
          {(control) => (
            <Input {...control} required value={address} onChange={(event) => setAddress(event.target.value)} />
          )}
        </Field>
      )}
      <HeaderFields rows={rows} isProgram={isProgram} faultAt={faultAt} onChange={setRows} />
      {!isProgram && <OauthFields oauth={oauth} faultAt={faultAt} onChange={setOauth} />}
      <CheckField isSwitch label={texts.enabled} text={texts.enabledText} checked={enabled} onChange={setEnabled} />
      <CheckField label={texts.trusted} text={texts.trustedText} checked={trusted} onChange={setTrusted} />
      {theirs ? (
        <ServerConflict
          theirs={theirs}
          busy={busy}
          onTake={() => router.refresh()}
          onOverwrite={() => save(theirs.version)}
        />
      ) : (
        <Button type="submit" look="primary" className="self-start" disabled={busy}>
          {texts.save}
        </Button>
      )}
    </form>
  );
}
