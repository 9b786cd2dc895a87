import type { ModelInfo } from '@/lib/browser/team/backends-store';
import { formatCount } from '@/lib/browser/ui/format';
import { ScrollBox } from '../ui/scroll-box';
import { texts } from './texts';

const head = 'py-1 pr-4 font-medium text-muted whitespace-nowrap';
const cell = 'py-1 pr-4 whitespace-nowrap';

interface ModelTableProps {
  models: string[];
  catalogue: ModelInfo[];
  free: boolean;
}

/** What is known of each model; what is not known is said so. */
export function ModelTable({ models, catalogue, free }: ModelTableProps) {
  const known = new Map(catalogue.map((entry) => [entry.model, entry]));
  return (
    <ScrollBox label={texts.modelsTitle} className="mt-1 max-h-72">
      <table className="w-full border-collapse text-xs">
        <thead className="sticky top-0 bg-raised">
          <tr>
            <th scope="col" className={`${head} text-left`}>
              {texts.model}
            </th>
            <th scope="col" className={`${head} text-left`}>
              {texts.abilities}
            </th>
            <th scope="col" className={`${head} text-right`}>
              {texts.contextWindow}
            </th>
            <th scope="col" className={`${head} text-right`}>
              {texts.prices}
            </th>
          </tr>
        </thead>
        <tbody>
          {models.map((model) => {
            const facts = known.get(model);
            return (
              <tr key={model} className="border-line border-t">
                <th scope="row" className={`${cell} text-left font-mono font-normal`}>
                  {model}
                </th>
                <td className={cell}>{facts ? abilities(facts) : texts.notKnown}</td>
                <td className={`${cell} tabular text-right`}>
                  {facts?.contextWindow ? formatCount(facts.contextWindow) : texts.notKnown}
                </td>
                <td className={`${cell} tabular text-right`}>{priceCell(facts?.price ?? null, free)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </ScrollBox>
  );
}

function abilities({ tools, images, documents, reasoning }: ModelInfo): string {
  const can = [
    texts.can.text,
    images && texts.can.images,
    documents && texts.can.documents,
    reasoning && texts.can.reasoning,
    tools ? texts.can.tools : texts.can.noTools,
  ];
  return can.filter(Boolean).join(', ');
}

function priceCell(price: ModelInfo['price'], free: boolean): string {
  if (free || (price?.input === 0 && price.output === 0)) return texts.free;
  return price ? texts.price(price.input, price.output, price.asOf) : texts.notKnown;
}
