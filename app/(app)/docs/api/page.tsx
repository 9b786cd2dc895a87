import type { Metadata } from 'next';
import { describedRoutes } from '@/app/api/v1/openapi.json/described-routes';
import { ApiOperation } from '@/components/docs/api-operation';
import { buttonClass } from '@/components/ui/button';
import { PageFrame } from '@/components/ui/page-frame';
import { pageActor } from '@/lib/platform/auth/page-actor';
import { operationView } from './operation-view';
import { texts } from './texts';

export const metadata: Metadata = { title: texts.title };

/** What programs can ask of this server, made from the schemas by which it answers them. */
export default async function ApiPage() {
  await pageActor();
  const groups = Map.groupBy(describedRoutes(), ({ path }) => path.split('/')[3] ?? '');
  return (
    <PageFrame
      title={texts.title}
      text={texts.text}
      action={
        <a href="/api/v1/openapi.json" className={buttonClass()}>
          {texts.document}
        </a>
      }
    >
      {[...groups].map(([name, operations]) => (
        <section key={name} aria-labelledby={`api-${name}`} className="mb-8">
          <h2 id={`api-${name}`} className="mb-1 font-semibold text-base">
            {name}
          </h2>
          <ul>
            {operations.map(operationView).map((operation) => (
              <ApiOperation key={operation.id} {...operation} />
            ))}
          </ul>
        </section>
      ))}
    </PageFrame>
  );
}
