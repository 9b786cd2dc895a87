'use client';
import { useRouter } from 'next/navigation';
import { type FormEvent, useState } from 'react';
import { api } from '@/lib/browser/api/api';
import { useSubmit } from '@/lib/browser/conversation/use-submit';
import { bearerHeader } from '@/lib/browser/mcp/bearer-header';
import type { McpServerInfo } from '@/lib/browser/mcp/mcp-server';
import { nameOfAddress } from '@/lib/browser/mcp/name-of-address';
import { Button } from '../ui/button';
import { Field } from '../ui/field';
import { Input } from '../ui/input';
import { Notice } from '../ui/notice';
import { texts } from './texts';

/** A command, or a configuration: no address has blanks in it, or begins like that. */
const IS_OTHER = /\S\s+\S|^[[{]/;

/**
 * A server by its address; a token is all that most need besides.
 * @param onOther is given what was typed instead of an address
 */
export function AddByUrl({ onOther }: { onOther: (text: string) => void }) {
  const router = useRouter();
  const [url, setUrl] = useState('');
  const [name, setName] = useState<string | null>(null);
  const { busy, submit, faultAt, message } = useSubmit();

  async function add(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (IS_OTHER.test(url.trim())) return onOther(url.trim());
    const token = String(new FormData(event.currentTarget).get('token')).trim();
    const headers = token && { headers: bearerHeader(token) };
    const body = { name: name ?? nameOfAddress(url), transport: { type: 'http', url, ...headers } };
    let added: McpServerInfo | null = null;
    const isAdded = await submit(async () => {
      added = (await api<{ server: McpServerInfo }>('POST', '/mcp/servers', body)).server;
    }, texts.added(body.name));
    // Its tools are waiting to be read there.
    if (isAdded && added) router.push(`/settings/mcp/${(added as McpServerInfo).id}`);
  }
  return (
    <form onSubmit={add} className="flex max-w-md flex-col gap-3">
      {message && <Notice tone="danger">{message}</Notice>}
      <Field label={texts.url} hint={texts.urlHint} error={faultAt('transport.url')}>
        {(control) => (
          <Input
            {...control}
            required
            inputMode="url"
            autoComplete="off"
            placeholder={texts.urlExample}
            value={url}
            onChange={(event) => setUrl(event.target.value)}
          />
        )}
      </Field>
      <Field label={texts.name} hint={texts.nameHint} error={faultAt('name')}>
        {(control) => (
          <Input
            {...control}
            required
            autoComplete="off"
            value={name ?? nameOfAddress(url)}
            onChange={(event) => setName(event.target.value)}
          />
        )}
      </Field>
      <Field label={texts.token} hint={texts.tokenHint} error={faultAt('transport.headers.Authorization')}>
        {(control) => <Input {...control} name="token" type="password" autoComplete="off" />}
      </Field>
      <Button type="submit" look="primary" className="self-start" disabled={busy}>
        {texts.addServer}
      </Button>
    </form>
  );
}
