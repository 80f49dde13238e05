import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import { useFrame, useText } from './frame.js';
import { Banner } from './notices.js';
import { markupTexts } from './text.js';

/** Whose eyes a page is seen through: those who teach may look as a student does. Nothing is done in another's eyes. */
export type ViewAs = 'student' | null;

const ViewAsContext = createContext<ViewAs>(null);
export const ViewAsProvider = ViewAsContext.Provider;
export const useViewAs = (): ViewAs => useContext(ViewAsContext);

/** Makes addresses of pages that can be seen through the same eyes, so that following a link does not change them. */
export function useViewAsAddress(): (address: string) => string {
  const viewAs = useViewAs();
  return (address) => (viewAs ? viewAsAddress(address, viewAs) : address);
}

function viewAsAddress(address: string, viewAs: NonNullable<ViewAs>): string {
  const [page = '', anchor] = address.split('#', 2);
  return `${page}${page.includes('?') ? '&' : '?'}as=${viewAs}${anchor === undefined ? '' : `#${anchor}`}`;
}

/** Says through whose eyes one looks, and how to stop. */
export const ViewAsBanner = () => {
  const t = useText(markupTexts).viewAs;
  const [page = '/'] = useFrame().path.split('?', 1);
  return (
    <div class="wrap view-as">
      <Banner icon="eye" role="status" action={<a href={page}>{t.leave}</a>}>
        {t.student}
      </Banner>
    </div>
  );
};
