'use client';
import { type FormEvent, useState } from 'react';
import { api } from '@/lib/browser/api/api';
import { useSubmit } from '@/lib/browser/conversation/use-submit';
import { Button } from '../ui/button';
import { CheckField } from '../ui/check-field';
import { Field } from '../ui/field';
import { Input } from '../ui/input';
import { Notice } from '../ui/notice';
import { Select } from '../ui/select';
import { AllowedModels, allowedModelsOf, type ModelsByBackend } from './allowed-models';
import { texts } from './texts';

interface Policy {
  quotas: { callsPerMinute?: number | undefined; callsPerDay?: number | undefined };
  backends: string[] | null;
  allowedModels?: ModelsByBackend | undefined;
  mcp: { servers: 'any' | 'catalogue' | 'none'; tools: 'allow' | 'ask' };
  sharing: 'anyone' | 'signedIn' | 'workspace' | 'none';
  memberCostUsdPerMonth: number | null;
  workspaceCostUsdPerMonth: number | null;
  retentionDays: number | null;
  titles?: 'model' | 'rule' | undefined;
}

interface PolicyFormProps {
  workspaceId: string;
  policy: Policy;
  /** Every backend there is. */
  backends: { type: string; label: string }[];
}

/** What an administrator lays down for everybody in a workspace. */
export function PolicyForm({ workspaceId, policy, backends }: PolicyFormProps) {
  const { busy, submit, faultAt, faultsUnder, message } = useSubmit();
  const [allowed, setAllowed] = useState(policy.backends);

  function save(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const number = (name: string) => (String(form.get(name)).trim() === '' ? null : Number(form.get(name)));
    const body = {
      quotas: {
        callsPerMinute: number('callsPerMinute') ?? undefined,
        callsPerDay: number('callsPerDay') ?? undefined,
      },
      backends: allowed,
      allowedModels: allowedModelsOf(form),
      mcp: { servers: form.get('servers'), tools: form.get('tools') },
      sharing: form.get('sharing'),
      memberCostUsdPerMonth: number('memberCostUsdPerMonth'),
      workspaceCostUsdPerMonth: number('workspaceCostUsdPerMonth'),
      retentionDays: number('retentionDays'),
      titles: form.get('titles'),
    };
    void submit(() => api('PUT', `/workspaces/${workspaceId}/policy`, body), texts.policySaved);
  }
  const amount = (name: string, label: string, hint: string, value: number | null | undefined, step = '1') => (
    <Field label={label} hint={hint} error={faultAt(name) ?? faultAt(`quotas.${name}`)}>
      {(control) => (
        <Input
          {...control}
          name={name}
          type="number"
          min={step === '1' ? 1 : 0}
          step={step}
          defaultValue={value ?? ''}
        />
      )}
    </Field>
  );
  const choice = (name: string, label: string, choices: Record<string, string>, value: string) => (
    <Field label={label} error={faultAt(name)}>
      {(control) => (
        <Select {...control} name={name} defaultValue={value}>
          {Object.entries(choices).map(([key, words]) => (
            <option key={key} value={key}>
              {words}
            </option>
          ))}
        </Select>
      )}
    </Field>
  );
  return (
    <form onSubmit={save} className="flex flex-col gap-5">
      <fieldset className="flex flex-col gap-2">
        <legend className="mb-2 font-medium text-sm">{texts.backends}</legend>
        <CheckField
          label={texts.allBackends}
          checked={allowed === null}
          onChange={(all) => setAllowed(all ? null : backends.map(({ type }) => type))}
        />
        {allowed !== null && (
          <div className="grid gap-2 pl-6 sm:grid-cols-2">
            {backends.map(({ type, label }) => (
              <CheckField
                key={type}
                label={label}
                checked={allowed.includes(type)}
                onChange={(on) => setAllowed(on ? [...allowed, type] : allowed.filter((one) => one !== type))}
              />
            ))}
          </div>
        )}
      </fieldset>
      <AllowedModels
        models={policy.allowedModels}
        backends={backends.filter(({ type }) => allowed === null || allowed.includes(type))}
        faultOf={(type) => faultsUnder(`allowedModels.${type}`)}
      />
      <div className="grid items-start gap-4 sm:grid-cols-2">
        {amount('memberCostUsdPerMonth', texts.memberCap, texts.capHint, policy.memberCostUsdPerMonth, 'any')}
        {amount('workspaceCostUsdPerMonth', texts.workspaceCap, texts.capHint, policy.workspaceCostUsdPerMonth, 'any')}
        {choice('sharing', texts.sharing, texts.sharingChoice, policy.sharing)}
        {amount('retentionDays', texts.retention, texts.retentionHint, policy.retentionDays)}
        {choice('titles', texts.titles, texts.titlesChoice, policy.titles ?? 'model')}
        {choice('servers', texts.servers, texts.serversChoice, policy.mcp.servers)}
        {choice('tools', texts.tools, texts.toolsChoice, policy.mcp.tools)}
        {amount('callsPerMinute', texts.perMinute, texts.noLimit, policy.quotas.callsPerMinute)}
        {amount('callsPerDay', texts.perDay, texts.noLimit, policy.quotas.callsPerDay)}
      </div>
      {message && <Notice tone="danger">{message}</Notice>}
      {faultAt('backends') && <Notice tone="danger">{faultAt('backends')}</Notice>}
      <Button type="submit" className="self-start" disabled={busy}>
        {texts.savePolicy}
      </Button>
    </form>
  );
}
