import 'server-only';
import { AppError } from '@/lib/platform/errors/app-error';
import { serverAddressProblem } from './server-address';

/** Throws `invalid` for an address at which no server can ever be connected to. */
export function refuseAddress({ url }: { url: string }): void {
  const problem = serverAddressProblem(url);
  if (problem) throw new AppError('invalid', problem, { fields: [{ path: 'transport.url', message: problem }] });
}
