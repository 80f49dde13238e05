import sharp from 'sharp';
import { compare, keep } from './comparison.js';

const WIDTH = 400;
const HEIGHT = 300;
const LETTERS = 'M20 30h30v6h-12v30h-6v-30h-12z M60 30h6v36h-6z';

/** A page with something like a word on it, and a box of that many pixels a side where nothing was before. */
const picture = ({ side = 0, colour = '#15201c', height = HEIGHT } = {}): Promise<Buffer> =>
  sharp(
    Buffer.from(
      `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${height}"><rect width="100%" height="100%" fill="#f7f8f5"/>
       <path d="${LETTERS}" fill="${colour}"/><rect x="200" y="100" width="${side}" height="${side}" fill="#15201c"/></svg>`,
    ),
  )
    .png()
    .toBuffer();

it('finds a picture again as it was kept, to the pixel', async () => {
  expect(await compare(await keep(await picture()), await picture())).toEqual({ kind: 'same' });
});

it.each([
  ['a few dots', { side: 3 }],
  ['a shade of a colour that nobody sees', { colour: '#16211d' }],
])('takes %s for the same', async (_, change) => {
  expect(await compare(await keep(await picture()), await picture(change))).toEqual({ kind: 'same' });
});

it.each([
  ['something new as large as a letter', { side: 12 }],
  ['another colour', { colour: '#0f5a46' }],
])('sees %s, and shows where', async (_, change) => {
  const verdict = await compare(await keep(await picture()), await picture(change));

  expect(verdict).toMatchObject({ kind: 'pixels', count: expect.any(Number) });
  if (verdict.kind === 'pixels') expect(await sharp(verdict.difference).metadata()).toMatchObject({ width: WIDTH, height: HEIGHT });
});

it('sees that a page became longer, if only by a pixel', async () => {
  const verdict = await compare(await keep(await picture()), await picture({ height: HEIGHT + 1 }));

  expect(verdict).toEqual({ kind: 'size', was: `${WIDTH} × ${HEIGHT}`, is: `${WIDTH} × ${HEIGHT + 1}` });
});
