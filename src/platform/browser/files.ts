import { isLang } from '../../kernel/localised.js';
import { bytesText } from '../markup/amounts.js';

/** Shows the name and size of chosen files, and says before they are sent when one is too large or there are too many. */
export function showChosenFiles(): void {
  document.addEventListener('change', ({ target }) => {
    if (target instanceof HTMLInputElement && target.type === 'file' && target.dataset['maxBytes']) show(target);
  });
  for (const zone of document.querySelectorAll('.drop')) {
    for (const event of ['dragenter', 'dragover']) zone.addEventListener(event, () => zone.classList.add('over'));
    for (const event of ['dragleave', 'drop']) zone.addEventListener(event, () => zone.classList.remove('over'));
  }
}

/** Far below what the server takes as plain fields, however many bytes a sign may need there. */
const MOST_PLAIN_SIGNS = 60_000;

/** A form in which no file was chosen goes as plain fields, which the server reads at once; a very long one goes in parts, as without a script. */
export function sendPlainWithoutFiles(): void {
  document.addEventListener('submit', ({ target }) => {
    const form = target as HTMLFormElement;
    const inputs = [...form.querySelectorAll<HTMLInputElement>('input[type=file]')];
    if (inputs.length === 0) return;
    const isPlain = inputs.every(({ files }) => !files?.length) && signsIn(form) <= MOST_PLAIN_SIGNS;
    form.enctype = isPlain ? 'application/x-www-form-urlencoded' : 'multipart/form-data';
  });
}

const signsIn = (form: HTMLFormElement): number =>
  [...new FormData(form).values()].reduce((sum, value) => sum + (typeof value === 'string' ? value.length : 0), 0);

function show(input: HTMLInputElement): void {
  const list = document.querySelector(`[data-chosen="${CSS.escape(input.id)}"]`);
  const files = [...(input.files ?? [])];
  const { most = '1', tooMany = '' } = input.dataset;
  list?.replaceChildren(...files.map((file) => line(file, input)), ...(files.length > Number(most) ? [warning(tooMany)] : []));
}

function line(file: File, { dataset }: HTMLInputElement): HTMLLIElement {
  const written = document.documentElement.lang.slice(0, 2);
  const isTooBig = file.size > Number(dataset['maxBytes']);
  const item = document.createElement('li');
  const size = document.createElement('span');
  size.className = 'meta';
  size.textContent = bytesText(isLang(written) ? written : 'fr', file.size) + (isTooBig ? `, ${dataset['tooBig'] ?? ''}` : '');
  item.append(file.name, ' ', size);
  item.classList.toggle('over', isTooBig);
  return item;
}

function warning(words: string): HTMLLIElement {
  const item = document.createElement('li');
  item.className = 'over';
  item.textContent = words;
  return item;
}
