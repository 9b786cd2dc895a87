import Link from 'next/link';
import { failureRemedy } from '@/lib/browser/run/failure-remedy';
import { Notice } from '../../ui/notice';
import { texts } from '../texts';

/** Says below a final answer that it is not whole, why, and what a person can do about it. */
export function CutNotice({ because }: { because: string }) {
  const remedy = failureRemedy('output_limit');
  return (
    <div className="mt-4">
      <Notice tone="warn">
        <p>
          <span className="font-medium">{texts.cutOff}</span> {because}
        </p>
        {remedy?.link && (
          <p className="text-muted text-xs">
            {remedy.text}{' '}
            <Link href={remedy.link.href} className="whitespace-nowrap text-accent hover:underline">
              {remedy.link.label}
            </Link>
          </p>
        )}
      </Notice>
    </div>
  );
}
