import { handleAuth } from '@/lib/platform/auth/handle-auth';
import { otherMethods } from '@/lib/platform/http/other-methods';

export { handleAuth as GET, handleAuth as POST };

export const { PUT, PATCH, DELETE, OPTIONS } = otherMethods('GET', 'POST');
