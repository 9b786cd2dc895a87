import { ImageResponse } from 'next/og';
import { texts } from '@/components/share/texts';
import { canDraw } from '@/lib/browser/share/can-draw';
import { openShare } from '@/lib/features/shared/open-share';
import { AppError } from '@/lib/platform/errors/app-error';
import { showHidden } from '@/lib/protocol/text/hidden-characters';

const SIZE = { width: 1200, height: 630 };
const LONGEST = 140;
/** A link may end at any time. */
const HEADERS = { 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' };
const COLOURS = { paper: '#fcfbf9', ink: '#1d1b18', muted: '#6b665e', accent: '#4558b5' };

/** The picture that messengers show of a link which anyone may open: its title. There is none of any other, for whoever asks. */
export async function GET(request: Request, { params }: { params: Promise<{ token: string }> }): Promise<Response> {
  const title = await titleForAnyone((await params).token, request.headers);
  if (title === null) return new Response(null, { status: 404, headers: HEADERS });
  const cut = title.length > LONGEST ? `${title.slice(0, LONGEST).trimEnd()}…` : title;
  return new ImageResponse(
    <div
      style={{
        ...{ display: 'flex', flexDirection: 'column', justifyContent: 'space-between', width: '100%', height: '100%' },
        ...{ padding: 80, background: COLOURS.paper, color: COLOURS.ink, borderLeft: `24px solid ${COLOURS.accent}` },
      }}
    >
      <div style={{ fontSize: 64, lineHeight: 1.2, wordBreak: 'break-word' }}>{cut}</div>
      <div style={{ fontSize: 32, color: COLOURS.muted }}>{texts.product}</div>
    </div>,
    { ...SIZE, headers: HEADERS },
  );
}

/** The title of a link that everybody may open without a password, if it can be drawn; else null. */
async function titleForAnyone(token: string, headers: Headers): Promise<string | null> {
  try {
    const { audience, passwordHash, title } = await openShare(token, null, headers);
    const shown = showHidden(title);
    return audience === 'anyone' && passwordHash === null && canDraw(shown) ? shown : null;
  } catch (error) {
    if (error instanceof AppError && (error.code === 'not_found' || error.code === 'password_required')) return null;
    throw error;
  }
}
