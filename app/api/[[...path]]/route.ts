import { otherMethods } from '@/lib/platform/http/other-methods';

/** What no other route takes. */
export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods();
