import { ScrollBox } from '../ui/scroll-box';

interface FigureTableProps {
  /** Of the first column. */
  head: string;
  columns: string[];
  rows: { name: string; figures: string[] }[];
}

/** Names with their figures. */
export function FigureTable({ head, columns, rows }: FigureTableProps) {
  return (
    <ScrollBox label={head} className="max-h-80 rounded-card border border-line bg-raised">
      <table aria-label={head} className="w-full border-collapse text-sm">
        <thead className="sticky top-0 bg-sunken">
          <tr>
            <th scope="col" className="px-3 py-2 text-left font-medium text-muted text-xs">
              {head}
            </th>
            {columns.map((name) => (
              <th
                key={name}
                scope="col"
                className="whitespace-nowrap px-3 py-2 text-right font-medium text-muted text-xs"
              >
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ name, figures }) => (
            <tr key={name} className="border-line border-t">
              <th scope="row" className="max-w-60 truncate px-3 py-1.5 text-left font-normal">
                {name}
              </th>
              {figures.map((figure, place) => (
                <td key={columns[place]} className="tabular whitespace-nowrap px-3 py-1.5 text-right">
                  {figure}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );
}
