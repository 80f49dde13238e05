import { holds } from './glossary.shared.js';

interface CountTexts {
  readonly none: string;
  readonly one: string;
  readonly several: string;
}

const form = document.querySelector<HTMLFormElement>('.glossary-find');
const told = document.querySelector<HTMLElement>('[data-shown]');
if (form && told) findAsOneTypes(form, told);

/** Hides what is not sought; the address follows, so that it can be shared, reloaded and read in the other language. */
function findAsOneTypes(find: HTMLFormElement, status: HTMLElement): void {
  const entries = [...document.querySelectorAll<HTMLElement>('.glossary > div')].map((element) => ({
    element,
    text: [...element.querySelectorAll('dt, dd:not(.meta)')].map((part) => part.textContent).join(' '),
    units: (element.dataset['units'] ?? '').split(' '),
  }));
  const texts = JSON.parse(status.dataset['shown'] ?? '{}') as CountTexts;
  const show = (): void => {
    const fields = new FormData(find);
    const [words, unit] = [String(fields.get('find') ?? ''), String(fields.get('unit') ?? '')];
    let count = 0;
    for (const entry of entries) {
      entry.element.hidden = !((unit === '' || entry.units.includes(unit)) && holds(entry.text, words));
      if (!entry.element.hidden) count += 1;
    }
    status.textContent = count === 0 ? texts.none : count === 1 ? texts.one : texts.several.replace('{}', String(count));
    const asked = new URLSearchParams([...(words ? [['find', words]] : []), ...(unit ? [['unit', unit]] : [])] as [string, string][]);
    history.replaceState(null, '', asked.size > 0 ? `?${asked}` : location.pathname);
  };
  find.addEventListener('input', show);
  find.addEventListener('change', show);
  find.addEventListener('submit', (event) => {
    event.preventDefault();
    show();
  });
}
