import { deflateSync } from 'node:zlib';

const PAGES = '<< /Type /Pages /Kids [3 0 R] /Count 1 >>';

/** A PDF from the bodies of its objects, by number from 1; the first is the catalogue. Without a table: readers then look for the objects. */
function pdf(objects: (string | Buffer)[]): Buffer {
  const parts = objects.flatMap((body, index) => [`${index + 1} 0 obj\n`, body, '\nendobj\n']);
  const end = `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\n%%EOF\n`;
  return Buffer.concat(['%PDF-1.7\n', ...parts, end].map((part) => Buffer.from(part as string, 'latin1')));
}

function stream(dictionary: string, content: Buffer): Buffer {
  const head = `<< /Length ${content.length} ${dictionary} >>\nstream\n`;
  return Buffer.concat([Buffer.from(head, 'latin1'), content, Buffer.from('\nendstream')]);
}

const page = (contents: string, resources = '') =>
  `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Resources << ${resources} >> /Contents ${contents} >>`;

const CATALOGUE = '<< /Type /Catalog /Pages 2 0 R >>';

/** Content that is small only as it is packed, `rounds` times over. */
function packed(content: Buffer, rounds: number): { content: Buffer; filters: string } {
  let inner = content;
  for (let round = 0; round < rounds; round++) inner = deflateSync(inner, { level: 9 });
  return { content: inner, filters: `/Filter [${'/FlateDecode '.repeat(rounds)}]` };
}

/** Page contents of `megabytes` of spaces, in some kilobytes. */
export function hugeStream(megabytes: number): Buffer {
  const { content, filters } = packed(Buffer.alloc(megabytes * 1_000_000, ' '), 2);
  return pdf([CATALOGUE, PAGES, page('4 0 R'), stream(filters, content)]);
}

/** Page contents that write the same line for ever, as far as anybody can tell. */
export function hugeText(megabytes: number): Buffer {
  const line = 'BT /F1 9 Tf 1 0 0 1 0 0 Tm (All work and no play.) Tj ET\n';
  const { content, filters } = packed(Buffer.from(line.repeat((megabytes * 1_000_000) / line.length)), 2);
  const font = '/Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >>';
  return pdf([CATALOGUE, PAGES, page('4 0 R', font), stream(filters, content)]);
}

/** A tree of pages as deep as it is long; `closed` = its last branch is its first. */
export function deepPageTree(depth: number, { closed = false } = {}): Buffer {
  const branches = Array.from({ length: depth }, (_, index) => {
    const isLast = index === depth - 1;
    const child = isLast && closed ? 2 : index + 3;
    return `<< /Type /Pages ${index > 0 ? `/Parent ${index + 1} 0 R ` : ''}/Kids [${child} 0 R] /Count 1 >>`;
  });
  return pdf([CATALOGUE, ...branches, page(`${depth + 3} 0 R`), stream('', Buffer.from('BT ET'))]);
}

/** Forms of which each draws two others `depth` deep: 2^depth drawings. `closed` = a form draws itself. */
export function nestedForms(depth: number, { closed = false } = {}): Buffer {
  const first = 5;
  const forms = Array.from({ length: depth }, (_, index) => {
    const next = closed ? first + index : Math.min(first + index + 1, first + depth - 1);
    const isLast = index === depth - 1 && !closed;
    const dictionary = `/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X ${next} 0 R >> >>`;
    return stream(dictionary, Buffer.from(isLast ? 'BT ET' : '/X Do /X Do'));
  });
  const contents = stream('', Buffer.from('/X Do '.repeat(4)));
  return pdf([CATALOGUE, PAGES, page('4 0 R', `/XObject << /X ${first} 0 R >>`), contents, ...forms]);
}

/** Arrays in arrays. */
export function deepArrays(depth: number): Buffer {
  return pdf([CATALOGUE, PAGES, page(`${'['.repeat(depth)}${']'.repeat(depth)}`)]);
}

/** Says that it has as many pages as a number can tell. */
export function claimedPages(): Buffer {
  return pdf([
    CATALOGUE,
    '<< /Type /Pages /Kids [3 0 R] /Count 2147483647 >>',
    page('4 0 R'),
    stream('', Buffer.from('')),
  ]);
}
