'use client';
import { useState } from 'react';
import type { OauthDraft } from '@/lib/browser/mcp/oauth-draft';
import { CheckField } from '../ui/check-field';
import { Field } from '../ui/field';
import { Input } from '../ui/input';
import { texts } from './oauth-texts';

interface OauthFieldsProps {
  oauth: OauthDraft;
  faultAt: (path: string) => string | undefined;
  onChange: (oauth: OauthDraft) => void;
}

/** As what this application is registered with the server's authorization server, for those that register nobody by themselves. */
export function OauthFields({ oauth, faultAt, onChange }: OauthFieldsProps) {
  const [isOpen, setOpen] = useState(oauth.clientId !== '');
  const at = (name: string) => faultAt(`transport.oauth.${name}`);
  const faults = ['clientId', 'issuer', 'scope', 'clientSecret', 'clientSecret.secret', 'privateKey'];
  return (
    <details
      open={isOpen || faults.some(at)}
      onToggle={(event) => setOpen(event.currentTarget.open)}
      className="rounded-card border border-line px-3.5 py-2.5"
    >
      <summary className="cursor-pointer font-medium text-sm">{texts.title}</summary>
      <div className="mt-3 flex flex-col gap-4">
        <p className="text-muted text-xs">{texts.text}</p>
        <div className="grid items-start gap-4 sm:grid-cols-2">
          <Field label={texts.clientId} error={at('clientId')}>
            {(control) => (
              <Input
                {...control}
                autoComplete="off"
                value={oauth.clientId}
                onChange={(event) => onChange({ ...oauth, clientId: event.target.value })}
              />
            )}
          </Field>
          <Field
            label={texts.secret}
            hint={texts.secretHint}
            error={at('clientSecret') ?? at('clientSecret.secret') ?? at('privateKey')}
          >
            {(control) => (
              <Input
                {...control}
                type="password"
                autoComplete="off"
                placeholder={oauth.secret === null ? texts.keptSecret : undefined}
                value={oauth.secret ?? ''}
                onChange={(event) => onChange({ ...oauth, secret: event.target.value })}
              />
            )}
          </Field>
          <Field label={texts.issuer} hint={texts.issuerHint} error={at('issuer')}>
            {(control) => (
              <Input
                {...control}
                inputMode="url"
                autoComplete="off"
                placeholder={texts.issuerExample}
                value={oauth.issuer}
                onChange={(event) => onChange({ ...oauth, issuer: event.target.value })}
              />
            )}
          </Field>
          <Field label={texts.scope} hint={texts.scopeHint} error={at('scope')}>
            {(control) => (
              <Input
                {...control}
                autoComplete="off"
                value={oauth.scope}
                onChange={(event) => onChange({ ...oauth, scope: event.target.value })}
              />
            )}
          </Field>
        </div>
        <CheckField
          label={texts.machine}
          text={texts.machineText}
          checked={oauth.isMachine}
          onChange={(isMachine) => onChange({ ...oauth, isMachine })}
        />
      </div>
    </details>
  );
}
