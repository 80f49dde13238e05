import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import { useFrame, useText } from './frame.js';
import { Banner } from './notices.js';
import { markupTexts } from './text.js';

/** Whose eyes a page is seen through: those who teach may look as a student does. Nothing is done in another's eyes. */
export type Guise = 'student' | null;

const GuiseContext = createContext<Guise>(null);
export const GuiseProvider = GuiseContext.Provider;
export const useGuise = (): Guise => useContext(GuiseContext);

/** Makes addresses of pages that can be seen through the same eyes, so that following a link does not change them. */
export function useSeenAddress(): (address: string) => string {
  const guise = useGuise();
  return (address) => (guise ? seenAddress(address, guise) : address);
}

function seenAddress(address: string, guise: NonNullable<Guise>): string {
  const [page = '', anchor] = address.split('#', 2);
  return `${page}${page.includes('?') ? '&' : '?'}as=${guise}${anchor === undefined ? '' : `#${anchor}`}`;
}

/** Says through whose eyes one looks, and how to stop. */
export const GuiseBanner = () => {
  const t = useText(markupTexts).guise;
  const [page = '/'] = useFrame().path.split('?', 1);
  return (
    <div class="wrap guise">
      <Banner icon="eye" role="status" action={<a href={page}>{t.leave}</a>}>
        {t.student}
      </Banner>
    </div>
  );
};
