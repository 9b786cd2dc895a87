import { HOSTED_SERVER_DIALECTS } from './hosted-server-dialects';
import { LOCAL_SERVER_DIALECTS } from './local-server-dialects';
import type { ServerDialect } from './server-dialect';

/** Every server of the tables, by its name. */
export const SERVER_DIALECTS: ServerDialect[] = [...LOCAL_SERVER_DIALECTS, ...HOSTED_SERVER_DIALECTS];
