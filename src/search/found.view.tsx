import { useLang, useText } from '../platform/markup/frame.js';
import { Badge } from '../platform/markup/notices.js';
import type { Piece } from './passage.js';
import type { Found } from './search.service.js';
import { searchTexts } from './text.js';

/** One text that was found: what it is and where, its title, and the passage that answers. */
export const FoundItem = ({ found: { kind, language, unit, title, passage, href } }: { readonly found: Found }) => {
  const [t, lang] = [useText(searchTexts), useLang()];
  const own = language === lang ? undefined : `${language}-CA`;
  return (
    <li>
      <p class="row gap2 meta">
        <Badge icon={kind.icon}>{kind.label}</Badge>
        {unit && <span>{t.unit(unit.number, unit.title)}</span>}
        {own && <Badge kind="info">{t.written[language]}</Badge>}
      </p>
      <h3 lang={own}>
        <a href={href}>
          <Marked pieces={title} />
        </a>
      </h3>
      {passage.length > 0 && (
        <p class="small soft" lang={own}>
          <Marked pieces={passage} />
        </p>
      )}
    </li>
  );
};

const Marked = ({ pieces }: { readonly pieces: readonly Piece[] }) => (
  <>{pieces.map(({ text, isFound }, index) => (isFound ? <mark key={index}>{text}</mark> : text))}</>
);
