import { slotName } from '@/lib/browser/run/slot-name';
import { formatMoney } from '@/lib/browser/ui/format';
import { type CostTable as Figures, phaseWord } from '@/lib/browser/usage/cost-table';
import { ScrollBox } from '../../ui/scroll-box';
import { AgentLetter } from '../agent/agent-letter';
import { texts } from './texts';

const number = new Intl.NumberFormat('en');
const head = 'px-3 py-2 text-right font-medium text-muted text-xs whitespace-nowrap';
const cell = 'tabular px-3 py-1.5 text-right whitespace-nowrap';

/** A row per agent and phase, the sum below. */
export function CostTable({ table, simulated }: { table: Figures; simulated: boolean }) {
  const { rows, total } = table;
  return (
    <ScrollBox label={texts.figures} className="rounded-card border border-line bg-raised">
      <table aria-label={texts.byAgentAndPhase} className="w-full border-collapse text-sm">
        <thead>
          <tr className="bg-sunken">
            <th scope="col" className="sticky left-0 bg-sunken px-3 py-2 text-left font-medium text-muted text-xs">
              {texts.agent}
            </th>
            <th scope="col" className="px-3 py-2 text-left font-medium text-muted text-xs">
              {texts.phase}
            </th>
            {[...texts.columns, texts.shareOf[table.shareOf]].map((name) => (
              <th key={name} scope="col" className={head}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <tr key={`${row.slot} ${row.phase} ${row.backend} ${row.model}`} className="border-line border-t">
              <th scope="row" className="sticky left-0 bg-raised px-3 py-1.5 text-left font-normal">
                {rows[index - 1]?.slot === row.slot ? (
                  <span className="sr-only">{slotName(row.slot)}</span>
                ) : (
                  <AgentLetter slot={row.slot} />
                )}
              </th>
              <td className="px-3 py-1.5 whitespace-nowrap" title={row.model}>
                {phaseWord(row.phase)}
              </td>
              <td className={cell}>{number.format(row.requests)}</td>
              <td className={cell}>{number.format(row.inputTokens)}</td>
              <td className={cell}>{number.format(row.cachedTokens)}</td>
              <td className={cell}>{number.format(row.outputTokens)}</td>
              <td className={cell}>{number.format(row.reasoningTokens)}</td>
              <td className={cell}>{simulated ? texts.free : formatMoney(row.costUsd, row.unpricedTokens)}</td>
              <td className={cell}>
                <span className="inline-flex items-center gap-2">
                  <span className="h-1.5 w-10 overflow-hidden rounded-full bg-hover max-sm:hidden" aria-hidden>
                    <span className="block h-full bg-muted" style={{ width: `${row.share * 100}%` }} />
                  </span>
                  <span className="w-9">{texts.percent(Math.round(row.share * 100))}</span>
                </span>
              </td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr className="border-line border-t bg-sunken font-medium">
            <th scope="row" colSpan={2} className="sticky left-0 bg-sunken px-3 py-2 text-left font-medium">
              {texts.run}
            </th>
            <td className={cell}>{number.format(total.requests)}</td>
            <td className={cell}>{number.format(total.inputTokens)}</td>
            <td className={cell}>{number.format(total.cachedTokens)}</td>
            <td className={cell}>{number.format(total.outputTokens)}</td>
            <td className={cell}>{number.format(total.reasoningTokens)}</td>
            <td className={cell}>{simulated ? texts.free : formatMoney(total.costUsd, total.unpricedTokens)}</td>
            <td />
          </tr>
        </tfoot>
      </table>
    </ScrollBox>
  );
}
