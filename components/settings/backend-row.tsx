import { healthWord } from '@/lib/client/backend-health';
import type { BackendInfo } from '@/lib/client/backends-store';
import { plural } from '@/lib/client/format';
import { StatusDot } from '../ui/status-dot';
import { ModelTable } from './model-table';

/** One backend: whether it can answer, how fast, what to do when not, and its models on demand. */
export function BackendRow({ backend }: { backend: BackendInfo }) {
  const { tone, word, remedy } = healthWord(backend);
  const { label, latencyMs, models, simulation } = backend;
  return (
    <li className="border-line border-b px-4 py-2.5 last:border-b-0">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-1">
        <span className="min-w-28 flex-1 text-sm">{label}</span>
        {!simulation && latencyMs !== null && <span className="tabular text-muted text-xs">{latencyMs} ms</span>}
        <span className="flex w-28 justify-start">
          <StatusDot tone={tone} word={word} />
        </span>
      </div>
      {remedy && <p className="mt-0.5 text-muted text-xs">{remedy}</p>}
      {models.length > 0 && (
        <details className="mt-0.5 text-xs">
          <summary className="w-fit rounded-control text-muted hover:text-text">
            {plural(models.length, 'model')}
            {!backend.healthy && ' known'}
          </summary>
          <ModelTable models={models} catalogue={backend.catalogue} free={simulation} />
        </details>
      )}
    </li>
  );
}
