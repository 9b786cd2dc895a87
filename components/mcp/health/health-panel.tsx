import { cx } from '../../ui/cx';
import { PlainText } from '../../ui/plain-text';
import { ScrollBox } from '../../ui/scroll-box';
import type { ServerMetrics } from './server-metrics';
import { texts } from './texts';

/** How fast a server is, how its calls went, and whether it was there when nobody used it. */
export function HealthPanel({ metrics, days }: { metrics: ServerMetrics; days: number }) {
  const { calls, errors, denied, unknown, p50Ms, p95Ms, tools, health } = metrics;
  const odd = [
    errors > 0 && texts.errors(errors),
    denied > 0 && texts.denied(denied),
    unknown > 0 && texts.unknown(unknown),
  ];
  return (
    <div className="flex flex-col gap-4">
      <dl className="grid grid-cols-1 gap-3 sm:grid-cols-3">
        <Figure
          label={calls > 0 ? texts.calls(calls, days) : texts.noCalls(days)}
          value={odd.filter(Boolean).join(', ')}
        />
        <Figure label={texts.half} value={texts.span(p50Ms)} />
        <Figure label={texts.most} value={texts.span(p95Ms)} />
      </dl>
      <Checks health={health} />
      {tools.length > 0 && (
        <ScrollBox label={texts.tools}>
          <table className="w-full text-left text-xs">
            <caption className="sr-only">{texts.tools}</caption>
            <thead className="text-muted">
              <tr>
                <th className="py-1 pr-3 font-normal">{texts.tool}</th>
                {[texts.count, texts.failed, texts.p50, texts.p95].map((word) => (
                  <th key={word} className="py-1 pl-3 text-right font-normal">
                    {word}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody className="tabular">
              {tools.map((tool) => (
                <tr key={tool.tool} className="border-line border-t">
                  <th scope="row" className="py-1 pr-3 font-mono font-normal">
                    <PlainText text={tool.tool} isCode />
                  </th>
                  <td className="py-1 pl-3 text-right">{tool.calls}</td>
                  <td className={cx('py-1 pl-3 text-right', tool.errors > 0 && 'text-danger')}>{tool.errors}</td>
                  <td className="py-1 pl-3 text-right">{texts.span(tool.p50Ms)}</td>
                  <td className="py-1 pl-3 text-right">{texts.span(tool.p95Ms)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollBox>
      )}
    </div>
  );
}

function Figure({ label, value }: { label: string; value: string }) {
  return (
    <div>
      <dt className="text-muted text-xs">{label}</dt>
      <dd className="tabular font-medium text-sm">{value || '–'}</dd>
    </div>
  );
}

function Checks({ health: { checks, ok, p50Ms, p95Ms, history } }: Pick<ServerMetrics, 'health'>) {
  if (checks === 0) return <p className="text-muted text-xs">{texts.noChecks}</p>;
  return (
    <div>
      <p className="text-xs">
        {texts.checksSum(ok, checks)}
        {p50Ms !== null && <span className="text-muted"> · {texts.checkSpeed(p50Ms, p95Ms)}</span>}
      </p>
      <ol aria-label={texts.checks} className="mt-2 flex h-6 items-end gap-px">
        {history.toReversed().map(({ at, ok: isOk, latencyMs, problem }) => {
          const said = texts.check(at.slice(0, 16).replace('T', ' '), latencyMs, problem);
          return (
            <li
              key={at}
              title={said}
              className={cx('min-w-px max-w-2 flex-1 rounded-sm', isOk ? 'h-4 bg-ok' : 'h-6 bg-danger')}
            >
              <span className="sr-only">{said}</span>
            </li>
          );
        })}
      </ol>
    </div>
  );
}
