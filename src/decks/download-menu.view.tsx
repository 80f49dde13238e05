import type { Lang } from '../kernel/localised.js';
import { useText } from '../platform/markup/frame.js';
import { Icon } from '../platform/markup/icons.js';
import { downloadTexts } from './download-text.js';

/** The deck’s other forms, behind one word: they are wanted once a unit, not at each reading. */
export const DownloadMenu = ({ lang, unit }: { readonly lang: Lang; readonly unit: string }) => {
  const t = useText(downloadTexts);
  return (
    <details class="menu downloads" data-menu>
      <summary>
        <Icon name="download" /> {t.download}
      </summary>
      <div>
        <DownloadLinks lang={lang} unit={unit} />
      </div>
    </details>
  );
};

export const DownloadLinks = ({ lang, unit }: { readonly lang: Lang; readonly unit: string }) => {
  const t = useText(downloadTexts);
  const address = `/slides/${lang}/${unit}`;
  const ways = [
    ['pdf', `${address}.pdf`],
    ['markdown', `${address}.md`],
    ['transcript', `${address}/transcript`],
    ['print', `${address}?view=print`],
  ] as const;
  return (
    <>
      {ways.map(([way, href]) => (
        <a key={way} href={href} class={way === 'print' ? 'with-script' : undefined} hreflang={lang}>
          <span>{t.ways[way]}</span>
          <small>{t.hints[way]}</small>
        </a>
      ))}
    </>
  );
};
