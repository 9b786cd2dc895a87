import type { ModelInfo } from '@/lib/client/backends-store';
import { formatCount } from '@/lib/client/format';

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
    <div className="mt-1 max-h-72 overflow-auto">
      <table className="w-full border-collapse text-xs">
        <thead className="sticky top-0 bg-raised">
          <tr>
            <th scope="col" className={`${head} text-left`}>
              Model
            </th>
            <th scope="col" className={`${head} text-left`}>
              Abilities
            </th>
            <th scope="col" className={`${head} text-right`}>
              Context
            </th>
            <th scope="col" className={`${head} text-right`}>
              USD per million tokens, in / out
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
                <td className={cell}>{facts ? abilities(facts) : 'not known'}</td>
                <td className={`${cell} tabular text-right`}>
                  {facts?.contextWindow ? formatCount(facts.contextWindow) : 'not known'}
                </td>
                <td className={`${cell} tabular text-right`}>{free ? 'free' : priceWords(facts?.price ?? null)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

function abilities({ tools, images, documents, reasoning }: ModelInfo): string {
  const can = [
    'text',
    images && 'images',
    documents && 'documents',
    reasoning && 'reasoning',
    tools ? 'tools' : 'no tools',
  ];
  return can.filter(Boolean).join(', ');
}

function priceWords(price: ModelInfo['price']): string {
  return price ? `${price.input} / ${price.output}, ${price.asOf}` : 'not known';
}
