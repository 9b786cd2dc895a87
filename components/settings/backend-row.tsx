import Link from 'next/link';
import { healthWord } from '@/lib/browser/team/backend-health';
import type { BackendInfo } from '@/lib/browser/team/backends-store';
import { keyAddress } from '@/lib/browser/team/key-address';
import { newTeamAddress } from '@/lib/browser/team/team-of-backend';
import { StatusDot } from '../ui/status-dot';
import { ModelTable } from './model-table';
import { texts } from './texts';

/** One backend: whether it can answer, how fast, what to do when not, and its models on demand. */
export function BackendRow({ backend }: { backend: BackendInfo }) {
  const { tone, word, remedy } = healthWord(backend);
  const { label, latencyMs, models, simulation } = backend;
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
      {remedy && (
        <p className="mt-0.5 text-muted text-xs">
          {remedy}{' '}
          <Link href={keyAddress(backend.type)} className="text-accent underline underline-offset-2">
            {texts.setUp(label)}
          </Link>
        </p>
      )}
      {backend.healthy && !simulation && models.length > 0 && (
        <p className="mt-0.5 text-muted text-xs">
          {texts.canAnswer(label)}{' '}
          <Link href={newTeamAddress(backend)} className="text-accent underline underline-offset-2">
            {texts.makeTeam}
          </Link>
        </p>
      )}
      {models.length > 0 && (
        <details className="mt-0.5 text-xs">
          <summary className="w-fit rounded-control text-muted hover:text-text">
            {backend.healthy ? texts.models(models.length) : texts.knownModels(models.length)}
          </summary>
          <ModelTable models={models} catalogue={backend.catalogue} free={backend.free} />
        </details>
      )}
    </li>
  );
}
