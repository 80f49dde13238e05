import { otherLang } from '../../kernel/localised.js';
import { Form } from './forms.js';
import { useFrame, useLang, useText } from './frame.js';
import { Own } from './shared.js';
import { markupTexts } from './text.js';

/** The same page in the other language: a link for a stranger, a saved preference for whoever is signed in. */
export const LanguageSwitch = () => (useFrame().person ? <LanguageForm /> : <LanguageLink />);

function useOtherLanguage() {
  const [t, other] = [useText(markupTexts), otherLang(useLang())];
  return { other, look: { class: 'btn quiet sm', lang: other, 'aria-label': t.otherLanguage } as const };
}

export const LanguageLink = () => {
  const { other, look } = useOtherLanguage();
  return (
    <a {...look} href={inLanguage(useFrame().path, other)} hreflang={other}>
      {other.toUpperCase()}
    </a>
  );
};

export const LanguageForm = () => {
  const { other, look } = useOtherLanguage();
  return (
    <Form action="/language" class="inline">
      <input type="hidden" name="lang" value={other} />
      <Own>
        <PathField />
      </Own>
      <button {...look}>{other.toUpperCase()}</button>
    </Form>
  );
};

const PathField = () => <input type="hidden" name="next" value={useFrame().path} />;

function inLanguage(path: string, lang: string): string {
  const [page = '/', query = ''] = path.split('?', 2);
  const parameters = new URLSearchParams(query);
  parameters.set('lang', lang);
  return `${page}?${parameters}`;
}
