import Link from 'next/link';
import { healthWord } from '@/lib/browser/team/backend-health';
import type { BackendInfo } from '@/lib/browser/team/backends-store';
import { newTeamAddress } from '@/lib/browser/team/team-of-backend';
import { StatusDot } from '../ui/status-dot';
import { BackendKey, type StoredKey } from './backend-key';
import { ModelTable } from './model-table';
import { texts } from './texts';

interface BackendRowProps {
  backend: BackendInfo;
  keys: StoredKey[];
  /** The label of the backend whose key it uses. */
  keyOf: string | undefined;
  isWanted: boolean;
}

/** One backend: whether it can answer, how fast, with which key, what to do when not, and its models on demand. */
export function BackendRow({ backend, keys, keyOf, isWanted }: BackendRowProps) {
  const { tone, word, remedy } = healthWord(backend);
  const { type, label, latencyMs, models, simulation, fields } = backend;
  const sharesKey = fields.keyOf !== type;
  return (
    <li className="border-line border-b px-4 py-2.5 last:border-b-0">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-1">
        <span className="min-w-28 flex-1 text-sm">{label}</span>
        {!simulation && latencyMs !== null && (
          <span className="tabular text-muted text-xs">{texts.latency(latencyMs)}</span>
        )}
        <span className="flex w-28 justify-start">
          <StatusDot tone={tone} word={word} />
        </span>
      </div>
      {remedy && <p className="mt-0.5 text-muted text-xs">{remedy}</p>}
      {sharesKey && keyOf && <p className="mt-0.5 text-muted text-xs">{texts.sharesKey(keyOf)}</p>}
      {fields.key && !sharesKey && <BackendKey backend={backend} keys={keys} isWanted={isWanted} />}
      {backend.healthy && !simulation && models.length > 0 && (
        <p className="mt-0.5 text-muted text-xs">
          {texts.canAnswer(label)}{' '}
          <Link href={newTeamAddress(backend)} className="text-accent underline underline-offset-2">
            {texts.makeTeam}
          </Link>
        </p>
      )}
      {models.length > 0 && (
        <details className="mt-1.5 text-xs">
          <summary className="w-fit rounded-control py-1 text-muted hover:text-text">
            {backend.healthy ? texts.models(models.length) : texts.knownModels(models.length)}
          </summary>
          <ModelTable models={models} catalogue={backend.catalogue} free={backend.free} />
        </details>
      )}
    </li>
  );
}
