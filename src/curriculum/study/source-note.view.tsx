import { useLang, useText } from '../../platform/markup/frame.js';
import type { ContentSource } from '../unit-cache.js';
import { studyTexts } from './text.js';

/** For the teaching team: the app edits nothing that lives in files, so it says where the file is. */
export const SourceNote = ({ source }: { source: ContentSource | null }) => {
  const [t, lang] = [useText(studyTexts), useLang()];
  if (!source) return null;
  const { file, problems } = source;
  return (
    <div class="source-note">
      <p class="meta">
        {t.file} <code>{file}</code>
      </p>
      {problems.length > 0 && (
        <div class="error small">
          <p>{t.problems(problems.length)}</p>
          <ul>
            {problems.map(({ line, reason }) => (
              <li key={`${line}:${reason.en}`}>
                {t.line(line)}, {reason[lang]}
              </li>
            ))}
          </ul>
        </div>
      )}
    </div>
  );
};
