'use client';
import { useState } from 'react';
import { api } from '@/lib/browser/api/api';
import { useSubmit } from '@/lib/browser/conversation/use-submit';
import { type BackendInfo, loadBackends } from '@/lib/browser/team/backends-store';
import { Button } from '../ui/button';
import { Notice } from '../ui/notice';
import { PlaceChip } from '../ui/place-chip';
import { KeyForm } from './key-form';
import { texts } from './texts';

/** A stored key as people see it. */
export interface StoredKey {
  id: string;
  provider: string;
  scope: 'user' | 'workspace';
  hint: string;
  baseUrl: string | null;
  /** The name of its workspace; null = that needs no saying. */
  place: string | null;
}

interface BackendKeyProps {
  backend: BackendInfo;
  /** The person's own key, and those of workspaces, for this backend. */
  keys: StoredKey[];
  /** Somebody came to store it. */
  isWanted: boolean;
}

/** The key of one provider where the provider stands: entered, checked, replaced, removed. */
export function BackendKey({ backend, keys, isWanted }: BackendKeyProps) {
  const [isOpen, setOpen] = useState(isWanted);
  const { busy, submit, message } = useSubmit();
  const own = keys.find(({ scope }) => scope === 'user');
  const { label, fields } = backend;
  const verb = own ? texts.replaceKey : fields.key === 'needed' ? texts.enterKey : texts.enterAddress;

  const remove = (id: string) =>
    submit(async () => {
      await api('DELETE', `/provider-keys/${id}`);
      await loadBackends({ refresh: true });
    }, texts.keyRemoved);
  return (
    <div className="mt-1">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1 text-muted text-xs">
        {keys.map(({ id, scope, hint, baseUrl, place }) => (
          <span key={id} className={`inline-flex flex-wrap items-center gap-2 ${keys.length > 1 ? 'basis-full' : ''}`}>
            {[hint ? texts.keyHint(hint) : texts.keyStoredShort, baseUrl, scope === 'workspace' && texts.forWorkspace]
              .filter(Boolean)
              .join(' · ')}
            <PlaceChip place={place} />
          </span>
        ))}
        {!isOpen && (
          <Button size="sm" aria-label={texts.rowAction(verb, label)} onClick={() => setOpen(true)}>
            {verb}
          </Button>
        )}
        {own && (
          <Button
            size="sm"
            look="quiet"
            aria-label={texts.rowAction(texts.removeKey, label)}
            disabled={busy}
            onClick={() => void remove(own.id)}
          >
            {texts.removeKey}
          </Button>
        )}
      </div>
      {message && <Notice tone="danger">{message}</Notice>}
      {isOpen && (
        <KeyForm
          backend={backend}
          baseUrl={own?.baseUrl}
          isWanted
          onStored={() => setOpen(false)}
          onCancel={() => setOpen(false)}
        />
      )}
    </div>
  );
}
