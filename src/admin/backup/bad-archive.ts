/** The archive is not one of ours, or is damaged: nothing of it is kept. */
export class BadArchive extends Error {
  override readonly name = 'BadArchive';
}
