import pixelmatch from 'pixelmatch';
import sharp from 'sharp';

/** The share of pixels that may differ: a dot of an icon that another Chromium rounds otherwise, no letter. */
const ALLOWED_SHARE = 0.0001;
/** How far a colour may be from another and still be it, from 0 to 1: anti-aliased edges are not counted at all. */
const THRESHOLD = 0.1;

export type Verdict =
  | { readonly kind: 'same' }
  | { readonly kind: 'size'; readonly was: string; readonly is: string }
  | { readonly kind: 'pixels'; readonly count: number; readonly difference: Buffer };

interface Pixels {
  readonly data: Buffer;
  readonly width: number;
  readonly height: number;
}

/** Two encoded pictures, by their pixels. A picture of another size is another picture. */
export async function compare(kept: Buffer, taken: Buffer): Promise<Verdict> {
  const [was, is] = await Promise.all([pixelsOf(kept), pixelsOf(taken)]);
  if (was.width !== is.width || was.height !== is.height) return { kind: 'size', was: sizeOf(was), is: sizeOf(is) };
  if (was.data.equals(is.data)) return { kind: 'same' };
  const { width, height } = is;
  const difference = new Uint8Array(is.data.length);
  const count = pixelmatch(was.data, is.data, difference, width, height, { threshold: THRESHOLD });
  if (count <= width * height * ALLOWED_SHARE) return { kind: 'same' };
  return {
    kind: 'pixels',
    count,
    difference: await sharp(difference, { raw: { width, height, channels: 4 } })
      .png()
      .toBuffer(),
  };
}

/** As it is kept: not a pixel is lost, and it takes a third of what PNG does. */
export const keep = (png: Buffer): Promise<Buffer> => sharp(png).removeAlpha().webp({ lossless: true, effort: 4 }).toBuffer();

async function pixelsOf(picture: Buffer): Promise<Pixels> {
  const { data, info } = await sharp(picture).ensureAlpha().raw().toBuffer({ resolveWithObject: true });
  return { data, width: info.width, height: info.height };
}

const sizeOf = ({ width, height }: Pixels): string => `${width} × ${height}`;
